using Npgsql;

namespace Lintel.Data.Postgres;

/// <summary>
/// The schema that lintel has in a PostgreSQL database, by <c>pg_dump</c> in its custom format, from a snapshot whose rows are counted. The roles
/// that units of work run as belong to the server and are made where they are missing.
/// </summary>
internal sealed class PostgresWhole(NpgsqlDataSource source, string connectionString) : WholeDatabase
{
    // Without the schedule, which every start makes anew.
    private const string TablesSql = """
        SELECT relname::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname NOT LIKE 'qrtz\_%' ORDER BY 1
        """;

    private const string IsLintelSql = "SELECT to_regclass('\"__EFMigrationsHistory\"') IS NOT NULL";

    private const string OthersSql = """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = current_setting('application_name')
        """;

    private readonly PostgresTools _tools = new(connectionString);

    public override string Kind => "PostgreSQL";

    public override IReadOnlySet<string> Known => KnownMigrations.Of(typeof(PostgresLintelDb));

    public override async Task<bool> IsThere(CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return (await Tables(connection, cancel)).Count > 0;
    }

    public override async Task<Contents> Save(string file, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await connection.Run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", cancel);
        var snapshot = await connection.AskOne<string>("SELECT pg_export_snapshot()", cancel);
        var schema = await connection.AskOne<string>("SELECT current_schema()::text", cancel);
        var contents = await Look(connection, cancel);
        using (var dump = _tools.Start(
            "pg_dump", "--format=custom", $"--file={file}", $"--snapshot={snapshot}", $"--schema=\"{schema}\"", $"--exclude-table-data=\"{schema}\".qrtz_*",
            "--no-owner", "--enable-row-security"))
        {
            await dump.Finish(cancel);
        }

        await Check(file, contents, cancel);
        return contents;
    }

    public override async Task Put(string file, Contents contents, CancellationToken cancel)
    {
        await Check(file, contents, cancel);
        string schema;
        await using (var connection = await source.OpenConnectionAsync(cancel))
        {
            if (await connection.AskOne<long>(OthersSql, cancel) > 0)
            {
                throw new CopyException("the database is in use; stop lintel first");
            }

            schema = await connection.AskOne<string>("SELECT current_schema()::text", cancel);
        }

        using var restore = _tools.Start("pg_restore", "--file=-", $"--schema={schema}", "--no-owner", file);
        using var psql = _tools.Start("psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1");
        try
        {
            await psql.In.WriteLineAsync("BEGIN;\n" + PostgresScript.Read("clear.sql") + PostgresScript.Read("roles.sql"));
            await restore.Out.BaseStream.CopyToAsync(psql.In.BaseStream, cancel);
            await restore.Finish(cancel);

            // What was read last set a search path of its own, and is not to be trusted before it is counted.
            await psql.In.WriteLineAsync($"\nSET search_path = \"{schema}\"; SET row_security = on;\n{Counted(contents)}\nCOMMIT;");
            await psql.Finish(cancel);
        }
        catch (IOException)
        {
            throw new CopyException(await psql.WhyItEnded(cancel) ?? "the database went away while the backup was put back; nothing was changed");
        }
    }

    /// <summary>Reads the whole file, as putting it back would, and counts.</summary>
    private async Task Check(string file, Contents contents, CancellationToken cancel)
    {
        using var read = _tools.Start("pg_restore", "--file=-", "--data-only", "--no-owner", file);
        var rows = await PostgresDump.Rows(read.Out, cancel);
        await read.Finish(cancel);
        if (contents.Difference(contents with { Rows = rows }) is { } difference)
        {
            throw new CopyException($"the copy of the database is not whole: {difference}");
        }
    }

    private static async Task<Contents> Look(NpgsqlConnection connection, CancellationToken cancel)
    {
        if (!await connection.AskOne<bool>(IsLintelSql, cancel))
        {
            throw new CopyException("the database of DATABASE_URL is not one of lintel");
        }

        if (!await connection.AskOne<bool>("SELECT row_security_active('agencies') IS FALSE OR pg_has_role('lintel_across', 'USAGE')", cancel))
        {
            throw new CopyException("the user of DATABASE_URL does not see all rows; as an administrator: GRANT lintel_across TO that user WITH INHERIT TRUE");
        }

        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in await Tables(connection, cancel))
        {
            rows[table] = await connection.AskOne<long>($"SELECT count(*) FROM \"{table}\"", cancel);
        }

        return new(await connection.Ask("SELECT migration_id FROM \"__EFMigrationsHistory\" ORDER BY 1", row => row.GetString(0), cancel).ToListAsync(cancel), rows);
    }

    private static ValueTask<List<string>> Tables(NpgsqlConnection connection, CancellationToken cancel) =>
        connection.Ask(TablesSql, row => row.GetString(0), cancel).ToListAsync(cancel);

    /// <summary>SQL that fails unless every table has its rows.</summary>
    private static string Counted(Contents contents)
    {
        var checks = contents.Rows.Select(table =>
            $"IF (SELECT count(*) FROM \"{table.Key}\") <> {table.Value} THEN RAISE EXCEPTION 'the rows of {table.Key} did not all come back'; END IF;");
        return $"DO $$ BEGIN\n{string.Join('\n', checks)}\nEND $$;";
    }
}
