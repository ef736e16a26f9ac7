-- What the triggers of derived.sql, lead_figures.sql and named_places.sql come to, worked out at once for one agency that had nothing before
-- it was loaded in bulk. Whoever changes one of the two changes both; a test compares what they come to. @agency is bound.

INSERT INTO lead_identities (agency_id, kind, value, lead_id)
SELECT @agency, kind, value, lead_id FROM (
    SELECT 0 AS kind, phone AS value, id AS lead_id FROM leads WHERE agency_id = @agency AND phone IS NOT NULL
    UNION ALL
    SELECT 0, whatsapp_number, id FROM leads WHERE agency_id = @agency AND whatsapp_number IS NOT NULL AND whatsapp_number IS NOT phone
    UNION ALL
    SELECT 1, email, id FROM leads WHERE agency_id = @agency AND email IS NOT NULL
    UNION ALL
    SELECT 2, instagram_handle, id FROM leads WHERE agency_id = @agency AND instagram_handle IS NOT NULL
) ORDER BY kind, value;

INSERT INTO lead_counts
SELECT agency_id, ifnull(assigned_agent_id, 0), status, priority, source, count(*) FROM leads WHERE agency_id = @agency GROUP BY 2, 3, 4, 5;

INSERT INTO lead_scores SELECT agency_id, status, score, count(*) FROM leads WHERE agency_id = @agency GROUP BY status, score;

INSERT INTO lead_days
SELECT agency_id, created_at / 86400000, furthest_status, count(*), count(response_seconds), ifnull(sum(response_seconds), 0)
FROM leads WHERE agency_id = @agency GROUP BY 2, 3;

INSERT INTO interaction_days
SELECT agency_id, ifnull(agent_id, 0), created_at / 86400000, count(*) FROM interactions WHERE agency_id = @agency AND type < 6 GROUP BY 2, 3;

INSERT INTO lead_areas
SELECT DISTINCT agency_id, value, l.id FROM leads l, json_each(preferred_areas) WHERE agency_id = @agency AND preferred_areas <> '[]'
ORDER BY value COLLATE NOCASE, l.id ON CONFLICT DO NOTHING;

INSERT INTO lead_tags
SELECT DISTINCT agency_id, value, l.id FROM leads l, json_each(tags) WHERE agency_id = @agency AND tags <> '[]'
ORDER BY value COLLATE NOCASE, l.id ON CONFLICT DO NOTHING;

INSERT INTO lead_interests
SELECT DISTINCT agency_id, value, created_at, l.id FROM leads l, json_each(interested_properties)
WHERE agency_id = @agency AND interested_properties <> '[]'
ORDER BY value, created_at, l.id ON CONFLICT DO NOTHING;

INSERT INTO lead_quarters SELECT * FROM counted_lead_quarters WHERE agency_id = @agency;

INSERT INTO source_days SELECT * FROM counted_source_days WHERE agency_id = @agency;

INSERT INTO agent_days SELECT * FROM counted_agent_days WHERE agency_id = @agency;

INSERT INTO response_days SELECT * FROM counted_response_days WHERE agency_id = @agency;

INSERT INTO interest_weeks SELECT * FROM counted_interest_weeks WHERE agency_id = @agency;

INSERT INTO status_budgets SELECT * FROM counted_status_budgets WHERE agency_id = @agency;

INSERT INTO type_scores SELECT * FROM counted_type_scores WHERE agency_id = @agency;

INSERT INTO agent_leads
SELECT DISTINCT agency_id, lead_id, agent_id FROM lead_assignments WHERE agency_id = @agency AND agent_id IS NOT NULL ORDER BY lead_id, agent_id;

INSERT INTO named_places (agency_id, name, area)
SELECT @agency, name, area FROM (
    SELECT value AS name, '' AS area, 0 AS turn, a.id AS id, key AS part FROM agents a, json_each(specialization_areas) WHERE agency_id = @agency
    UNION ALL
    SELECT area, '', 1, id, 0 FROM properties WHERE agency_id = @agency AND area IS NOT NULL
    UNION ALL
    SELECT development, ifnull(area, ''), 1, id, 1 FROM properties WHERE agency_id = @agency AND development IS NOT NULL
) GROUP BY name, area ORDER BY min(turn), min(id * 100 + part);

UPDATE agents SET open_leads = held.open, answered_leads = held.answered, response_seconds = held.seconds
FROM (
    SELECT assigned_agent_id, sum(status < 5) AS open, count(response_seconds) AS answered, ifnull(sum(response_seconds), 0) AS seconds
    FROM leads WHERE agency_id = @agency AND assigned_agent_id IS NOT NULL GROUP BY assigned_agent_id
) held
WHERE agents.agency_id = @agency AND agents.id = held.assigned_agent_id;

UPDATE agents SET total_leads = ever.total, converted_leads = ever.converted
FROM (
    SELECT h.agent_id, count(*) AS total, sum(l.status = 5) AS converted
    FROM agent_leads h JOIN leads l ON l.id = h.lead_id WHERE h.agency_id = @agency GROUP BY h.agent_id
) ever
WHERE agents.agency_id = @agency AND agents.id = ever.agent_id;

INSERT INTO lead_search (lead_search, rank) VALUES ('hashsize', 33554432);

INSERT INTO lead_search (lead_search, rank) VALUES ('crisismerge', 1000);

INSERT INTO lead_search (rowid, text)
SELECT search_id, text || char(10, 10) FROM lead_search_texts WHERE agency_id = @agency ORDER BY lead_id;

INSERT INTO lead_search (lead_search) VALUES ('optimize');

INSERT INTO lead_search (lead_search, rank) VALUES ('crisismerge', 16);

INSERT INTO lead_search (lead_search, rank) VALUES ('hashsize', 1048576);
