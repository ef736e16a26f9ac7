-- What follows from a lead that is no more, because it was joined with another, and from assignments that went to the other.

CREATE FUNCTION leads_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO lead_counts VALUES (old.agency_id, coalesce(old.assigned_agent_id, 0), old.status, old.priority, old.source, -1);
    INSERT INTO lead_scores VALUES (old.agency_id, old.status, old.score, -1);
    INSERT INTO lead_days VALUES (
        old.agency_id, old.created_at / 86400000, old.furthest_status, -1, -num_nonnulls(old.response_seconds), -coalesce(old.response_seconds, 0));
    UPDATE agents SET
        open_leads = open_leads - (old.status < 5)::int,
        answered_leads = answered_leads - num_nonnulls(old.response_seconds),
        response_seconds = response_seconds - coalesce(old.response_seconds, 0)
    WHERE agency_id = old.agency_id AND id = old.assigned_agent_id;
    DELETE FROM lead_areas WHERE agency_id = old.agency_id AND lead_id = old.id AND area IN (SELECT lower(area COLLATE "C") FROM texts(old.preferred_areas) area);
    DELETE FROM lead_tags WHERE agency_id = old.agency_id AND lead_id = old.id AND tag IN (SELECT lower(tag COLLATE "C") FROM texts(old.tags) tag);
    DELETE FROM lead_interests
    WHERE agency_id = old.agency_id AND reference IN (SELECT texts(old.interested_properties)) AND created_at = old.created_at AND lead_id = old.id;
    RETURN NULL;
END $$;

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

CREATE TRIGGER leads_deleted AFTER DELETE ON leads FOR EACH ROW EXECUTE FUNCTION leads_deleted();

CREATE TRIGGER lead_assignments_moved AFTER UPDATE OF lead_id ON lead_assignments
FOR EACH ROW WHEN (new.agent_id IS NOT NULL) EXECUTE FUNCTION lead_assignments_moved();
