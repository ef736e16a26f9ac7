-- Everything that lintel has in its schema, gone: what a backup puts back comes in its place, in the same transaction.
DO $$
DECLARE
    what text;
BEGIN
    FOR what IN
        SELECT format('%s %I.%I', CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, current_schema(), relname)
        FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'S')
            AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_class.oid AND deptype IN ('e', 'i'))
    LOOP
        EXECUTE format('DROP %s CASCADE', regexp_replace(what, '^(\w+)', '\1 IF EXISTS'));
    END LOOP;

    -- By name, and all before the first one goes and takes others along.
    FOREACH what IN ARRAY coalesce((
        SELECT array_agg(oid::regprocedure::text) FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
            AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')), '{}')
    LOOP
        EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', what);
    END LOOP;
END $$;
