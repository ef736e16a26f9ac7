-- What happens is announced by the database itself, in the transaction in which it happens, so that no way of writing can forget it. A moment is the
-- one at which it happened for the product: the database's own clock is not asked.

-- What has long been due has been seen by whoever looks at what is due.
UPDATE follow_ups SET is_announced = 1 WHERE due_at <= unixepoch() * 1000;

CREATE TRIGGER leads_announced AFTER INSERT ON leads BEGIN
    INSERT INTO outbox (agency_id, type, lead_id, agent_id, data, created_at, attempts, next_try_at)
    VALUES (new.agency_id, 'lead.created', new.id, new.assigned_agent_id, '{}', new.created_at, 0, 0);
    INSERT INTO outbox (agency_id, type, lead_id, agent_id, data, created_at, attempts, next_try_at)
    SELECT new.agency_id, 'lead.assigned', new.id, new.assigned_agent_id, '{"from_agent_id":null}', new.created_at, 0, 0
    WHERE new.assigned_agent_id IS NOT NULL;
END;

CREATE TRIGGER leads_assignment_announced AFTER UPDATE OF assigned_agent_id ON leads WHEN old.assigned_agent_id IS NOT new.assigned_agent_id BEGIN
    INSERT INTO outbox (agency_id, type, lead_id, agent_id, data, created_at, attempts, next_try_at)
    VALUES (new.agency_id, 'lead.assigned', new.id, new.assigned_agent_id, json_object('from_agent_id', old.assigned_agent_id), new.updated_at, 0, 0);
END;

CREATE TRIGGER leads_status_announced AFTER UPDATE OF status ON leads WHEN old.status <> new.status BEGIN
    INSERT INTO outbox (agency_id, type, lead_id, agent_id, data, created_at, attempts, next_try_at)
    VALUES (
        new.agency_id, 'lead.status_changed', new.id, new.assigned_agent_id,
        json_object(
            'from', json_extract('["new","contacted","qualified","viewing_scheduled","applied","converted","lost"]', '$[' || old.status || ']'),
            'to', json_extract('["new","contacted","qualified","viewing_scheduled","applied","converted","lost"]', '$[' || new.status || ']')),
        new.updated_at, 0, 0);
END;

-- A score that nobody's doing changed has faded, at the moment it was to.
CREATE TRIGGER leads_score_announced AFTER UPDATE OF score ON leads WHEN old.score <> new.score BEGIN
    INSERT INTO outbox (agency_id, type, lead_id, agent_id, data, created_at, attempts, next_try_at)
    VALUES (
        new.agency_id, 'lead.score_changed', new.id, new.assigned_agent_id, json_object('from', old.score, 'to', new.score),
        iif(old.version = new.version, ifnull(old.score_fades_at, new.updated_at), new.updated_at), 0, 0);
END;

CREATE TRIGGER leads_facts_announced
AFTER UPDATE OF name, phone, email, instagram_handle, whatsapp_number, source, priority, interested_properties, budget_min, budget_max, preferred_areas,
    property_type, bedrooms, move_in_date, tags, notes, next_follow_up_at ON leads
WHEN old.version <> new.version BEGIN
    INSERT INTO outbox (agency_id, type, lead_id, agent_id, data, created_at, attempts, next_try_at)
    VALUES (new.agency_id, 'lead.updated', new.id, new.assigned_agent_id, '{}', new.updated_at, 0, 0);
END;

CREATE TRIGGER interactions_announced AFTER INSERT ON interactions WHEN new.type < 6 BEGIN
    INSERT INTO outbox (agency_id, type, lead_id, agent_id, data, created_at, attempts, next_try_at)
    VALUES (
        new.agency_id, 'interaction.created', new.lead_id, (SELECT assigned_agent_id FROM leads WHERE id = new.lead_id),
        '{"interaction_id":' || new.id || '}', new.created_at, 0, 0);
END;

CREATE TRIGGER follow_ups_announced AFTER INSERT ON follow_ups BEGIN
    INSERT INTO outbox (agency_id, type, lead_id, agent_id, data, created_at, attempts, next_try_at)
    VALUES (
        new.agency_id, 'follow_up.created', new.lead_id, (SELECT assigned_agent_id FROM leads WHERE id = new.lead_id),
        '{"follow_up_id":' || new.id || '}', new.created_at, 0, 0);
END;

CREATE TRIGGER follow_ups_done_announced AFTER UPDATE OF completed_at ON follow_ups WHEN old.completed_at IS NULL AND new.completed_at IS NOT NULL BEGIN
    INSERT INTO outbox (agency_id, type, lead_id, agent_id, data, created_at, attempts, next_try_at)
    VALUES (
        new.agency_id, 'follow_up.done', new.lead_id, (SELECT assigned_agent_id FROM leads WHERE id = new.lead_id),
        '{"follow_up_id":' || new.id || '}', new.completed_at, 0, 0);
END;

CREATE TRIGGER follow_ups_due_announced AFTER UPDATE OF is_announced ON follow_ups WHEN new.is_announced AND NOT old.is_announced BEGIN
    INSERT INTO outbox (agency_id, type, lead_id, agent_id, data, created_at, attempts, next_try_at)
    VALUES (
        new.agency_id, 'follow_up.due', new.lead_id, (SELECT assigned_agent_id FROM leads WHERE id = new.lead_id),
        '{"follow_up_id":' || new.id || '}', new.due_at, 0, 0);
END;
