-- What a chart of leads over time is added up from: the leads of a day, a week or a quarter of an hour, by what the chart compares. Like the counts
-- of derived.sql they move with the leads they are of.

-- Every calendar's midnights lie on quarters of an hour of UTC, so that the days of any agency are whole rows of this one.
CREATE TABLE lead_quarters (
    agency_id INTEGER NOT NULL,
    quarter INTEGER NOT NULL, -- a moment / 900000
    leads INTEGER NOT NULL, -- created in it
    conversions INTEGER NOT NULL, -- leads that became converted in it and still are
    PRIMARY KEY (agency_id, quarter)
) WITHOUT ROWID;

CREATE TABLE source_days (
    agency_id INTEGER NOT NULL,
    source TEXT NOT NULL,
    day INTEGER NOT NULL, -- of creation: created_at / 86400000
    leads INTEGER NOT NULL,
    converted INTEGER NOT NULL,
    score INTEGER NOT NULL,
    high INTEGER NOT NULL, -- of high priority or urgent
    PRIMARY KEY (agency_id, day, source)
) WITHOUT ROWID;

-- Of the agent whose the leads are now.
CREATE TABLE agent_days (
    agency_id INTEGER NOT NULL,
    agent_id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    leads INTEGER NOT NULL,
    converted INTEGER NOT NULL,
    score INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    response_seconds INTEGER NOT NULL,
    PRIMARY KEY (agency_id, agent_id, day)
) WITHOUT ROWID;

CREATE TABLE response_days (
    agency_id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    response_range INTEGER NOT NULL, -- 0 unanswered, then from the quickest on
    leads INTEGER NOT NULL,
    PRIMARY KEY (agency_id, day, response_range)
) WITHOUT ROWID;

-- By the week, because most listings are not asked about every day.
CREATE TABLE interest_weeks (
    agency_id INTEGER NOT NULL,
    reference TEXT NOT NULL,
    week INTEGER NOT NULL, -- of creation: created_at / 604800000
    leads INTEGER NOT NULL,
    converted INTEGER NOT NULL,
    score INTEGER NOT NULL,
    PRIMARY KEY (agency_id, reference, week)
) WITHOUT ROWID;

-- What the leads of a status would spend.
CREATE TABLE status_budgets (
    agency_id INTEGER NOT NULL,
    status INTEGER NOT NULL,
    budget INTEGER NOT NULL,
    PRIMARY KEY (agency_id, status)
) WITHOUT ROWID;

-- Every lead that says what it wants, by its score.
CREATE TABLE type_scores (
    agency_id INTEGER NOT NULL,
    property_type TEXT NOT NULL,
    score INTEGER NOT NULL,
    leads INTEGER NOT NULL,
    PRIMARY KEY (agency_id, property_type, score)
) WITHOUT ROWID;

-- How many viewings there were with those who ask about a listing.
CREATE INDEX ix_interactions_viewings ON interactions (agency_id, lead_id) WHERE type = 4;

-- What the tables come to, of the leads as they are.
CREATE VIEW counted_lead_quarters AS
SELECT agency_id, quarter, sum(leads) AS leads, sum(conversions) AS conversions FROM (
    SELECT agency_id, created_at / 900000 AS quarter, count(*) AS leads, 0 AS conversions FROM leads GROUP BY 1, 2
    UNION ALL
    SELECT agency_id, converted_at / 900000, 0, count(*) FROM leads WHERE converted_at IS NOT NULL GROUP BY 1, 2
) GROUP BY 1, 2;

CREATE VIEW counted_source_days AS
SELECT agency_id, source, created_at / 86400000 AS day, count(*) AS leads, sum(status = 5) AS converted, sum(score) AS score, sum(priority >= 2) AS high
FROM leads GROUP BY 1, 2, 3;

CREATE VIEW counted_agent_days AS
SELECT agency_id, assigned_agent_id AS agent_id, created_at / 86400000 AS day, count(*) AS leads, sum(status = 5) AS converted, sum(score) AS score,
    count(response_seconds) AS answered, ifnull(sum(response_seconds), 0) AS response_seconds
FROM leads WHERE assigned_agent_id IS NOT NULL GROUP BY 1, 2, 3;

