-- Who ever had which lead, when assignments go from one lead to another because the two are one person.
CREATE TRIGGER lead_assignments_moved AFTER UPDATE OF lead_id ON lead_assignments WHEN new.agent_id IS NOT NULL BEGIN
    INSERT INTO agent_leads VALUES (new.agency_id, new.lead_id, new.agent_id) ON CONFLICT DO NOTHING;
    UPDATE agents SET
        total_leads = total_leads - 1,
        converted_leads = converted_leads - (SELECT status = 5 FROM leads WHERE id = old.lead_id)
    WHERE agency_id = old.agency_id AND id = old.agent_id
        AND EXISTS (SELECT 1 FROM agent_leads WHERE agency_id = old.agency_id AND lead_id = old.lead_id AND agent_id = old.agent_id)
        AND NOT EXISTS (SELECT 1 FROM lead_assignments WHERE agency_id = old.agency_id AND lead_id = old.lead_id AND agent_id = old.agent_id);
    DELETE FROM agent_leads
    WHERE agency_id = old.agency_id AND lead_id = old.lead_id AND agent_id = old.agent_id AND NOT EXISTS (
        SELECT 1 FROM lead_assignments WHERE agency_id = old.agency_id AND lead_id = old.lead_id AND agent_id = old.agent_id);
END;
