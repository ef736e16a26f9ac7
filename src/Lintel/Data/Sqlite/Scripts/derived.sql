-- What follows from the leads, kept by the database itself in the transaction that changes them, so that no way of writing can forget it:
-- the figures on agents, the counts behind list totals, and the indexes over lists and texts that SQLite has no index type for.

-- Leads by the four columns most lists are filtered by; agent 0 is nobody. A total is a sum over few of these rows.
CREATE TABLE lead_counts (
    agency_id INTEGER NOT NULL,
    agent_id INTEGER NOT NULL,
    status INTEGER NOT NULL,
    priority INTEGER NOT NULL,
    source TEXT NOT NULL,
    leads INTEGER NOT NULL,
    PRIMARY KEY (agency_id, agent_id, status, priority, source)
) WITHOUT ROWID;

-- Leads by score: the one chart over all leads, whose cost would grow with the table.
CREATE TABLE lead_scores (
    agency_id INTEGER NOT NULL,
    status INTEGER NOT NULL,
    score INTEGER NOT NULL,
    leads INTEGER NOT NULL,
    PRIMARY KEY (agency_id, status, score)
) WITHOUT ROWID;

-- What a window of any length is added up from: whole days of UTC (created_at / 86400000), the part of a day at its start being counted. A year
-- of a large agency is a few thousand rows here, and hundreds of thousands in the tables.
CREATE TABLE lead_days (
    agency_id INTEGER NOT NULL,
    day INTEGER NOT NULL, -- of creation
    furthest_status INTEGER NOT NULL,
    leads INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    response_seconds INTEGER NOT NULL,
    PRIMARY KEY (agency_id, day, furthest_status)
) WITHOUT ROWID;

-- Entries that people made, not the system, by the agent they are of; agent 0 is nobody.
CREATE TABLE interaction_days (
    agency_id INTEGER NOT NULL,
    agent_id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    interactions INTEGER NOT NULL,
    PRIMARY KEY (agency_id, agent_id, day)
) WITHOUT ROWID;

CREATE TABLE lead_areas (
    agency_id INTEGER NOT NULL,
    area TEXT NOT NULL COLLATE NOCASE,
    lead_id INTEGER NOT NULL,
    PRIMARY KEY (agency_id, area, lead_id)
) WITHOUT ROWID;

CREATE TABLE lead_tags (
    agency_id INTEGER NOT NULL,
    tag TEXT NOT NULL COLLATE NOCASE,
    lead_id INTEGER NOT NULL,
    PRIMARY KEY (agency_id, tag, lead_id)
) WITHOUT ROWID;

-- In the order of the leads' creation, so that how often a property was asked about in a window is the length of a range.
CREATE TABLE lead_interests (
    agency_id INTEGER NOT NULL,
    reference TEXT NOT NULL,
    created_at INTEGER NOT NULL, -- the lead's
    lead_id INTEGER NOT NULL,
    PRIMARY KEY (agency_id, reference, created_at, lead_id)
) WITHOUT ROWID;

-- Who ever had which lead.
CREATE TABLE agent_leads (
    agency_id INTEGER NOT NULL,
    lead_id INTEGER NOT NULL,
    agent_id INTEGER NOT NULL,
    PRIMARY KEY (agency_id, lead_id, agent_id)
) WITHOUT ROWID;