CREATE VIEW counted_response_days AS
SELECT agency_id, created_at / 86400000 AS day,
    ifnull(1 + (response_seconds >= 300) + (response_seconds >= 900) + (response_seconds >= 3600)
        + (response_seconds >= 14400) + (response_seconds >= 86400), 0) AS response_range,
    count(*) AS leads
FROM leads GROUP BY 1, 2, 3;

CREATE VIEW counted_interest_weeks AS
SELECT i.agency_id, i.reference, i.created_at / 604800000 AS week, count(*) AS leads, sum(l.status = 5) AS converted, sum(l.score) AS score
FROM lead_interests i JOIN leads l ON l.id = i.lead_id GROUP BY 1, 2, 3;

CREATE VIEW counted_status_budgets AS
SELECT agency_id, status, sum(ifnull(budget_max, budget_min)) AS budget FROM leads WHERE ifnull(budget_max, budget_min) IS NOT NULL GROUP BY 1, 2;

CREATE VIEW counted_type_scores AS
SELECT agency_id, property_type, score, count(*) AS leads FROM leads WHERE property_type IS NOT NULL GROUP BY 1, 2, 3;

CREATE TRIGGER lead_figures_inserted AFTER INSERT ON leads BEGIN
    INSERT INTO lead_quarters VALUES (new.agency_id, new.created_at / 900000, 1, 0) ON CONFLICT DO UPDATE SET leads = leads + excluded.leads;
    INSERT INTO source_days
    SELECT new.agency_id, new.source, new.created_at / 86400000, 1, (new.status = 5), new.score, (new.priority >= 2)
    WHERE true
    ON CONFLICT DO UPDATE SET
        leads = leads + excluded.leads, converted = converted + excluded.converted, score = score + excluded.score, high = high + excluded.high;
    INSERT INTO agent_days
    SELECT new.agency_id, new.assigned_agent_id, new.created_at / 86400000, 1, (new.status = 5), new.score,
        (new.response_seconds IS NOT NULL), ifnull(new.response_seconds, 0)
    WHERE new.assigned_agent_id IS NOT NULL
    ON CONFLICT DO UPDATE SET
        leads = leads + excluded.leads, converted = converted + excluded.converted, score = score + excluded.score,
        answered = answered + excluded.answered, response_seconds = response_seconds + excluded.response_seconds;
    INSERT INTO response_days
    SELECT new.agency_id, new.created_at / 86400000,
        ifnull(1 + (new.response_seconds >= 300) + (new.response_seconds >= 900) + (new.response_seconds >= 3600)
            + (new.response_seconds >= 14400) + (new.response_seconds >= 86400), 0), 1
    WHERE true
    ON CONFLICT DO UPDATE SET leads = leads + excluded.leads;
    INSERT INTO interest_weeks
    SELECT DISTINCT new.agency_id, value, new.created_at / 604800000, 1, (new.status = 5), new.score FROM json_each(new.interested_properties)
    WHERE true
    ON CONFLICT DO UPDATE SET leads = leads + excluded.leads, converted = converted + excluded.converted, score = score + excluded.score;
    INSERT INTO status_budgets
    SELECT new.agency_id, new.status, ifnull(new.budget_max, new.budget_min) WHERE ifnull(new.budget_max, new.budget_min) IS NOT NULL
    ON CONFLICT DO UPDATE SET budget = budget + excluded.budget;
    INSERT INTO lead_quarters
    SELECT new.agency_id, new.converted_at / 900000, 0, 1 WHERE new.converted_at IS NOT NULL
    ON CONFLICT DO UPDATE SET conversions = conversions + excluded.conversions;
    INSERT INTO type_scores
    SELECT new.agency_id, new.property_type, new.score, 1 WHERE new.property_type IS NOT NULL
    ON CONFLICT DO UPDATE SET leads = leads + excluded.leads;
END;

