-- What a chart of leads over time is added up from: the leads of a day, a week or a quarter of an hour, by what the chart compares. A year of ten
-- million leads is some thousands of rows here. Like the counts of derived.sql these are sums over rows, and move with the leads they are of.

-- Every calendar's midnights lie on quarters of an hour of UTC, so that the days of any agency are whole rows of this one.
CREATE TABLE lead_quarters (
    agency_id bigint NOT NULL,
    quarter bigint NOT NULL, -- a moment / 900000
    leads bigint NOT NULL, -- created in it
    conversions bigint NOT NULL -- leads that became converted in it and still are
);
CREATE INDEX ix_lead_quarters ON lead_quarters (agency_id, quarter) INCLUDE (leads, conversions);

CREATE TABLE source_days (
    agency_id bigint NOT NULL,
    source text COLLATE "C" NOT NULL,
    day bigint NOT NULL, -- of creation: created_at / 86400000
    leads bigint NOT NULL,
    converted bigint NOT NULL,
    score bigint NOT NULL,
    high bigint NOT NULL -- of high priority or urgent
);
CREATE INDEX ix_source_days ON source_days (agency_id, day, source) INCLUDE (leads, converted, score, high);

-- Of the agent whose the leads are now.
CREATE TABLE agent_days (
    agency_id bigint NOT NULL,
    agent_id bigint NOT NULL,
    day bigint NOT NULL,
    leads bigint NOT NULL,
    converted bigint NOT NULL,
    score bigint NOT NULL,
    answered bigint NOT NULL,
    response_seconds bigint NOT NULL
);
CREATE INDEX ix_agent_days ON agent_days (agency_id, agent_id, day) INCLUDE (leads, converted, score, answered, response_seconds);

CREATE TABLE response_days (
    agency_id bigint NOT NULL,
    day bigint NOT NULL,
    response_range integer NOT NULL, -- 0 unanswered, then from the quickest on
    leads bigint NOT NULL
);
CREATE INDEX ix_response_days ON response_days (agency_id, day, response_range) INCLUDE (leads);

-- By the week, because most listings are not asked about every day.
CREATE TABLE interest_weeks (
    agency_id bigint NOT NULL,
    reference text COLLATE "C" NOT NULL,
    week bigint NOT NULL, -- of creation: created_at / 604800000
    leads bigint NOT NULL,
    converted bigint NOT NULL,
    score bigint NOT NULL
);
CREATE INDEX ix_interest_weeks ON interest_weeks (agency_id, reference, week) INCLUDE (leads, converted, score);

-- What the leads of a status would spend.
CREATE TABLE status_budgets (
    agency_id bigint NOT NULL,
    status integer NOT NULL,
    budget bigint NOT NULL
);
CREATE INDEX ix_status_budgets ON status_budgets (agency_id, status) INCLUDE (budget);

-- Every lead that says what it wants, by its score.
CREATE TABLE type_scores (
    agency_id bigint NOT NULL,
    property_type text COLLATE "C" NOT NULL,
    score integer NOT NULL,
    leads bigint NOT NULL
);
CREATE INDEX ix_type_scores ON type_scores (agency_id, property_type, score) INCLUDE (leads);

ALTER TABLE lead_quarters SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
ALTER TABLE source_days SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
ALTER TABLE agent_days SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
ALTER TABLE response_days SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
ALTER TABLE status_budgets SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
ALTER TABLE type_scores SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- What is read first in the morning, in the order in which it is shown.
CREATE INDEX ix_leads_unanswered_latest ON leads (agency_id, coalesce(first_inbound_at, created_at), id) WHERE response_seconds IS NULL AND status < 5;
CREATE INDEX ix_leads_unread_latest ON leads (agency_id, last_inbound_at, id) WHERE unanswered_since IS NOT NULL;

-- Orders of lists that no other index has to the end, the id: of ten million leads a million may be alike.
CREATE INDEX ix_leads_in_order_of_priority ON leads (agency_id, priority, id);
CREATE INDEX ix_leads_in_order_of_status ON leads (agency_id, status, id);
CREATE INDEX ix_leads_in_order_of_budget ON leads (agency_id, budget_max NULLS FIRST, id);

