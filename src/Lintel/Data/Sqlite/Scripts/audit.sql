-- The audit only grows. One thing may be taken from it: what it holds of a person who was erased, so that nobody finds in it who that was.
-- Which leads those are stands in erasures, which only grows, too.
CREATE TRIGGER audit_entries_kept BEFORE DELETE ON audit_entries BEGIN
    SELECT raise(ABORT, 'the audit is append-only');
END;

CREATE TRIGGER audit_entries_fixed BEFORE UPDATE ON audit_entries
WHEN old.id <> new.id OR old.agency_id <> new.agency_id OR old.at <> new.at OR old.actor <> new.actor OR old.user_id IS NOT new.user_id
    OR old.key_id IS NOT new.key_id OR old.address IS NOT new.address OR old.trace_id IS NOT new.trace_id OR old.action <> new.action
    OR old.entity <> new.entity OR old.entity_id IS NOT new.entity_id
    OR old.entity <> 'lead' OR NOT EXISTS (SELECT 1 FROM erasures e WHERE e.agency_id = old.agency_id AND e.lead_id = old.entity_id)
BEGIN
    SELECT raise(ABORT, 'the audit is append-only');
END;

CREATE TRIGGER erasures_kept BEFORE DELETE ON erasures BEGIN
    SELECT raise(ABORT, 'what was erased stays erased');
END;

CREATE TRIGGER erasures_fixed BEFORE UPDATE ON erasures BEGIN
    SELECT raise(ABORT, 'what was erased stays erased');
END;
