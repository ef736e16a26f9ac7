-- What follows from a lead goes with it. Its timeline and its histories are deleted before it, by who deletes it.
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
    UPDATE agents SET total_leads = total_leads - 1, converted_leads = converted_leads - (old.status = 5)::int
    WHERE agency_id = old.agency_id AND id IN (SELECT agent_id FROM agent_leads WHERE agency_id = old.agency_id AND lead_id = old.id);
    DELETE FROM agent_leads WHERE agency_id = old.agency_id AND lead_id = old.id;
    DELETE FROM lead_areas WHERE agency_id = old.agency_id AND lead_id = old.id AND area IN (SELECT lower(area COLLATE "C") FROM texts(old.preferred_areas) area);
    DELETE FROM lead_tags WHERE agency_id = old.agency_id AND lead_id = old.id AND tag IN (SELECT lower(tag COLLATE "C") FROM texts(old.tags) tag);
    DELETE FROM lead_interests
    WHERE agency_id = old.agency_id AND reference IN (SELECT texts(old.interested_properties)) AND created_at = old.created_at AND lead_id = old.id;
    RETURN old;
END $$;

CREATE TRIGGER leads_deleted BEFORE DELETE ON leads FOR EACH ROW EXECUTE FUNCTION leads_deleted();
