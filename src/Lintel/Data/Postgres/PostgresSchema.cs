using Lintel.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Lintel.Data.Postgres;

/// <summary>Brings the database's schema to what this program needs, and knows whether it is.</summary>
internal static class PostgresSchema
{
    private const int OldestServer = 15;

    // Any number that nobody else locks.
    private const long OneAtATime = 0x6C696E74656C;

    private const string HasHistorySql = "SELECT to_regclass('\"__EFMigrationsHistory\"') IS NOT NULL";

    private const string AppliedSql = "SELECT migration_id FROM \"__EFMigrationsHistory\"";

    // A table that came with a migration whose end was not reached.
    private const string UnsecuredSql = """
        SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'agency_id'
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relforcerowsecurity AND c.relname <> 'lead_search'
        """;

    private const string UnforceSql = """
        DO $$
        DECLARE
            of_agency text;
        BEGIN
            FOR of_agency IN SELECT oid::regclass FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relforcerowsecurity LOOP
                EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', of_agency);
            END LOOP;
        END $$
        """;

    public static async Task Prepare(NpgsqlDataSource source, bool upgrade, CancellationToken cancel)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancel);
            await CheckServer(connection, cancel);
            if (await IsWhole(connection, cancel))
            {
                return;
            }

            if (!upgrade)
            {
                throw new SchemaException("the database's schema is older than this lintel needs; run: lintel migrate");
            }

            // Whoever comes second finds it done.
            await connection.Run($"SELECT pg_advisory_lock({OneAtATime})", cancel);
            if (!await IsWhole(connection, cancel))
            {
                await Upgrade(connection, cancel);
            }

            await connection.Run($"SELECT pg_advisory_unlock({OneAtATime})", cancel);
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new SchemaException(
                $"the user of DATABASE_URL may not do what a migration needs ({failure.MessageText}). It must own the database's schema, and either may create roles or has "
                + "been given two: CREATE ROLE lintel_app NOLOGIN; CREATE ROLE lintel_across NOLOGIN; GRANT lintel_app, lintel_across TO that user");
        }
        catch (NpgsqlException failure)
        {
            throw new SchemaException($"the database of DATABASE_URL cannot be used: {(failure as PostgresException)?.MessageText ?? failure.Message}");
        }
    }

    private static async Task CheckServer(NpgsqlConnection connection, CancellationToken cancel)
    {
        if (connection.PostgreSqlVersion.Major < OldestServer)
        {
            throw new SchemaException($"the database server is PostgreSQL {connection.PostgreSqlVersion}, and lintel needs {OldestServer} or newer");
        }

        if (await connection.AskOne<string>("SHOW server_encoding", cancel) is not "UTF8" and var encoding)
        {
            throw new SchemaException($"the database keeps text as {encoding}, and lintel needs UTF8; make it with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0");
        }
    }

    /// <summary>Whether all migrations have been applied and all tables are guarded.</summary>
    private static async Task<bool> IsWhole(NpgsqlConnection connection, CancellationToken cancel)
    {
        var known = KnownMigrations.Of(typeof(PostgresLintelDb));
        var applied = await connection.AskOne<bool>(HasHistorySql, cancel) ? await Texts(connection, AppliedSql, cancel) : [];
        if (applied.Except(known).FirstOrDefault() is { } newer)
        {
            throw new SchemaException($"the database was written by a newer lintel (it has {newer}); run that one");
        }

        return known.IsSubsetOf(applied) && (await Texts(connection, UnsecuredSql, cancel)).Count == 0;
    }

    /// <summary>A migration may change rows of every agency; while it runs, policies do not bind the schema's owner, and before anyone is let in, they do.</summary>
    private static async Task Upgrade(NpgsqlConnection connection, CancellationToken cancel)
    {
        await connection.Run(UnforceSql, cancel);
        await using var db = Context();
        db.Database.SetDbConnection(connection);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(6));
        await db.Database.MigrateAsync(cancel);
        await connection.Run(PostgresScript.Read("roles.sql") + PostgresScript.Read("secure.sql"), cancel);
    }

    /// <summary>For the model, and for what is done before anyone is let in.</summary>
    public static PostgresLintelDb Context()
    {
        var nobody = new Actor(new Agency { Name = "", TimeZone = "UTC", Currency = "", Region = "" }, Actor.System);
        return new PostgresLintelDb(PostgresStore.OptionsFor().Options, new PostgresReader(new NpgsqlConnection(), 0), nobody, DateTime.UnixEpoch);
    }

    private static ValueTask<HashSet<string>> Texts(NpgsqlConnection connection, string sql, CancellationToken cancel) =>
        connection.Ask(sql, row => row.GetString(0), cancel).ToHashSetAsync(StringComparer.Ordinal, cancel);

    /// <summary>Lets the EF tools see the model without a server.</summary>
    public sealed class Designer : IDesignTimeDbContextFactory<PostgresLintelDb>
    {
        public PostgresLintelDb CreateDbContext(string[] args) => Context();
    }
}
