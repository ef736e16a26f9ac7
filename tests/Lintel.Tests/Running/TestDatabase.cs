using System.Globalization;
using Lintel.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Lintel.Tests.Running;

/// <summary>
/// A database of its own for a test, with the schema and the default agency, made in a moment from one that was migrated once. Every test that
/// has one is run twice by <c>./dev test</c>: on SQLite, and with <c>LINTEL_TEST_DATABASE=postgres</c> on PostgreSQL.
/// </summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("LINTEL_TEST_DATABASE") == "postgres";

    /// <param name="folder">Where a database that is a file is put.</param>
    public static async Task<TestDatabase> Make(string folder) => IsPostgres ? await Postgres.Clone() : Sqlite.Copy(folder);

    /// <summary>A place for a database, without one: for what is restored.</summary>
    /// <param name="folder">Where a database that is a file would be.</param>
    public static async Task<TestDatabase> Place(string folder) =>
        IsPostgres ? await Postgres.Nothing() : new Sqlite(Path.Combine(folder, "lintel.db"));

    /// <summary>One on a server of its own; that server is where it ends.</summary>
    public static TestDatabase Of(NpgsqlDataSource superuser) => new Postgres(null, "", superuser);

    /// <summary>What tells the program where it is; null for the file in its folder.</summary>
    public abstract string? ConnectionString { get; }

    /// <summary>Runs SQL past the program, and past every policy.</summary>
    public abstract Task Execute(string sql);

    /// <summary>Reads by SQL past the program; NULL is null.</summary>
    public abstract Task<List<object?[]>> Rows(string sql);

    public async Task<long> Count(string sql) => Convert.ToInt64((await Rows(sql))[0][0]);

    /// <summary>Writes all rows of some tables of another database into these, with every trigger at work.</summary>
    public abstract Task CopyFrom(TestDatabase other, IEnumerable<string> tables);

    /// <summary>Does at once what the program does in its own time.</summary>
    public abstract Task Settle();

    /// <summary>Every table that holds what somebody could read.</summary>
    public abstract Task<List<string>> Tables();

    /// <summary>All there is beside rows, as text.</summary>
    public abstract Task<List<string>> Schema();

    /// <summary>What the database's own check of itself finds.</summary>
    public abstract Task<List<string>> Damage();

    /// <summary>All rows of a table as text, in an order of their own.</summary>
    public async Task<IEnumerable<string>> Content(string table) => (await Rows($"SELECT * FROM \"{table}\""))
        .Select(row => string.Join('|', row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))))
        .Order(StringComparer.Ordinal);

    public abstract ValueTask DisposeAsync();

    protected async Task<List<string>> Texts(string sql) => [.. (await Rows(sql)).Select(row => (string)row[0]!)];

    private static async Task<List<object?[]>> Read(System.Data.Common.DbCommand command)
    {
        await using var data = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await data.ReadAsync())
        {
            var row = new object[data.FieldCount];
            data.GetValues(row);
            rows.Add([.. row.Select(value => value is DBNull ? null : value)]);
        }

        return rows;
    }

    private sealed class Sqlite(string file) : TestDatabase
    {
        private readonly string _file = file;

        private static readonly Lazy<string> Empty = new(MakeEmpty);

        public override string? ConnectionString => null;

        public static Sqlite Copy(string folder)
        {
            var file = Path.Combine(folder, "lintel.db");
            File.Copy(Empty.Value, file);
            return new(file);
        }

        public override async Task Execute(string sql)
        {
            await using var connection = await Open();
            await using var command = new SqliteCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        public override async Task<List<object?[]>> Rows(string sql)
        {
            await using var connection = await Open();
            await using var command = new SqliteCommand(sql, connection);
            return await Read(command);
        }

        public override Task CopyFrom(TestDatabase other, IEnumerable<string> tables) => Execute(
            $"ATTACH '{((Sqlite)other)._file}' AS other; {string.Concat(tables.Select(table => $"INSERT INTO {table} SELECT * FROM other.{table} ORDER BY rowid;"))}");

        /// <summary>Indexes what waits for it.</summary>
        public override async Task Settle()
        {
            await using var store = new SqliteStore(_file, TimeProvider.System, NullLoggerFactory.Instance);
            using var session = store.OpenForWriting();
            do
            {
                if (SqliteSearchIndex.Update(session))
                {
                    SqliteSearchIndex.EmptyLog(session);
                }
            }
            while (await Count("SELECT count(*) FROM lead_search_pending") > 0);
        }

        /// <summary>Without the search index's own, which hold it in pieces.</summary>
        public override Task<List<string>> Tables() => Texts("""
            SELECT name FROM sqlite_master
            WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE 'lead\_search%' ESCAPE '\' AND name NOT LIKE '\_\_%' ESCAPE '\'
            ORDER BY name
            """);

        public override Task<List<string>> Schema() => Texts("SELECT concat_ws('|', type, name, sql) FROM sqlite_master ORDER BY type, name");

        public override async Task<List<string>> Damage() => [.. (await Texts("PRAGMA integrity_check")).Where(line => line != "ok")];

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private async Task<SqliteConnection> Open()
        {
            var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
            await connection.OpenAsync();
            return connection;
        }

        private static string MakeEmpty()
        {
            var folder = Directory.CreateTempSubdirectory("lintel-empty-");
            AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
            var file = Path.Combine(folder.FullName, "empty.db");
            SqliteSchema.Upgrade(new SqliteStore(file, TimeProvider.System, NullLoggerFactory.Instance));
            return file;
        }
    }

    private sealed class Postgres(string? name, string connectionString, NpgsqlDataSource superuser) : TestDatabase
    {
        private readonly NpgsqlDataSource _superuser = superuser;

        public override string? ConnectionString => connectionString;

        public static async Task<Postgres> Clone() => await Of(await PostgresServer.MakeDatabase());

        public static async Task<Postgres> Nothing() => await Of(await PostgresServer.MakeEmptyDatabase());

        private static async Task<Postgres> Of(string name) =>
            new(name, await PostgresServer.ConnectionTo(name), NpgsqlDataSource.Create(await PostgresServer.AddressOf(name)));

        public override async Task Execute(string sql)
        {
            await using var command = _superuser.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }

        public override async Task<List<object?[]>> Rows(string sql)
        {
            await using var command = _superuser.CreateCommand(sql);
            return await Read(command);
        }

        public override async Task CopyFrom(TestDatabase other, IEnumerable<string> tables)
        {
            await using var from = await ((Postgres)other)._superuser.OpenConnectionAsync();
            await using var into = await _superuser.OpenConnectionAsync();
            foreach (var table in tables)
            {
                await using var reading = await from.BeginRawBinaryCopyAsync($"COPY {table} TO STDOUT (FORMAT binary)");
                await using var writing = await into.BeginRawBinaryCopyAsync($"COPY {table} FROM STDIN (FORMAT binary)");
                await reading.CopyToAsync(writing);
            }
        }

        /// <summary>Folds the counts.</summary>
        public override async Task Settle()
        {
            foreach (var agency in await Rows("SELECT id FROM agencies"))
            {
                await Execute($"BEGIN; SET LOCAL lintel.agency = '{agency[0]}'; SELECT fold_counts(); SELECT fold_interests(); COMMIT");
            }
        }

        public override Task<List<string>> Tables() =>
            Texts("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_\\_%' ORDER BY 1");

        public override Task<List<string>> Schema() => Texts("""
            SELECT concat_ws('|', relname, relkind, relrowsecurity, relforcerowsecurity) AS line FROM pg_class WHERE relnamespace = 'public'::regnamespace
            UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE relnamespace = 'public'::regnamespace
            UNION ALL SELECT concat_ws('|', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
            UNION ALL SELECT concat_ws('|', tgrelid::regclass, tgname, tgenabled) FROM pg_trigger WHERE NOT tgisinternal
            UNION ALL SELECT concat_ws('|', polrelid::regclass, polname, polroles::text, pg_get_expr(polqual, polrelid)) FROM pg_policy
            ORDER BY line
            """);

        /// <summary>Every index against its table.</summary>
        public override async Task<List<string>> Damage()
        {
            await Execute("CREATE EXTENSION IF NOT EXISTS amcheck");
            var indexes = await Texts("""
                SELECT indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                WHERE relnamespace = 'public'::regnamespace AND relam = (SELECT oid FROM pg_am WHERE amname = 'btree')
                """);
            var damage = new List<string>();
            foreach (var index in indexes)
            {
                try
                {
                    await Execute($"SELECT bt_index_check('{index}', true)");
                }
                catch (PostgresException found)
                {
                    damage.Add(found.MessageText);
                }
            }

            return damage;
        }

        public override async ValueTask DisposeAsync()
        {
            await _superuser.DisposeAsync();
            if (name is not null)
            {
                await PostgresServer.Drop(name);
            }
        }
    }
}
