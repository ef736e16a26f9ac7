using Lintel.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Lintel.Data.Sqlite;

/// <summary>Brings the file's schema to what this program needs, and knows whether it is.</summary>
public static class SqliteSchema
{
    private const string AppliedSql = "SELECT migration_id FROM \"__EFMigrationsHistory\"";
    private const string HasHistorySql = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";

    /// <summary>Applies what is missing. A file that is up to date costs two small queries.</summary>
    /// <exception cref="SchemaException">The file was written by a newer program.</exception>
    public static void Upgrade(SqliteStore store)
    {
        using var session = store.OpenForWriting();
        var known = KnownMigrations.Of(typeof(SqliteLintelDb));
        var applied = Applied(session);
        if (applied.Except(known).FirstOrDefault() is { } newer)
        {
            throw new SchemaException($"{store.File} was written by a newer lintel (it has {newer}); run that one.");
        }

        if (!known.IsSubsetOf(applied))
        {
            using var db = Context(session);
            db.Database.Migrate();
        }
    }

    private static SqliteLintelDb Context(SqliteSession session)
    {
        var nobody = new Actor(new Agency { Name = "", TimeZone = "UTC", Currency = "", Region = "" }, Actor.System);
        return new SqliteLintelDb(SqliteStore.OptionsFor(session.Connection), session, nobody, DateTime.UnixEpoch);
    }

    private static HashSet<string> Applied(SqliteSession session)
    {
        using var command = session.Connection.CreateCommand();
        command.CommandText = HasHistorySql;
        if ((long)command.ExecuteScalar()! == 0)
        {
            return [];
        }

        command.CommandText = AppliedSql;
        using var rows = command.ExecuteReader();
        var applied = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            applied.Add(rows.GetString(0));
        }

        return applied;
    }

    /// <summary>Lets the EF tools see the model without a server.</summary>
    public sealed class Designer : IDesignTimeDbContextFactory<SqliteLintelDb>
    {
        public SqliteLintelDb CreateDbContext(string[] args)
        {
            using var nowhere = new SqliteConnection("Data Source=:memory:");
            var session = SqliteSession.Open(nowhere.ConnectionString, "SELECT 1");
            return Context(session);
        }
    }
}