CREATE TRIGGER lead_figures_deleted BEFORE DELETE ON leads BEGIN
    INSERT INTO lead_quarters VALUES (old.agency_id, old.created_at / 900000, -1, 0) ON CONFLICT DO UPDATE SET leads = leads + excluded.leads;
    INSERT INTO source_days
    SELECT old.agency_id, old.source, old.created_at / 86400000, -1, -(old.status = 5), -old.score, -(old.priority >= 2)
    WHERE true
    ON CONFLICT DO UPDATE SET
        leads = leads + excluded.leads, converted = converted + excluded.converted, score = score + excluded.score, high = high + excluded.high;
    INSERT INTO agent_days
    SELECT old.agency_id, old.assigned_agent_id, old.created_at / 86400000, -1, -(old.status = 5), -old.score,
        -(old.response_seconds IS NOT NULL), -ifnull(old.response_seconds, 0)
    WHERE old.assigned_agent_id IS NOT NULL
    ON CONFLICT DO UPDATE SET
        leads = leads + excluded.leads, converted = converted + excluded.converted, score = score + excluded.score,
        answered = answered + excluded.answered, response_seconds = response_seconds + excluded.response_seconds;
    INSERT INTO response_days
    SELECT old.agency_id, old.created_at / 86400000,
        ifnull(1 + (old.response_seconds >= 300) + (old.response_seconds >= 900) + (old.response_seconds >= 3600)
            + (old.response_seconds >= 14400) + (old.response_seconds >= 86400), 0), -1
    WHERE true
    ON CONFLICT DO UPDATE SET leads = leads + excluded.leads;
    INSERT INTO interest_weeks
    SELECT DISTINCT old.agency_id, value, old.created_at / 604800000, -1, -(old.status = 5), -old.score FROM json_each(old.interested_properties)
    WHERE true
    ON CONFLICT DO UPDATE SET leads = leads + excluded.leads, converted = converted + excluded.converted, score = score + excluded.score;
    INSERT INTO status_budgets
    SELECT old.agency_id, old.status, -ifnull(old.budget_max, old.budget_min) WHERE ifnull(old.budget_max, old.budget_min) IS NOT NULL
    ON CONFLICT DO UPDATE SET budget = budget + excluded.budget;
    INSERT INTO lead_quarters
    SELECT old.agency_id, old.converted_at / 900000, 0, -1 WHERE old.converted_at IS NOT NULL
    ON CONFLICT DO UPDATE SET conversions = conversions + excluded.conversions;
    INSERT INTO type_scores
    SELECT old.agency_id, old.property_type, old.score, -1 WHERE old.property_type IS NOT NULL
    ON CONFLICT DO UPDATE SET leads = leads + excluded.leads;
END;

-- Each only where it changed: a lead's score moves often, and its other figures seldom.
CREATE TRIGGER lead_conversions_changed AFTER UPDATE OF converted_at ON leads
WHEN old.converted_at IS NOT new.converted_at
BEGIN
    INSERT INTO lead_quarters
    SELECT old.agency_id, old.converted_at / 900000, 0, -1 WHERE old.converted_at IS NOT NULL
    UNION ALL
    SELECT new.agency_id, new.converted_at / 900000, 0, 1 WHERE new.converted_at IS NOT NULL
    ON CONFLICT DO UPDATE SET conversions = conversions + excluded.conversions;
END;

CREATE TRIGGER source_days_changed AFTER UPDATE OF source, status, score, priority ON leads
WHEN old.score <> new.score OR (old.status = 5) <> (new.status = 5)
    OR old.source <> new.source OR (old.priority >= 2) <> (new.priority >= 2)
BEGIN
    INSERT INTO source_days
    SELECT old.agency_id, old.source, old.created_at / 86400000, -1, -(old.status = 5), -old.score, -(old.priority >= 2)
    UNION ALL
    SELECT new.agency_id, new.source, new.created_at / 86400000, 1, (new.status = 5), new.score, (new.priority >= 2)
    WHERE true
    ON CONFLICT DO UPDATE SET
        leads = leads + excluded.leads, converted = converted + excluded.converted, score = score + excluded.score, high = high + excluded.high;
END;

CREATE TRIGGER agent_days_changed AFTER UPDATE OF assigned_agent_id, status, score, response_seconds ON leads
WHEN old.score <> new.score OR (old.status = 5) <> (new.status = 5)
    OR old.assigned_agent_id IS NOT new.assigned_agent_id OR old.response_seconds IS NOT new.response_seconds
