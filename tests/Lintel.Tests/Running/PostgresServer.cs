using Lintel.Data.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Lintel.Tests.Running;

/// <summary>
/// One PostgreSQL server for the whole run, started when a test first needs it and gone with this process. The program connects as a plain user
/// who owns its database, as an operator's would; the tests look into it as the superuser.
/// </summary>
internal static class PostgresServer
{
    private const string Operator = "operator";
    private const string Migrated = "migrated";

    private static readonly Lazy<Task<string>> Folder = new(Start);

    // Kept: collected as garbage, its standard input would be closed, and the server stop in the middle of the run.
    private static PostgresProcess? _process;
    private static int _databases;

    /// <summary>A new database with the schema and the default agency, copied from one that was migrated once.</summary>
    public static async Task<string> MakeDatabase()
    {
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await Execute(await AddressOf("postgres"), $"CREATE DATABASE {name} TEMPLATE {Migrated} OWNER {Operator}");
        return name;
    }

    /// <summary>A database without anything in it.</summary>
    public static async Task<string> MakeEmptyDatabase(string owner = Operator)
    {
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await Execute(await AddressOf("postgres"), $"CREATE DATABASE {name} OWNER {owner}");
        return name;
    }

    public static async Task Drop(string database) => await Execute(await AddressOf("postgres"), $"DROP DATABASE {database} WITH (FORCE)");

    /// <summary>What an operator would set as <c>DATABASE_URL</c>.</summary>
    public static async Task<string> AddressOf(string database, string user = "postgres") =>
        $"Host={await Folder.Value};Username={user};Database={database};Maximum Pool Size=50";

    /// <summary>As the program reads it.</summary>
    public static async Task<string> ConnectionTo(string database, string user = Operator) => DatabaseUrl.Read(await AddressOf(database, user));

    public static async Task Execute(string address, string sql)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> Start()
    {
        _process = await PostgresProcess.Start();
        var folder = _process.Folder;
        var address = $"Host={folder};Username=postgres;Database=postgres;Pooling=false";
        await Execute(address, $"CREATE ROLE {Operator} LOGIN CREATEROLE");
        await Execute(address, $"CREATE DATABASE {Migrated} OWNER {Operator}");
        await using var store = new PostgresStore($"Host={folder};Username={Operator};Database={Migrated}", TimeProvider.System, NullLoggerFactory.Instance);
        await store.Prepare(upgrade: true, CancellationToken.None);
        return folder;
    }
}
