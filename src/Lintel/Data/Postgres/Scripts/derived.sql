-- What follows from the leads, kept by the database itself in the transaction that changes them, so that no way of writing can forget it:
-- the figures on agents, the counts behind list totals, and the indexes over lists. It comes to what Data/Sqlite/Scripts/derived.sql comes to.

-- Counts are sums over rows: a change adds rows, +1 here and -1 there, and locks nothing that another change needs. Were there one row for each
-- count, all who write on the same day would wait for each other's commit. fold_counts() brings many rows back to one.
CREATE TABLE lead_counts (
    agency_id bigint NOT NULL,
    agent_id bigint NOT NULL,
    status integer NOT NULL,
    priority integer NOT NULL,
    source text COLLATE "C" NOT NULL,
    leads bigint NOT NULL
);
CREATE INDEX ix_lead_counts ON lead_counts (agency_id, agent_id, status, priority, source) INCLUDE (leads);

CREATE TABLE lead_scores (
    agency_id bigint NOT NULL,
    status integer NOT NULL,
    score integer NOT NULL,
    leads bigint NOT NULL
);
CREATE INDEX ix_lead_scores ON lead_scores (agency_id, status, score) INCLUDE (leads);

CREATE TABLE lead_days (
    agency_id bigint NOT NULL,
    day bigint NOT NULL, -- of creation: created_at / 86400000
    furthest_status integer NOT NULL,
    leads bigint NOT NULL,
    answered bigint NOT NULL,
    response_seconds bigint NOT NULL
);
CREATE INDEX ix_lead_days ON lead_days (agency_id, day, furthest_status) INCLUDE (leads, answered, response_seconds);

CREATE TABLE interaction_days (
    agency_id bigint NOT NULL,
    agent_id bigint NOT NULL,
    day bigint NOT NULL,
    interactions bigint NOT NULL
);
CREATE INDEX ix_interaction_days ON interaction_days (agency_id, agent_id, day) INCLUDE (interactions);

-- Words without the case of A to Z.
CREATE TABLE lead_areas (
    agency_id bigint NOT NULL,
    area text COLLATE "C" NOT NULL,
    lead_id bigint NOT NULL,
    PRIMARY KEY (agency_id, area, lead_id)
);

CREATE TABLE lead_tags (
    agency_id bigint NOT NULL,
    tag text COLLATE "C" NOT NULL,
    lead_id bigint NOT NULL,
    PRIMARY KEY (agency_id, tag, lead_id)
);

-- In the order of the leads' creation, so that how often a property was asked about in a window is the length of a range.
CREATE TABLE lead_interests (
    agency_id bigint NOT NULL,
    reference text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL, -- the lead's
    lead_id bigint NOT NULL,
    PRIMARY KEY (agency_id, reference, created_at, lead_id)
);

-- Who ever had which lead.
CREATE TABLE agent_leads (
    agency_id bigint NOT NULL,
    lead_id bigint NOT NULL,
    agent_id bigint NOT NULL,
    PRIMARY KEY (agency_id, lead_id, agent_id)
);

-- Counts come and go all the time; what is dead is cleared away by its number, not by its share.
ALTER TABLE lead_counts SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
ALTER TABLE lead_scores SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
ALTER TABLE lead_days SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
ALTER TABLE interaction_days SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

