using System.Security.Cryptography;
using System.Text;
using Lintel.Data.Sqlite;
using Lintel.Demo;
using Lintel.Model;
using Lintel.Tests.Running;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lintel.Tests.Demo;

/// <summary>A database of its own in a folder of its own, filled by <c>lintel demo</c>'s use-case at a fixed moment.</summary>
public sealed class DemoDatabase : IAsyncDisposable
{
    public static readonly Agency Agency = new() { Id = Agency.DefaultId, Name = "Agency", TimeZone = "Asia/Hong_Kong", Currency = "HKD", Region = "HK" };

    private readonly string _folder = Directory.CreateTempSubdirectory("lintel-demo-").FullName;

    public DemoDatabase()
    {
        var file = Path.Combine(_folder, "lintel.db");
        File.Copy(LintelServer.EmptyDatabase.Value, file);
        Store = new SqliteStore(file, new FakeTimeProvider(Now), NullLoggerFactory.Instance);
    }

    /// <summary>Not on the hour, so that nothing is right by being round.</summary>
    public static DateTimeOffset Now { get; } = LintelServer.Start.AddMilliseconds(5_678_901);

    public SqliteStore Store { get; }

    public static async Task<DemoDatabase> Make(long leads = 2_000, int agents = 12, int properties = 300, long seed = 1)
    {
        var database = new DemoDatabase();
        Assert.Null(await database.Fill(new(Agency.DefaultId, leads, agents, properties, seed)));
        return database;
    }

    public Task<string?> Fill(DemoRequest request, CancellationToken? cancel = null, Action<string>? progress = null) =>
        MakeDemo.Handle(request, Store, new FakeTimeProvider(Now), progress ?? (_ => { }), cancel ?? TestContext.Current.CancellationToken);

    /// <summary>Every table that holds what somebody could read; the search index's own tables hold it in pieces.</summary>
    public IReadOnlyList<string> Tables() => [.. Rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
        .Select(row => (string)row[0]!)
        .Where(name => !name.StartsWith("lead_search_", StringComparison.Ordinal) && !name.StartsWith("__", StringComparison.Ordinal) && name != "lead_search")];

    public List<object?[]> Rows(string sql)
    {
        using var session = Store.OpenForWriting();
        using var command = session.Connection.CreateCommand();
        command.CommandText = sql;
        using var data = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (data.Read())
        {
            var row = new object?[data.FieldCount];
            data.GetValues(row!);
            rows.Add([.. row.Select(value => value is DBNull ? null : value)]);
        }

        return rows;
    }

    public long Count(string sql) => (long)Rows(sql)[0][0]!;

    public void Execute(string sql)
    {
        using var session = Store.OpenForWriting();
        using var command = new SqliteCommand(sql, session.Connection);
        command.ExecuteNonQuery();
    }

    /// <summary>All rows of a table as text, in the order of their keys.</summary>
    public IEnumerable<string> Content(string table) => Rows($"SELECT * FROM \"{table}\"")
        .Select(row => string.Join('|', row.Select(value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture))))
        .Order(StringComparer.Ordinal);

    public string Checksum() => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Tables().Where(table => table != "agencies").SelectMany(Content)))));

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
