-- Who ever had which lead, when assignments go from one lead to another because the two are one person.
CREATE FUNCTION lead_assignments_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO agent_leads VALUES (new.agency_id, new.lead_id, new.agent_id) ON CONFLICT (agency_id, lead_id, agent_id) DO NOTHING;
    IF FOUND THEN
        UPDATE agents SET
            total_leads = total_leads + 1,
            converted_leads = converted_leads + (SELECT (status = 5)::int FROM leads WHERE agency_id = new.agency_id AND id = new.lead_id)
        WHERE agency_id = new.agency_id AND id = new.agent_id;
    END IF;
    DELETE FROM agent_leads
    WHERE agency_id = old.agency_id AND lead_id = old.lead_id AND agent_id = old.agent_id AND NOT EXISTS (
        SELECT 1 FROM lead_assignments WHERE agency_id = old.agency_id AND lead_id = old.lead_id AND agent_id = old.agent_id);
    IF FOUND THEN
        UPDATE agents SET
            total_leads = total_leads - 1,
            converted_leads = converted_leads - (SELECT (status = 5)::int FROM leads WHERE agency_id = old.agency_id AND id = old.lead_id)
        WHERE agency_id = old.agency_id AND id = old.agent_id;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER lead_assignments_moved AFTER UPDATE OF lead_id ON lead_assignments
FOR EACH ROW WHEN (new.agent_id IS NOT NULL) EXECUTE FUNCTION lead_assignments_moved();
