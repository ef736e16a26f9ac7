-- Who may see what, for every table there is; run after migrations, which may have brought new ones, and after roles.sql.
DO $$
DECLARE
    name text;
    of_agency text;
BEGIN
    FOREACH name IN ARRAY ARRAY['lintel_app', 'lintel_across'] LOOP
        EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO %I', current_schema(), name);
    END LOOP;

    FOR name, of_agency IN
        SELECT format('%I.%I', n.nspname, c.relname), CASE WHEN c.relname = 'agencies' THEN 'id' ELSE a.attname END
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'agency_id' AND NOT a.attisdropped
        WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND c.relname NOT IN ('lead_search', '__EFMigrationsHistory', 'shared_keys')
            AND c.relname NOT LIKE 'qrtz\_%'
    LOOP
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO lintel_app, lintel_across', name);
        IF of_agency IS NOT NULL THEN
            EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
            EXECUTE format('DROP POLICY IF EXISTS one_agency ON %s', name);
            EXECUTE format('CREATE POLICY one_agency ON %s TO lintel_app USING (%I = (SELECT lintel_agency()))', name, of_agency);
            EXECUTE format('DROP POLICY IF EXISTS all_agencies ON %s', name);
            EXECUTE format('CREATE POLICY all_agencies ON %s TO lintel_across USING (true)', name);
        END IF;
    END LOOP;

    -- Accounts are above agencies: one agency sees the people who work for it, and nothing of how any of them signs in.
    ALTER TABLE users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    DROP POLICY IF EXISTS of_members ON users;
    CREATE POLICY of_members ON users FOR SELECT TO lintel_app
        USING (EXISTS (SELECT 1 FROM memberships m WHERE m.agency_id = (SELECT lintel_agency()) AND m.user_id = users.id));
    DROP POLICY IF EXISTS all_agencies ON users;
    CREATE POLICY all_agencies ON users TO lintel_across USING (true);
    REVOKE ALL ON users, sessions, sign_in_failures, passkeys, used_challenges FROM lintel_app;
    GRANT SELECT (id, email, name, created_at) ON users TO lintel_app;

    GRANT SELECT ON lead_texts TO lintel_app, lintel_across;
END $$;