BEGIN
    INSERT INTO agent_days
    SELECT old.agency_id, old.assigned_agent_id, old.created_at / 86400000, -1, -(old.status = 5), -old.score,
        -(old.response_seconds IS NOT NULL), -ifnull(old.response_seconds, 0)
    WHERE old.assigned_agent_id IS NOT NULL
    UNION ALL
    SELECT new.agency_id, new.assigned_agent_id, new.created_at / 86400000, 1, (new.status = 5), new.score,
        (new.response_seconds IS NOT NULL), ifnull(new.response_seconds, 0)
    WHERE new.assigned_agent_id IS NOT NULL
    ON CONFLICT DO UPDATE SET
        leads = leads + excluded.leads, converted = converted + excluded.converted, score = score + excluded.score,
        answered = answered + excluded.answered, response_seconds = response_seconds + excluded.response_seconds;
END;

CREATE TRIGGER response_days_changed AFTER UPDATE OF response_seconds ON leads
WHEN old.response_seconds IS NOT new.response_seconds
BEGIN
    INSERT INTO response_days
    SELECT old.agency_id, old.created_at / 86400000,
        ifnull(1 + (old.response_seconds >= 300) + (old.response_seconds >= 900) + (old.response_seconds >= 3600)
            + (old.response_seconds >= 14400) + (old.response_seconds >= 86400), 0), -1
    UNION ALL
    SELECT new.agency_id, new.created_at / 86400000,
        ifnull(1 + (new.response_seconds >= 300) + (new.response_seconds >= 900) + (new.response_seconds >= 3600)
            + (new.response_seconds >= 14400) + (new.response_seconds >= 86400), 0), 1
    WHERE true
    ON CONFLICT DO UPDATE SET leads = leads + excluded.leads;
END;

CREATE TRIGGER status_budgets_changed AFTER UPDATE OF status, budget_min, budget_max ON leads
WHEN old.status <> new.status OR ifnull(old.budget_max, old.budget_min) IS NOT ifnull(new.budget_max, new.budget_min)
BEGIN
    INSERT INTO status_budgets
    SELECT old.agency_id, old.status, -ifnull(old.budget_max, old.budget_min) WHERE ifnull(old.budget_max, old.budget_min) IS NOT NULL
    UNION ALL
    SELECT new.agency_id, new.status, ifnull(new.budget_max, new.budget_min) WHERE ifnull(new.budget_max, new.budget_min) IS NOT NULL
    ON CONFLICT DO UPDATE SET budget = budget + excluded.budget;
END;

CREATE TRIGGER type_scores_changed AFTER UPDATE OF score, property_type ON leads
WHEN old.score <> new.score OR old.property_type IS NOT new.property_type
BEGIN
    INSERT INTO type_scores
    SELECT old.agency_id, old.property_type, old.score, -1 WHERE old.property_type IS NOT NULL
    UNION ALL
    SELECT new.agency_id, new.property_type, new.score, 1 WHERE new.property_type IS NOT NULL
    ON CONFLICT DO UPDATE SET leads = leads + excluded.leads;
END;

CREATE TRIGGER interest_weeks_changed AFTER UPDATE OF status, score, interested_properties ON leads
WHEN old.score <> new.score OR (old.status = 5) <> (new.status = 5) OR old.interested_properties <> new.interested_properties
BEGIN
    INSERT INTO interest_weeks
    SELECT DISTINCT old.agency_id, value, old.created_at / 604800000, -1, -(old.status = 5), -old.score FROM json_each(old.interested_properties)
    UNION ALL
    SELECT DISTINCT new.agency_id, value, new.created_at / 604800000, 1, (new.status = 5), new.score FROM json_each(new.interested_properties)
    WHERE true
    ON CONFLICT DO UPDATE SET leads = leads + excluded.leads, converted = converted + excluded.converted, score = score + excluded.score;
END;

INSERT INTO lead_quarters SELECT * FROM counted_lead_quarters;
INSERT INTO source_days SELECT * FROM counted_source_days;
INSERT INTO agent_days SELECT * FROM counted_agent_days;
INSERT INTO response_days SELECT * FROM counted_response_days;
INSERT INTO interest_weeks SELECT * FROM counted_interest_weeks;
INSERT INTO status_budgets SELECT * FROM counted_status_budgets;
INSERT INTO type_scores SELECT * FROM counted_type_scores;
