-- Row-level security holds for the tables' owner, too; secure.sql, run after every migration, sees to that again.
ALTER TABLE leads NO FORCE ROW LEVEL SECURITY;
ALTER TABLE interactions NO FORCE ROW LEVEL SECURITY;

-- What leads that were there before these columns would have had in them (Lead.Record keeps them since).
UPDATE leads SET
    last_inbound_at = (
        SELECT max(i.created_at) FROM interactions i
        WHERE i.agency_id = leads.agency_id AND i.lead_id = leads.id AND i.type < 5 AND i.direction = 0),
    unanswered_since = (
        SELECT min(i.created_at) FROM interactions i
        WHERE i.agency_id = leads.agency_id AND i.lead_id = leads.id AND i.type < 5 AND i.direction = 0
            AND i.created_at > coalesce((
                SELECT max(o.created_at) FROM interactions o
                WHERE o.agency_id = leads.agency_id AND o.lead_id = leads.id AND o.type < 5 AND o.direction = 1 AND NOT o.is_automated
                    AND (o.scheduled_at IS NULL OR o.scheduled_at <= o.created_at)), 0));
