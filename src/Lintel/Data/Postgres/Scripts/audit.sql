-- The audit only grows. One thing may be taken from it: what it holds of a person who was erased, so that nobody finds in it who that was.
-- Which leads those are stands in erasures, which only grows, too.
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', tg_table_name USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_entries_kept BEFORE DELETE OR TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE FUNCTION audit_entries_fixed() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF old.entity <> 'lead' OR NOT EXISTS (SELECT 1 FROM erasures e WHERE e.agency_id = old.agency_id AND e.lead_id = old.entity_id)
        OR to_jsonb(old) - '{before,after}'::text[] <> to_jsonb(new) - '{before,after}'::text[]
    THEN
        RAISE EXCEPTION '% is append-only', tg_table_name USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN new;
END $$;

CREATE TRIGGER audit_entries_fixed BEFORE UPDATE ON audit_entries FOR EACH ROW EXECUTE FUNCTION audit_entries_fixed();

CREATE TRIGGER erasures_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON erasures FOR EACH STATEMENT EXECUTE FUNCTION append_only();