-- What a day of the calendar is chosen from, all of it in the index.
CREATE INDEX ix_interactions_planned ON interactions (agency_id, scheduled_at, id) INCLUDE (completed_at, agent_id)
WHERE scheduled_at IS NOT NULL AND type < 6;

-- How many viewings there were with those who ask about a listing.
CREATE INDEX ix_interactions_viewings ON interactions (agency_id, lead_id) WHERE type = 4;

CREATE FUNCTION response_range(seconds bigint) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(width_bucket(seconds, ARRAY[0, 300, 900, 3600, 14400, 86400]::bigint[]), 0);

-- What the tables come to, of the leads as they are.
CREATE VIEW counted_lead_quarters AS
SELECT agency_id, quarter, sum(leads)::bigint AS leads, sum(conversions)::bigint AS conversions FROM (
    SELECT agency_id, created_at / 900000 AS quarter, count(*) AS leads, 0 AS conversions FROM leads GROUP BY 1, 2
    UNION ALL
    SELECT agency_id, converted_at / 900000, 0, count(*) FROM leads WHERE converted_at IS NOT NULL GROUP BY 1, 2
) counted GROUP BY 1, 2;

CREATE VIEW counted_source_days AS
SELECT agency_id, source, created_at / 86400000 AS day, count(*) AS leads, count(*) FILTER (WHERE status = 5) AS converted, sum(score)::bigint AS score,
    count(*) FILTER (WHERE priority >= 2) AS high
FROM leads GROUP BY 1, 2, 3;

CREATE VIEW counted_agent_days AS
SELECT agency_id, assigned_agent_id AS agent_id, created_at / 86400000 AS day, count(*) AS leads, count(*) FILTER (WHERE status = 5) AS converted,
    sum(score)::bigint AS score, count(response_seconds) AS answered, coalesce(sum(response_seconds), 0)::bigint AS response_seconds
FROM leads WHERE assigned_agent_id IS NOT NULL GROUP BY 1, 2, 3;

CREATE VIEW counted_response_days AS
SELECT agency_id, created_at / 86400000 AS day, response_range(response_seconds) AS response_range, count(*) AS leads FROM leads GROUP BY 1, 2, 3;

CREATE VIEW counted_interest_weeks AS
SELECT i.agency_id, i.reference, i.created_at / 604800000 AS week, count(*) AS leads, count(*) FILTER (WHERE l.status = 5) AS converted,
    sum(l.score)::bigint AS score
FROM lead_interests i JOIN leads l ON l.agency_id = i.agency_id AND l.id = i.lead_id GROUP BY 1, 2, 3;

CREATE VIEW counted_status_budgets AS
SELECT agency_id, status, sum(coalesce(budget_max, budget_min))::bigint AS budget FROM leads
WHERE coalesce(budget_max, budget_min) IS NOT NULL GROUP BY 1, 2;

CREATE VIEW counted_type_scores AS
SELECT agency_id, property_type, score, count(*) AS leads FROM leads WHERE property_type IS NOT NULL GROUP BY 1, 2, 3;

