using Lintel.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Lintel.Data.Sqlite;

/// <summary>Brings the file's schema to what this program needs, and knows whether it is.</summary>
public static class SqliteSchema
{
    private const string TablesSql = "SELECT name FROM sqlite_master WHERE type = 'table'";
    private const string History = "__EFMigrationsHistory";
    private const string AppliedSql = $"SELECT migration_id FROM \"{History}\"";

    // Held by EF while it migrates, and by nobody once its process is gone; who comes next would wait for it for ever.
    private const string Lock = "__EFMigrationsLock";

    /// <summary>Whether the file has what this program needs. Looking leaves it as it is.</summary>
    /// <exception cref="SchemaException">It was written by a newer lintel, or by another program.</exception>
    public static bool IsWhole(SqliteStore store)
    {
        if (!File.Exists(store.File))
        {
            return false;
        }

        using var session = store.OpenToLook();
        return IsWhole(session, store.File);
    }

    /// <summary>The same, of a file that is open.</summary>
    public static bool IsWhole(SqliteSession session, string file)
    {
        var tables = Texts(session, TablesSql);
        if (tables.Count > 0 && !tables.Contains(History))
        {
            throw new SchemaException($"{file} is not a database of lintel");
        }

        var known = KnownMigrations.Of(typeof(SqliteLintelDb));
        var applied = tables.Count > 0 ? Texts(session, AppliedSql) : [];
        return applied.Except(known).FirstOrDefault() is { } newer
            ? throw new SchemaException($"{file} was written by a newer lintel (it has {newer}); run that one")
            : known.IsSubsetOf(applied);
    }

    /// <summary>Applies what is missing. A file that is up to date costs two small queries. Nobody else may do it meanwhile.</summary>
    /// <exception cref="SchemaException">As <see cref="IsWhole(SqliteStore)"/>.</exception>
    public static void Upgrade(SqliteStore store)
    {
        if (IsWhole(store))
        {
            return;
        }

        using var session = store.OpenForWriting();
        if (Texts(session, TablesSql).Contains(Lock))
        {
            session.Execute($"DELETE FROM \"{Lock}\"");
        }

        using var db = Context(session);
        db.Database.Migrate();
    }

    private static SqliteLintelDb Context(SqliteSession session)
    {
        var nobody = new Actor(new Agency { Name = "", TimeZone = "UTC", Currency = "", Region = "" }, Actor.System);
        return new SqliteLintelDb(SqliteStore.OptionsFor(session.Connection), session, nobody, DateTime.UnixEpoch);
    }

    private static HashSet<string> Texts(SqliteSession session, string sql)
    {
        using var command = session.Connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var texts = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
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