CREATE FUNCTION leads_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO lead_counts VALUES (new.agency_id, coalesce(new.assigned_agent_id, 0), new.status, new.priority, new.source, 1);
    INSERT INTO lead_scores VALUES (new.agency_id, new.status, new.score, 1);
    INSERT INTO lead_days VALUES (
        new.agency_id, new.created_at / 86400000, new.furthest_status, 1, num_nonnulls(new.response_seconds), coalesce(new.response_seconds, 0));
    IF new.preferred_areas <> '[]' THEN
        INSERT INTO lead_areas SELECT DISTINCT new.agency_id, lower(area COLLATE "C"), new.id FROM texts(new.preferred_areas) area;
    END IF;
    IF new.tags <> '[]' THEN
        INSERT INTO lead_tags SELECT DISTINCT new.agency_id, lower(tag COLLATE "C"), new.id FROM texts(new.tags) tag;
    END IF;
    IF new.interested_properties <> '[]' THEN
        INSERT INTO lead_interests SELECT DISTINCT new.agency_id, reference, new.created_at, new.id FROM texts(new.interested_properties) reference;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION leads_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    response_changed constant boolean := old.response_seconds IS DISTINCT FROM new.response_seconds;
BEGIN
    IF old.assigned_agent_id IS DISTINCT FROM new.assigned_agent_id OR old.status <> new.status OR old.priority <> new.priority OR old.source <> new.source THEN
        INSERT INTO lead_counts VALUES
            (old.agency_id, coalesce(old.assigned_agent_id, 0), old.status, old.priority, old.source, -1),
            (new.agency_id, coalesce(new.assigned_agent_id, 0), new.status, new.priority, new.source, 1);
    END IF;
    IF old.status <> new.status OR old.score <> new.score THEN
        INSERT INTO lead_scores VALUES (old.agency_id, old.status, old.score, -1), (new.agency_id, new.status, new.score, 1);
    END IF;
    IF old.furthest_status <> new.furthest_status OR response_changed THEN
        INSERT INTO lead_days VALUES
            (old.agency_id, old.created_at / 86400000, old.furthest_status, -1, -num_nonnulls(old.response_seconds), -coalesce(old.response_seconds, 0)),
            (new.agency_id, new.created_at / 86400000, new.furthest_status, 1, num_nonnulls(new.response_seconds), coalesce(new.response_seconds, 0));
    END IF;
    IF old.preferred_areas <> new.preferred_areas THEN
        DELETE FROM lead_areas WHERE agency_id = old.agency_id AND lead_id = old.id AND area IN (SELECT lower(area COLLATE "C") FROM texts(old.preferred_areas) area);
        INSERT INTO lead_areas SELECT DISTINCT new.agency_id, lower(area COLLATE "C"), new.id FROM texts(new.preferred_areas) area;
    END IF;
    IF old.tags <> new.tags THEN
        DELETE FROM lead_tags WHERE agency_id = old.agency_id AND lead_id = old.id AND tag IN (SELECT lower(tag COLLATE "C") FROM texts(old.tags) tag);
        INSERT INTO lead_tags SELECT DISTINCT new.agency_id, lower(tag COLLATE "C"), new.id FROM texts(new.tags) tag;
    END IF;
    IF old.interested_properties <> new.interested_properties THEN
        DELETE FROM lead_interests
        WHERE agency_id = old.agency_id AND reference IN (SELECT texts(old.interested_properties)) AND created_at = old.created_at AND lead_id = old.id;
        INSERT INTO lead_interests SELECT DISTINCT new.agency_id, reference, new.created_at, new.id FROM texts(new.interested_properties) reference;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION interactions_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO interaction_days VALUES (new.agency_id, coalesce(new.agent_id, 0), new.created_at / 86400000, 1);
    RETURN NULL;
END $$;

-- The figures on agents move once for all rows of a statement: a row that is updated a thousand times in one transaction is slower to find each
-- time. Agents are taken in the order of their ids, so that no two who change several wait for each other.
CREATE FUNCTION leads_of_agents_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    WITH moved AS (
        SELECT agency_id, assigned_agent_id AS id, count(*) FILTER (WHERE status < 5) AS open, count(response_seconds) AS answered,
            coalesce(sum(response_seconds), 0) AS seconds
        FROM added WHERE assigned_agent_id IS NOT NULL GROUP BY 1, 2
    ),
    held AS MATERIALIZED (SELECT agency_id, id FROM agents WHERE (agency_id, id) IN (SELECT agency_id, id FROM moved) ORDER BY id FOR NO KEY UPDATE)
    UPDATE agents a SET
        open_leads = a.open_leads + moved.open, answered_leads = a.answered_leads + moved.answered, response_seconds = a.response_seconds + moved.seconds
    FROM held JOIN moved USING (agency_id, id)
    WHERE a.agency_id = held.agency_id AND a.id = held.id;
    RETURN NULL;