-- Substrings of three characters or more, of any script. Two line ends close the text, so that every character begins a trigram and shorter
-- searches can go through lead_search_terms. The row id is the agency and the lead in one number: a search stays in its agency's range.
CREATE VIRTUAL TABLE lead_search USING fts5(text, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1');
INSERT INTO lead_search (lead_search, rank) VALUES ('automerge', 0); -- SqliteSearchIndex merges, a little at a time.
CREATE VIRTUAL TABLE lead_search_terms USING fts5vocab(lead_search, row);

-- Leads whose text in the index is missing or old. Indexing each in the transaction that changes it costs more than all else there together, and
-- now and then a merge of half a second; so they wait here for SqliteSearchIndex, and a search reads those few themselves.
CREATE TABLE lead_search_pending (
    agency_id INTEGER NOT NULL,
    lead_id INTEGER NOT NULL,
    PRIMARY KEY (agency_id, lead_id)
) WITHOUT ROWID;

CREATE VIEW lead_search_texts AS
SELECT agency_id, id AS lead_id, agency_id * 1099511627776 + id AS search_id,
    concat_ws(char(10), name, phone, email, instagram_handle, whatsapp_number, original_message, notes) AS text
FROM leads;

CREATE TRIGGER leads_inserted AFTER INSERT ON leads BEGIN
    INSERT INTO lead_search_pending VALUES (new.agency_id, new.id);
    INSERT INTO lead_counts VALUES (new.agency_id, ifnull(new.assigned_agent_id, 0), new.status, new.priority, new.source, 1)
        ON CONFLICT DO UPDATE SET leads = leads + 1;
    INSERT INTO lead_scores VALUES (new.agency_id, new.status, new.score, 1) ON CONFLICT DO UPDATE SET leads = leads + 1;
    INSERT INTO lead_days VALUES (
        new.agency_id, new.created_at / 86400000, new.furthest_status, 1, new.response_seconds IS NOT NULL, ifnull(new.response_seconds, 0))
        ON CONFLICT DO UPDATE SET
            leads = leads + 1, answered = answered + excluded.answered, response_seconds = response_seconds + excluded.response_seconds;
    UPDATE agents SET
        open_leads = open_leads + (new.status < 5),
        answered_leads = answered_leads + (new.response_seconds IS NOT NULL),
        response_seconds = response_seconds + ifnull(new.response_seconds, 0)
    WHERE agency_id = new.agency_id AND id = new.assigned_agent_id;
END;

CREATE TRIGGER leads_searchable_changed
AFTER UPDATE OF name, phone, email, instagram_handle, whatsapp_number, original_message, notes ON leads BEGIN
    INSERT INTO lead_search_pending VALUES (new.agency_id, new.id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER leads_counted_changed
AFTER UPDATE OF assigned_agent_id, status, priority, source ON leads
WHEN old.assigned_agent_id IS NOT new.assigned_agent_id OR old.status <> new.status OR old.priority <> new.priority OR old.source <> new.source
BEGIN
    UPDATE lead_counts SET leads = leads - 1
    WHERE agency_id = old.agency_id AND agent_id = ifnull(old.assigned_agent_id, 0) AND status = old.status
        AND priority = old.priority AND source = old.source;
    INSERT INTO lead_counts VALUES (new.agency_id, ifnull(new.assigned_agent_id, 0), new.status, new.priority, new.source, 1)
        ON CONFLICT DO UPDATE SET leads = leads + 1;
END;

CREATE TRIGGER leads_score_changed
AFTER UPDATE OF status, score ON leads WHEN old.status <> new.status OR old.score <> new.score
BEGIN
    UPDATE lead_scores SET leads = leads - 1 WHERE agency_id = old.agency_id AND status = old.status AND score = old.score;
    INSERT INTO lead_scores VALUES (new.agency_id, new.status, new.score, 1) ON CONFLICT DO UPDATE SET leads = leads + 1;
END;

CREATE TRIGGER leads_of_day_changed
AFTER UPDATE OF furthest_status, response_seconds ON leads
WHEN old.furthest_status <> new.furthest_status OR old.response_seconds IS NOT new.response_seconds
BEGIN
    UPDATE lead_days SET
        leads = leads - 1,
        answered = answered - (old.response_seconds IS NOT NULL),
        response_seconds = response_seconds - ifnull(old.response_seconds, 0)
    WHERE agency_id = old.agency_id AND day = old.created_at / 86400000 AND furthest_status = old.furthest_status;
    INSERT INTO lead_days VALUES (
        new.agency_id, new.created_at / 86400000, new.furthest_status, 1, new.response_seconds IS NOT NULL, ifnull(new.response_seconds, 0))
        ON CONFLICT DO UPDATE SET
            leads = leads + 1, answered = answered + excluded.answered, response_seconds = response_seconds + excluded.response_seconds;
END;

CREATE TRIGGER interactions_inserted AFTER INSERT ON interactions WHEN new.type < 6 BEGIN
    INSERT INTO interaction_days VALUES (new.agency_id, ifnull(new.agent_id, 0), new.created_at / 86400000, 1)
        ON CONFLICT DO UPDATE SET interactions = interactions + 1;
END;

CREATE TRIGGER leads_of_agent_changed
AFTER UPDATE OF assigned_agent_id, status, response_seconds ON leads
WHEN old.assigned_agent_id IS NOT new.assigned_agent_id OR old.status <> new.status OR old.response_seconds IS NOT new.response_seconds
BEGIN
    UPDATE agents SET
        open_leads = open_leads - (old.status < 5),
        answered_leads = answered_leads - (old.response_seconds IS NOT NULL),
        response_seconds = response_seconds - ifnull(old.response_seconds, 0)
    WHERE agency_id = old.agency_id AND id = old.assigned_agent_id;
    UPDATE agents SET
        open_leads = open_leads + (new.status < 5),
        answered_leads = answered_leads + (new.response_seconds IS NOT NULL),
        response_seconds = response_seconds + ifnull(new.response_seconds, 0)
    WHERE agency_id = new.agency_id AND id = new.assigned_agent_id;
END;

CREATE TRIGGER leads_converted_changed AFTER UPDATE OF status ON leads
WHEN (old.status = 5) <> (new.status = 5)
BEGIN
    UPDATE agents SET converted_leads = converted_leads + (new.status = 5) - (old.status = 5)
    WHERE agency_id = new.agency_id AND id IN (SELECT agent_id FROM agent_leads WHERE agency_id = new.agency_id AND lead_id = new.id);
END;

CREATE TRIGGER lead_assignments_inserted AFTER INSERT ON lead_assignments WHEN new.agent_id IS NOT NULL BEGIN
    INSERT INTO agent_leads VALUES (new.agency_id, new.lead_id, new.agent_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER agent_leads_inserted AFTER INSERT ON agent_leads BEGIN
    UPDATE agents SET
        total_leads = total_leads + 1,
        converted_leads = converted_leads + (SELECT status = 5 FROM leads WHERE id = new.lead_id)
    WHERE agency_id = new.agency_id AND id = new.agent_id;
END;

CREATE TRIGGER leads_areas_inserted AFTER INSERT ON leads WHEN new.preferred_areas <> '[]' BEGIN
    INSERT INTO lead_areas SELECT DISTINCT new.agency_id, value, new.id FROM json_each(new.preferred_areas) WHERE true ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER leads_areas_changed AFTER UPDATE OF preferred_areas ON leads WHEN old.preferred_areas <> new.preferred_areas BEGIN
    DELETE FROM lead_areas WHERE agency_id = old.agency_id AND lead_id = old.id AND area IN (SELECT value FROM json_each(old.preferred_areas));
    INSERT INTO lead_areas SELECT DISTINCT new.agency_id, value, new.id FROM json_each(new.preferred_areas) WHERE true ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER leads_tags_inserted AFTER INSERT ON leads WHEN new.tags <> '[]' BEGIN
    INSERT INTO lead_tags SELECT DISTINCT new.agency_id, value, new.id FROM json_each(new.tags) WHERE true ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER leads_tags_changed AFTER UPDATE OF tags ON leads WHEN old.tags <> new.tags BEGIN
    DELETE FROM lead_tags WHERE agency_id = old.agency_id AND lead_id = old.id AND tag IN (SELECT value FROM json_each(old.tags));
    INSERT INTO lead_tags SELECT DISTINCT new.agency_id, value, new.id FROM json_each(new.tags) WHERE true ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER leads_interests_inserted AFTER INSERT ON leads WHEN new.interested_properties <> '[]' BEGIN
    INSERT INTO lead_interests SELECT DISTINCT new.agency_id, value, new.created_at, new.id FROM json_each(new.interested_properties)
    WHERE true ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER leads_interests_changed AFTER UPDATE OF interested_properties ON leads
WHEN old.interested_properties <> new.interested_properties BEGIN
    DELETE FROM lead_interests
    WHERE agency_id = old.agency_id AND reference IN (SELECT value FROM json_each(old.interested_properties))
        AND created_at = old.created_at AND lead_id = old.id;
    INSERT INTO lead_interests SELECT DISTINCT new.agency_id, value, new.created_at, new.id FROM json_each(new.interested_properties)
    WHERE true ON CONFLICT DO NOTHING;
END;
