-- What follows from a lead goes with it. Its timeline and its histories are deleted before it, by who deletes it.
CREATE TRIGGER leads_deleted BEFORE DELETE ON leads BEGIN
    UPDATE lead_counts SET leads = leads - 1
    WHERE agency_id = old.agency_id AND agent_id = ifnull(old.assigned_agent_id, 0) AND status = old.status
        AND priority = old.priority AND source = old.source;
    UPDATE lead_scores SET leads = leads - 1 WHERE agency_id = old.agency_id AND status = old.status AND score = old.score;
    UPDATE lead_days SET
        leads = leads - 1,
        answered = answered - (old.response_seconds IS NOT NULL),
        response_seconds = response_seconds - ifnull(old.response_seconds, 0)
    WHERE agency_id = old.agency_id AND day = old.created_at / 86400000 AND furthest_status = old.furthest_status;
    UPDATE agents SET
        open_leads = open_leads - (old.status < 5),
        answered_leads = answered_leads - (old.response_seconds IS NOT NULL),
        response_seconds = response_seconds - ifnull(old.response_seconds, 0)
    WHERE agency_id = old.agency_id AND id = old.assigned_agent_id;
    UPDATE agents SET total_leads = total_leads - 1, converted_leads = converted_leads - (old.status = 5)
    WHERE agency_id = old.agency_id AND id IN (SELECT agent_id FROM agent_leads WHERE agency_id = old.agency_id AND lead_id = old.id);
    DELETE FROM agent_leads WHERE agency_id = old.agency_id AND lead_id = old.id;
    DELETE FROM lead_areas WHERE agency_id = old.agency_id AND lead_id = old.id AND area IN (SELECT value FROM json_each(old.preferred_areas));
    DELETE FROM lead_tags WHERE agency_id = old.agency_id AND lead_id = old.id AND tag IN (SELECT value FROM json_each(old.tags));
    DELETE FROM lead_interests
    WHERE agency_id = old.agency_id AND reference IN (SELECT value FROM json_each(old.interested_properties))
        AND created_at = old.created_at AND lead_id = old.id;
    DELETE FROM lead_search_pending WHERE agency_id = old.agency_id AND lead_id = old.id;
    DELETE FROM lead_search WHERE rowid = old.agency_id * 1099511627776 + old.id;
END;