-- Adds a lead to what is kept, or takes it away with -1.
CREATE FUNCTION move_lead_figures(lead leads, sign integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO lead_quarters VALUES (lead.agency_id, lead.created_at / 900000, sign, 0);
    IF lead.converted_at IS NOT NULL THEN
        INSERT INTO lead_quarters VALUES (lead.agency_id, lead.converted_at / 900000, 0, sign);
    END IF;
    INSERT INTO source_days VALUES (
        lead.agency_id, lead.source, lead.created_at / 86400000, sign, sign * (lead.status = 5)::int, sign * lead.score, sign * (lead.priority >= 2)::int);
    IF lead.assigned_agent_id IS NOT NULL THEN
        INSERT INTO agent_days VALUES (
            lead.agency_id, lead.assigned_agent_id, lead.created_at / 86400000, sign, sign * (lead.status = 5)::int, sign * lead.score,
            sign * num_nonnulls(lead.response_seconds), sign * coalesce(lead.response_seconds, 0));
    END IF;
    INSERT INTO response_days VALUES (lead.agency_id, lead.created_at / 86400000, response_range(lead.response_seconds), sign);
    IF coalesce(lead.budget_max, lead.budget_min) IS NOT NULL THEN
        INSERT INTO status_budgets VALUES (lead.agency_id, lead.status, sign * coalesce(lead.budget_max, lead.budget_min));
    END IF;
    IF lead.property_type IS NOT NULL THEN
        INSERT INTO type_scores VALUES (lead.agency_id, lead.property_type, lead.score, sign);
    END IF;
    IF lead.interested_properties <> '[]' THEN
        INSERT INTO interest_weeks
        SELECT DISTINCT lead.agency_id, reference, lead.created_at / 604800000, sign, sign * (lead.status = 5)::int, sign * lead.score
        FROM texts(lead.interested_properties) reference;
    END IF;
END $$;

CREATE FUNCTION lead_figures_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM move_lead_figures(new, 1);
    RETURN NULL;
END $$;

CREATE FUNCTION lead_figures_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM move_lead_figures(old, -1);
    RETURN NULL;
END $$;

-- Only what changed: a lead's score moves often, and its other figures seldom.
CREATE FUNCTION lead_figures_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    scored constant boolean := old.score <> new.score OR (old.status = 5) <> (new.status = 5);
    answered constant boolean := old.response_seconds IS DISTINCT FROM new.response_seconds;
BEGIN
    IF old.converted_at IS DISTINCT FROM new.converted_at THEN
        INSERT INTO lead_quarters SELECT agency_id, at / 900000, 0, sign
        FROM (VALUES (old.agency_id, old.converted_at, -1), (new.agency_id, new.converted_at, 1)) moved (agency_id, at, sign) WHERE at IS NOT NULL;
    END IF;
    IF scored OR old.source <> new.source OR (old.priority >= 2) <> (new.priority >= 2) THEN
        INSERT INTO source_days VALUES
            (old.agency_id, old.source, old.created_at / 86400000, -1, -(old.status = 5)::int, -old.score, -(old.priority >= 2)::int),
            (new.agency_id, new.source, new.created_at / 86400000, 1, (new.status = 5)::int, new.score, (new.priority >= 2)::int);
    END IF;
    IF scored OR answered OR old.assigned_agent_id IS DISTINCT FROM new.assigned_agent_id THEN
        INSERT INTO agent_days SELECT * FROM (VALUES
            (old.agency_id, old.assigned_agent_id, old.created_at / 86400000, -1, -(old.status = 5)::int, -old.score, -num_nonnulls(old.response_seconds),
                -coalesce(old.response_seconds, 0)),
            (new.agency_id, new.assigned_agent_id, new.created_at / 86400000, 1, (new.status = 5)::int, new.score, num_nonnulls(new.response_seconds),
                coalesce(new.response_seconds, 0))
        ) moved (agency_id, agent_id) WHERE agent_id IS NOT NULL;
    END IF;
    IF answered THEN
        INSERT INTO response_days VALUES
            (old.agency_id, old.created_at / 86400000, response_range(old.response_seconds), -1),
            (new.agency_id, new.created_at / 86400000, response_range(new.response_seconds), 1);
    END IF;
    IF old.status <> new.status OR coalesce(old.budget_max, old.budget_min) IS DISTINCT FROM coalesce(new.budget_max, new.budget_min) THEN
        INSERT INTO status_budgets SELECT * FROM (VALUES
            (old.agency_id, old.status, -coalesce(old.budget_max, old.budget_min)), (new.agency_id, new.status, coalesce(new.budget_max, new.budget_min))
        ) moved (agency_id, status, budget) WHERE budget IS NOT NULL;
    END IF;
    IF old.score <> new.score OR old.property_type IS DISTINCT FROM new.property_type THEN
        INSERT INTO type_scores SELECT * FROM (VALUES
            (old.agency_id, old.property_type, old.score, -1), (new.agency_id, new.property_type, new.score, 1)
        ) moved (agency_id, property_type) WHERE property_type IS NOT NULL;
    END IF;
    IF scored OR old.interested_properties <> new.interested_properties THEN
        INSERT INTO interest_weeks
        SELECT DISTINCT old.agency_id, reference, old.created_at / 604800000, -1, -(old.status = 5)::int, -old.score
        FROM texts(old.interested_properties) reference
        UNION ALL
        SELECT DISTINCT new.agency_id, reference, new.created_at / 604800000, 1, (new.status = 5)::int, new.score
        FROM texts(new.interested_properties) reference;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER lead_figures_inserted AFTER INSERT ON leads FOR EACH ROW EXECUTE FUNCTION lead_figures_inserted();

CREATE TRIGGER lead_figures_updated
AFTER UPDATE OF assigned_agent_id, status, priority, source, score, response_seconds, converted_at, budget_min, budget_max, property_type,
    interested_properties ON leads
FOR EACH ROW EXECUTE FUNCTION lead_figures_updated();

CREATE TRIGGER lead_figures_deleted AFTER DELETE ON leads FOR EACH ROW EXECUTE FUNCTION lead_figures_deleted();

-- Brings the rows that add up to one figure of this agency back to one row, and to none where they add up to nothing.
CREATE FUNCTION fold(figures regclass, keys text, sums text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format(
        $fold$
        WITH gone AS (
            DELETE FROM %1$s c USING (SELECT %2$s FROM %1$s WHERE agency_id = lintel_agency() GROUP BY %2$s HAVING count(*) > 1) many
            WHERE c.agency_id = lintel_agency() AND (%3$s) = (%4$s) RETURNING c.*
        )
        INSERT INTO %1$s (agency_id, %2$s, %5$s) SELECT agency_id, %2$s, %6$s FROM gone GROUP BY agency_id, %2$s HAVING %7$s
        $fold$,
        figures, keys, regexp_replace(keys, '(\w+)', 'c.\1', 'g'), regexp_replace(keys, '(\w+)', 'many.\1', 'g'), array_to_string(sums, ', '),
        (SELECT string_agg(format('sum(%s)', name), ', ') FROM unnest(sums) name),
        (SELECT string_agg(format('sum(%s) <> 0', name), ' OR ') FROM unnest(sums) name));
END $$;

CREATE FUNCTION fold_interests() RETURNS void LANGUAGE sql AS $$
    SELECT fold('interest_weeks', 'reference, week', '{leads, converted, score}')
$$;

-- Who reads meanwhile sees the rows before it or after; who else folds, later.
CREATE OR REPLACE FUNCTION fold_counts() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('lintel.fold_counts'), hashtext(lintel_agency()::text)) THEN
        RETURN;
    END IF;
    PERFORM fold('lead_counts', 'agent_id, status, priority, source', '{leads}');
    PERFORM fold('lead_scores', 'status, score', '{leads}');
    PERFORM fold('lead_days', 'day, furthest_status', '{leads, answered, response_seconds}');
    PERFORM fold('interaction_days', 'agent_id, day', '{interactions}');
    PERFORM fold('lead_quarters', 'quarter', '{leads, conversions}');
    PERFORM fold('source_days', 'source, day', '{leads, converted, score, high}');
    PERFORM fold('agent_days', 'agent_id, day', '{leads, converted, score, answered, response_seconds}');
    PERFORM fold('response_days', 'day, response_range', '{leads}');
    PERFORM fold('status_budgets', 'status', '{budget}');
    PERFORM fold('type_scores', 'property_type, score', '{leads}');

    -- Very many rows, of which few come together.
    IF random() < 0.02 THEN
        PERFORM fold_interests();
    END IF;
END $$;

INSERT INTO lead_quarters SELECT * FROM counted_lead_quarters;
INSERT INTO source_days SELECT * FROM counted_source_days;
INSERT INTO agent_days SELECT * FROM counted_agent_days;
INSERT INTO response_days SELECT * FROM counted_response_days;
INSERT INTO interest_weeks SELECT * FROM counted_interest_weeks;
INSERT INTO status_budgets SELECT * FROM counted_status_budgets;
INSERT INTO type_scores SELECT * FROM counted_type_scores;
ANALYZE lead_quarters, source_days, agent_days, response_days, interest_weeks, status_budgets, type_scores;
