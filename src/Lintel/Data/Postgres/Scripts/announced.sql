-- What happens is announced by the database itself, in the transaction in which it happens, so that no way of writing can forget it. It comes to what
-- Data/Sqlite/Scripts/announced.sql comes to.

-- What has long been due has been seen by whoever looks at what is due.
UPDATE follow_ups SET is_announced = true WHERE due_at <= extract(epoch FROM now()) * 1000;

CREATE FUNCTION leads_announced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO outbox (agency_id, type, lead_id, agent_id, data, created_at, attempts, next_try_at)
    SELECT new.agency_id, type, new.id, new.assigned_agent_id, data, new.created_at, 0, 0
    FROM (VALUES ('lead.created', '{}'), ('lead.assigned', '{"from_agent_id":null}')) told (type, data)
    WHERE type = 'lead.created' OR new.assigned_agent_id IS NOT NULL;
    RETURN NULL;
END $$;

CREATE FUNCTION leads_changes_announced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    words constant text[] := ARRAY['new', 'contacted', 'qualified', 'viewing_scheduled', 'applied', 'converted', 'lost'];
BEGIN
    IF old.assigned_agent_id IS DISTINCT FROM new.assigned_agent_id THEN
        INSERT INTO outbox (agency_id, type, lead_id, agent_id, data, created_at, attempts, next_try_at)
        VALUES (
            new.agency_id, 'lead.assigned', new.id, new.assigned_agent_id, format('{"from_agent_id":%s}', coalesce(old.assigned_agent_id::text, 'null')),
            new.updated_at, 0, 0);
    END IF;
    IF old.status <> new.status THEN
        INSERT INTO outbox (agency_id, type, lead_id, agent_id, data, created_at, attempts, next_try_at)
        VALUES (
            new.agency_id, 'lead.status_changed', new.id, new.assigned_agent_id,
            format('{"from":"%s","to":"%s"}', words[old.status + 1], words[new.status + 1]), new.updated_at, 0, 0);
    END IF;
    IF old.score <> new.score THEN
        -- One that nobody's doing changed has faded, at the moment it was to.
        INSERT INTO outbox (agency_id, type, lead_id, agent_id, data, created_at, attempts, next_try_at)
        VALUES (
            new.agency_id, 'lead.score_changed', new.id, new.assigned_agent_id, format('{"from":%s,"to":%s}', old.score, new.score),
            CASE WHEN old.version = new.version THEN coalesce(old.score_fades_at, new.updated_at) ELSE new.updated_at END, 0, 0);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION leads_facts_announced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO outbox (agency_id, type, lead_id, agent_id, data, created_at, attempts, next_try_at)
    VALUES (new.agency_id, 'lead.updated', new.id, new.assigned_agent_id, '{}', new.updated_at, 0, 0);
    RETURN NULL;
END $$;

CREATE FUNCTION interactions_announced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO outbox (agency_id, type, lead_id, agent_id, data, created_at, attempts, next_try_at)
    SELECT new.agency_id, 'interaction.created', new.lead_id, assigned_agent_id, format('{"interaction_id":%s}', new.id), new.created_at, 0, 0
    FROM leads WHERE agency_id = new.agency_id AND id = new.lead_id;
    RETURN NULL;
END $$;

-- The event and the moment are said by the trigger.
CREATE FUNCTION follow_ups_announced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO outbox (agency_id, type, lead_id, agent_id, data, created_at, attempts, next_try_at)
    SELECT new.agency_id, TG_ARGV[0], new.lead_id, assigned_agent_id, format('{"follow_up_id":%s}', new.id),
        CASE TG_ARGV[0] WHEN 'follow_up.due' THEN new.due_at WHEN 'follow_up.done' THEN new.completed_at ELSE new.created_at END, 0, 0
    FROM leads WHERE agency_id = new.agency_id AND id = new.lead_id;
    RETURN NULL;
END $$;

CREATE TRIGGER leads_announced AFTER INSERT ON leads FOR EACH ROW EXECUTE FUNCTION leads_announced();

CREATE TRIGGER leads_changes_announced AFTER UPDATE OF assigned_agent_id, status, score ON leads FOR EACH ROW
WHEN (old.assigned_agent_id IS DISTINCT FROM new.assigned_agent_id OR old.status <> new.status OR old.score <> new.score)
EXECUTE FUNCTION leads_changes_announced();

CREATE TRIGGER leads_facts_announced
AFTER UPDATE OF name, phone, email, instagram_handle, whatsapp_number, source, priority, interested_properties, budget_min, budget_max, preferred_areas,
    property_type, bedrooms, move_in_date, tags, notes, next_follow_up_at ON leads
FOR EACH ROW WHEN (old.version <> new.version) EXECUTE FUNCTION leads_facts_announced();

CREATE TRIGGER interactions_announced AFTER INSERT ON interactions FOR EACH ROW WHEN (new.type < 6) EXECUTE FUNCTION interactions_announced();

CREATE TRIGGER follow_ups_announced AFTER INSERT ON follow_ups FOR EACH ROW EXECUTE FUNCTION follow_ups_announced('follow_up.created');

CREATE TRIGGER follow_ups_done_announced AFTER UPDATE OF completed_at ON follow_ups
FOR EACH ROW WHEN (old.completed_at IS NULL AND new.completed_at IS NOT NULL) EXECUTE FUNCTION follow_ups_announced('follow_up.done');

CREATE TRIGGER follow_ups_due_announced AFTER UPDATE OF is_announced ON follow_ups
FOR EACH ROW WHEN (new.is_announced AND NOT old.is_announced) EXECUTE FUNCTION follow_ups_announced('follow_up.due');

-- Events come and go all the time; what is dead is cleared away by its number, not by its share.
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
