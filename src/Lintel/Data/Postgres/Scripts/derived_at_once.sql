-- What the triggers of derived.sql, lead_figures.sql, named_places.sql and search.sql come to, worked out at once for one agency that had
-- nothing before it was loaded in bulk. Whoever changes one of the two changes both; a test compares what they come to. The transaction is for the agency.

INSERT INTO lead_identities (agency_id, kind, value, lead_id)
SELECT lintel_agency(), kind, value, lead_id FROM (
    SELECT 0 AS kind, phone AS value, id AS lead_id FROM leads WHERE agency_id = lintel_agency() AND phone IS NOT NULL
    UNION ALL
    SELECT 0, whatsapp_number, id FROM leads
    WHERE agency_id = lintel_agency() AND whatsapp_number IS NOT NULL AND whatsapp_number IS DISTINCT FROM phone
    UNION ALL
    SELECT 1, email, id FROM leads WHERE agency_id = lintel_agency() AND email IS NOT NULL
    UNION ALL
    SELECT 2, instagram_handle, id FROM leads WHERE agency_id = lintel_agency() AND instagram_handle IS NOT NULL
) known_by;

INSERT INTO lead_counts
SELECT agency_id, coalesce(assigned_agent_id, 0), status, priority, source, count(*) FROM leads WHERE agency_id = lintel_agency()
GROUP BY 1, 2, 3, 4, 5;

INSERT INTO lead_scores SELECT agency_id, status, score, count(*) FROM leads WHERE agency_id = lintel_agency() GROUP BY 1, 2, 3;

INSERT INTO lead_days
SELECT agency_id, created_at / 86400000, furthest_status, count(*), count(response_seconds), coalesce(sum(response_seconds), 0)
FROM leads WHERE agency_id = lintel_agency() GROUP BY 1, 2, 3;

INSERT INTO interaction_days
SELECT agency_id, coalesce(agent_id, 0), created_at / 86400000, count(*) FROM interactions WHERE agency_id = lintel_agency() AND type < 6
GROUP BY 1, 2, 3;

INSERT INTO lead_areas
SELECT DISTINCT agency_id, lower(area COLLATE "C"), id FROM leads, texts(preferred_areas) area WHERE agency_id = lintel_agency() AND preferred_areas <> '[]';

INSERT INTO lead_tags SELECT DISTINCT agency_id, lower(tag COLLATE "C"), id FROM leads, texts(tags) tag WHERE agency_id = lintel_agency() AND tags <> '[]';

INSERT INTO lead_interests
SELECT DISTINCT agency_id, reference, created_at, id FROM leads, texts(interested_properties) reference
WHERE agency_id = lintel_agency() AND interested_properties <> '[]';

INSERT INTO lead_quarters SELECT * FROM counted_lead_quarters WHERE agency_id = lintel_agency();

INSERT INTO source_days SELECT * FROM counted_source_days WHERE agency_id = lintel_agency();

INSERT INTO agent_days SELECT * FROM counted_agent_days WHERE agency_id = lintel_agency();

INSERT INTO response_days SELECT * FROM counted_response_days WHERE agency_id = lintel_agency();

INSERT INTO interest_weeks SELECT * FROM counted_interest_weeks WHERE agency_id = lintel_agency();

INSERT INTO status_budgets SELECT * FROM counted_status_budgets WHERE agency_id = lintel_agency();

INSERT INTO type_scores SELECT * FROM counted_type_scores WHERE agency_id = lintel_agency();

INSERT INTO agent_leads
SELECT DISTINCT agency_id, lead_id, agent_id FROM lead_assignments WHERE agency_id = lintel_agency() AND agent_id IS NOT NULL;

INSERT INTO named_places (agency_id, name, area)
SELECT lintel_agency(), name, area FROM (
    SELECT place AS name, '' COLLATE "C" AS area, 0 AS turn, a.id AS id, part
    FROM agents a, texts(specialization_areas) WITH ORDINALITY places (place, part) WHERE agency_id = lintel_agency()
    UNION ALL
    SELECT area, '', 1, id, 0 FROM properties WHERE agency_id = lintel_agency() AND area IS NOT NULL
    UNION ALL
    SELECT development, coalesce(area, ''), 1, id, 1 FROM properties WHERE agency_id = lintel_agency() AND development IS NOT NULL
) named GROUP BY name, area ORDER BY min(turn), min(id * 100 + part);

UPDATE agents SET open_leads = held.open, answered_leads = held.answered, response_seconds = held.seconds
FROM (
    SELECT assigned_agent_id, count(*) FILTER (WHERE status < 5) AS open, count(response_seconds) AS answered,
        coalesce(sum(response_seconds), 0) AS seconds
    FROM leads WHERE agency_id = lintel_agency() AND assigned_agent_id IS NOT NULL GROUP BY assigned_agent_id
) held
WHERE agents.agency_id = lintel_agency() AND agents.id = held.assigned_agent_id;

UPDATE agents SET total_leads = ever.total, converted_leads = ever.converted
FROM (
    SELECT h.agent_id, count(*) AS total, count(*) FILTER (WHERE l.status = 5) AS converted
    FROM agent_leads h JOIN leads l ON l.agency_id = h.agency_id AND l.id = h.lead_id WHERE h.agency_id = lintel_agency() GROUP BY h.agent_id
) ever
WHERE agents.agency_id = lintel_agency() AND agents.id = ever.agent_id;

INSERT INTO lead_search SELECT agency_id, id, lead_search_text(leads) FROM leads WHERE agency_id = lintel_agency();
