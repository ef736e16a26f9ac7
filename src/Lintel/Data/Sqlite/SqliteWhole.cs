using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Lintel.Data.Sqlite;

/// <summary>The file, copied by SQLite's online backup from a moment that stands still for the copy alone.</summary>
internal sealed class SqliteWhole(SqliteStore store) : WholeDatabase
{
    // 40 MB in the usual pages: whoever stops the copy waits no longer than for that.
    private const int PagesAtOnce = 10_000;

    private const string IsLintelSql = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";

    private const string SchemaSql = "SELECT migration_id FROM \"__EFMigrationsHistory\" ORDER BY 1";

    // Without the search index, which SQLite keeps in tables of its own; the integrity check reads it.
    private const string TablesSql = """
        SELECT name FROM sqlite_master
        WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE '\_\_%' ESCAPE '\'
            AND (name NOT LIKE 'lead\_search%' ESCAPE '\' OR name = 'lead_search_pending')
        ORDER BY name
        """;

    public override string Kind => "SQLite";

    public override IReadOnlySet<string> Known => KnownMigrations.Of(typeof(SqliteLintelDb));

    public override Task<bool> IsThere(CancellationToken cancel) => Task.FromResult(File.Exists(store.File));

    public override Task<Contents> Save(string file, CancellationToken cancel)
    {
        if (!File.Exists(store.File))
        {
            throw new CopyException($"there is no database at {store.File}");
        }

        using var source = store.OpenToLook();
        source.Execute("BEGIN");
        var contents = Look(source.Connection, store.File);
        using var copy = Open(file, SqliteOpenMode.ReadWriteCreate);
        Copy(source.Connection, copy, cancel);
        Check(copy, contents, cancel);
        return Task.FromResult(contents);
    }

    public override Task Put(string file, Contents contents, CancellationToken cancel)
    {
        using (var copy = Open(file, SqliteOpenMode.ReadWrite))
        {
            Check(copy, contents, cancel);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(store.File)!);
        if (File.Exists(store.File))
        {
            LeaveNothingBeside();
        }

        LastingFile.Move(file, store.File);
        return Task.CompletedTask;
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Copy(SqliteConnection from, SqliteConnection into, CancellationToken cancel)
    {
        using var backup = raw.sqlite3_backup_init(into.Handle, "main", from.Handle, "main");
        int step;
        do
        {
            cancel.ThrowIfCancellationRequested();
            step = raw.sqlite3_backup_step(backup, PagesAtOnce);
        }
        while (step == raw.SQLITE_OK);

        SqliteException.ThrowExceptionForRC(step == raw.SQLITE_DONE ? raw.SQLITE_OK : step, into.Handle);
        raw.sqlite3_backup_finish(backup);

        // One file, without a log beside it.
        Ask(into, "PRAGMA journal_mode = DELETE");
    }

    private static void Check(SqliteConnection copy, Contents contents, CancellationToken cancel)
    {
        using var stop = cancel.Register(() => raw.sqlite3_interrupt(copy.Handle));
        try
        {
            var problem = Ask(copy, "PRAGMA integrity_check(1)").FirstOrDefault(line => line != "ok") ?? Ask(copy, "PRAGMA foreign_key_check").FirstOrDefault();
            problem ??= contents.Difference(Look(copy, "the copy"));
            if (problem is not null)
            {
                throw new CopyException($"the copy of the database is not whole: {problem}");
            }
        }
        catch (SqliteException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (SqliteException damage)
        {
            throw new CopyException($"the copy of the database cannot be read: {damage.Message}");
        }
    }

    private static Contents Look(SqliteConnection database, string name)
    {
        if (Ask(database, IsLintelSql) is ["0"])
        {
            throw new CopyException($"{name} is not a database of lintel");
        }

        var rows = Ask(database, TablesSql).ToDictionary(table => table, table => Count(database, table), StringComparer.Ordinal);
        return new(Ask(database, SchemaSql), rows);
    }

    private static long Count(SqliteConnection database, string table) =>
        long.Parse(Ask(database, $"SELECT count(*) FROM \"{table}\"")[0], CultureInfo.InvariantCulture);

    private static List<string> Ask(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var answer = new List<string>();
        while (rows.Read())
        {
            answer.Add(rows.GetString(0));
        }

        return answer;
    }

    /// <summary>Makes sure that nobody uses the file that is to be replaced, and that no log of its changes stays for the next one to read.</summary>
    private void LeaveNothingBeside()
    {
        try
        {
            store.OpenAlone().Dispose();
        }
        catch (SqliteException)
        {
            // What is there is no database, and so in nobody's use.
        }

        File.Delete(store.File + "-wal");
        File.Delete(store.File + "-shm");
        File.Delete(store.File + "-journal");
    }
}
