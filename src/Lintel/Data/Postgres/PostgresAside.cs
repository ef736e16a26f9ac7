using Npgsql;

namespace Lintel.Data.Postgres;

/// <summary>
/// What keeps a table in order row by row, put aside while very many come, and brought back for all rows together: triggers, foreign keys,
/// policies (COPY knows none), and where it pays, indexes. All within one transaction of the tables' owner; until it ends nobody else sees the tables.
/// </summary>
internal sealed class PostgresAside
{
    private const string Tables = "SELECT oid FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'";

    private const string GuardsSql = $"""
        SELECT format('ALTER TABLE %s DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY', oid::regclass),
            format('ALTER TABLE %s ENABLE TRIGGER USER', oid::regclass) || CASE WHEN relforcerowsecurity THEN ', FORCE ROW LEVEL SECURITY' ELSE '' END
        FROM pg_class WHERE oid IN ({Tables})
        """;

    private const string ConstraintsSql = $"""
        SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        FROM pg_constraint WHERE contype = 'f' AND conrelid IN ({Tables})
        """;

    private const string IndexesSql = $"""
        SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
        FROM pg_index WHERE indrelid IN ({Tables}) AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
        """;

    // What is searched is written after the rest, and looked up in by nothing before that is done.
    private const string OrdinaryIndexesSql = $"{IndexesSql} AND indrelid <> 'lead_search'::regclass";
    private const string SearchIndexesSql = $"{IndexesSql} AND indrelid = 'lead_search'::regclass";

    private readonly List<string> _guards;
    private readonly List<string> _constraints;
    private readonly List<string> _indexes;
    private readonly List<string> _searchIndexes;

    private PostgresAside(List<string> guards, List<string> constraints, List<string> indexes, List<string> searchIndexes) =>
        (_guards, _constraints, _indexes, _searchIndexes) = (guards, constraints, indexes, searchIndexes);

    public static async Task<PostgresAside> Put(NpgsqlConnection connection, bool indexes, CancellationToken cancel) => new(
        await Put(connection, GuardsSql, cancel),
        await Put(connection, ConstraintsSql, cancel),
        indexes ? await Put(connection, OrdinaryIndexesSql, cancel) : [],
        indexes ? await Put(connection, SearchIndexesSql, cancel) : []);

    /// <summary>Brings the indexes back: what comes next may want to look something up.</summary>
    public Task BringIndexesBack(NpgsqlConnection connection, CancellationToken cancel) => Bring(connection, _indexes, cancel);

    /// <summary>Brings the rest back; throws when a row points at one that is not there.</summary>
    public async Task BringBack(NpgsqlConnection connection, CancellationToken cancel)
    {
        await BringIndexesBack(connection, cancel);
        await Bring(connection, _searchIndexes, cancel);
        await Bring(connection, _constraints, cancel);
        await Bring(connection, _guards, cancel);
    }

    /// <returns>The SQL that brings back what was put aside.</returns>
    private static async Task<List<string>> Put(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        var (putting, bringing) = (new List<string>(), new List<string>());
        await foreach (var row in connection.Ask(sql, row => (row.GetString(0), row.GetString(1)), cancel))
        {
            putting.Add(row.Item1);
            bringing.Add(row.Item2);
        }

        await Bring(connection, putting, cancel);
        return bringing;
    }

    private static async Task Bring(NpgsqlConnection connection, List<string> statements, CancellationToken cancel)
    {
        foreach (var statement in statements)
        {
            await connection.Run(statement, cancel);
        }

        statements.Clear();
    }
}