END $$;

CREATE FUNCTION leads_of_agents_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    WITH moved AS (
        SELECT agency_id, agent_id AS id, sum(open) AS open, sum(answered) AS answered, sum(seconds) AS seconds
        FROM before JOIN after USING (agency_id, id) CROSS JOIN LATERAL (VALUES
            (before.assigned_agent_id, -(before.status < 5)::int, -num_nonnulls(before.response_seconds), -coalesce(before.response_seconds, 0)),
            (after.assigned_agent_id, (after.status < 5)::int, num_nonnulls(after.response_seconds), coalesce(after.response_seconds, 0))
        ) part (agent_id, open, answered, seconds)
        WHERE part.agent_id IS NOT NULL AND (before.assigned_agent_id IS DISTINCT FROM after.assigned_agent_id OR before.status <> after.status
            OR before.response_seconds IS DISTINCT FROM after.response_seconds)
        GROUP BY 1, 2
    ),
    held AS MATERIALIZED (SELECT agency_id, id FROM agents WHERE (agency_id, id) IN (SELECT agency_id, id FROM moved) ORDER BY id FOR NO KEY UPDATE)
    UPDATE agents a SET
        open_leads = a.open_leads + moved.open, answered_leads = a.answered_leads + moved.answered, response_seconds = a.response_seconds + moved.seconds
    FROM held JOIN moved USING (agency_id, id)
    WHERE a.agency_id = held.agency_id AND a.id = held.id;

    WITH moved AS (
        SELECT h.agency_id, h.agent_id AS id, sum((after.status = 5)::int - (before.status = 5)::int) AS converted
        FROM before JOIN after USING (agency_id, id) JOIN agent_leads h ON h.agency_id = after.agency_id AND h.lead_id = after.id
        WHERE (before.status = 5) <> (after.status = 5)
        GROUP BY 1, 2
    ),
    held AS MATERIALIZED (SELECT agency_id, id FROM agents WHERE (agency_id, id) IN (SELECT agency_id, id FROM moved) ORDER BY id FOR NO KEY UPDATE)
    UPDATE agents a SET converted_leads = a.converted_leads + moved.converted
    FROM held JOIN moved USING (agency_id, id)
    WHERE a.agency_id = held.agency_id AND a.id = held.id;
    RETURN NULL;
END $$;

CREATE FUNCTION lead_assignments_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    WITH first AS (
        INSERT INTO agent_leads SELECT DISTINCT agency_id, lead_id, agent_id FROM added WHERE agent_id IS NOT NULL
        ON CONFLICT (agency_id, lead_id, agent_id) DO NOTHING
        RETURNING agency_id, lead_id, agent_id
    ),
    moved AS (
        SELECT first.agency_id, first.agent_id AS id, count(*) AS total, count(*) FILTER (WHERE l.status = 5) AS converted
        FROM first JOIN leads l ON l.agency_id = first.agency_id AND l.id = first.lead_id
        GROUP BY 1, 2
    ),
    held AS MATERIALIZED (SELECT agency_id, id FROM agents WHERE (agency_id, id) IN (SELECT agency_id, id FROM moved) ORDER BY id FOR NO KEY UPDATE)
    UPDATE agents a SET total_leads = a.total_leads + moved.total, converted_leads = a.converted_leads + moved.converted
    FROM held JOIN moved USING (agency_id, id)
    WHERE a.agency_id = held.agency_id AND a.id = held.id;
    RETURN NULL;
END $$;

-- Brings the rows that add up to one count of this agency back to one row, and to none where they add up to nothing. Who reads meanwhile sees
-- them before or after; who else folds, later.
CREATE FUNCTION fold_counts() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('lintel.fold_counts'), hashtext(lintel_agency()::text)) THEN
        RETURN;
    END IF;
    WITH gone AS (
        DELETE FROM lead_counts c
        USING (SELECT agent_id, status, priority, source FROM lead_counts WHERE agency_id = lintel_agency() GROUP BY 1, 2, 3, 4 HAVING count(*) > 1) many
        WHERE c.agency_id = lintel_agency() AND (c.agent_id, c.status, c.priority, c.source) = (many.agent_id, many.status, many.priority, many.source)
        RETURNING c.*
    )
    INSERT INTO lead_counts SELECT agency_id, agent_id, status, priority, source, sum(leads) FROM gone GROUP BY 1, 2, 3, 4, 5 HAVING sum(leads) <> 0;
    WITH gone AS (
        DELETE FROM lead_scores c
        USING (SELECT status, score FROM lead_scores WHERE agency_id = lintel_agency() GROUP BY 1, 2 HAVING count(*) > 1) many
        WHERE c.agency_id = lintel_agency() AND (c.status, c.score) = (many.status, many.score)
        RETURNING c.*
    )
    INSERT INTO lead_scores SELECT agency_id, status, score, sum(leads) FROM gone GROUP BY 1, 2, 3 HAVING sum(leads) <> 0;
    WITH gone AS (
        DELETE FROM lead_days c
        USING (SELECT day, furthest_status FROM lead_days WHERE agency_id = lintel_agency() GROUP BY 1, 2 HAVING count(*) > 1) many
        WHERE c.agency_id = lintel_agency() AND (c.day, c.furthest_status) = (many.day, many.furthest_status)
        RETURNING c.*
    )
    INSERT INTO lead_days SELECT agency_id, day, furthest_status, sum(leads), sum(answered), sum(response_seconds) FROM gone GROUP BY 1, 2, 3
    HAVING sum(leads) <> 0 OR sum(answered) <> 0 OR sum(response_seconds) <> 0;
    WITH gone AS (
        DELETE FROM interaction_days c
        USING (SELECT agent_id, day FROM interaction_days WHERE agency_id = lintel_agency() GROUP BY 1, 2 HAVING count(*) > 1) many
        WHERE c.agency_id = lintel_agency() AND (c.agent_id, c.day) = (many.agent_id, many.day)
        RETURNING c.*
    )
    INSERT INTO interaction_days SELECT agency_id, agent_id, day, sum(interactions) FROM gone GROUP BY 1, 2, 3 HAVING sum(interactions) <> 0;
END $$;

CREATE TRIGGER leads_inserted AFTER INSERT ON leads FOR EACH ROW EXECUTE FUNCTION leads_inserted();

CREATE TRIGGER leads_updated
AFTER UPDATE OF assigned_agent_id, status, priority, source, score, furthest_status, response_seconds, preferred_areas, tags, interested_properties ON leads
FOR EACH ROW EXECUTE FUNCTION leads_updated();

CREATE TRIGGER interactions_inserted AFTER INSERT ON interactions FOR EACH ROW WHEN (new.type < 6) EXECUTE FUNCTION interactions_inserted();

CREATE TRIGGER leads_of_agents_inserted AFTER INSERT ON leads REFERENCING NEW TABLE AS added FOR EACH STATEMENT
EXECUTE FUNCTION leads_of_agents_inserted();

CREATE TRIGGER leads_of_agents_updated AFTER UPDATE ON leads REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT
EXECUTE FUNCTION leads_of_agents_updated();

CREATE TRIGGER lead_assignments_inserted AFTER INSERT ON lead_assignments REFERENCING NEW TABLE AS added FOR EACH STATEMENT
EXECUTE FUNCTION lead_assignments_inserted();
