using System.Security.Cryptography;
using System.Text;
using Lintel.Data;
using Lintel.Demo;
using Lintel.Model;
using Lintel.Tests.Running;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lintel.Tests.Demo;

/// <summary>A database of its own, filled by <c>lintel demo</c>'s use-case at a fixed moment.</summary>
public sealed class DemoDatabase : IAsyncDisposable
{
    public static readonly Agency Agency = new() { Id = Agency.DefaultId, Name = "Agency", TimeZone = "Asia/Hong_Kong", Currency = "HKD", Region = "HK" };

    private readonly string _folder;

    private DemoDatabase(string folder, TestDatabase database)
    {
        (_folder, Database) = (folder, database);
        var settings = new Settings { Urls = "", Data = folder, Database = database.ConnectionString };
        Store = Server.Open(settings, new FakeTimeProvider(Now), NullLoggerFactory.Instance);
    }

    /// <summary>Not on the hour, so that nothing is right by being round.</summary>
    public static DateTimeOffset Now { get; } = LintelServer.Start.AddMilliseconds(5_678_901);

    public TestDatabase Database { get; }

    public Store Store { get; }

    public static async Task<DemoDatabase> Empty()
    {
        var folder = Directory.CreateTempSubdirectory("lintel-demo-").FullName;
        return new(folder, await TestDatabase.Make(folder));
    }

    public static async Task<DemoDatabase> Make(long leads = 2_000, int agents = 12, int properties = 300, long seed = 1)
    {
        var database = await Empty();
        Assert.Null(await database.Fill(new(Agency.DefaultId, leads, agents, properties, seed)));
        return database;
    }

    public Task<string?> Fill(DemoRequest request, CancellationToken? cancel = null, Action<string>? progress = null) =>
        MakeDemo.Handle(request, Store, new FakeTimeProvider(Now), progress ?? (_ => { }), cancel ?? TestContext.Current.CancellationToken);

    public Task<long> Count(string sql) => Database.Count(sql);

    public async Task<string> Checksum()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in (await Database.Tables()).Where(table => table != "agencies"))
        {
            foreach (var row in await Database.Content(table))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(row + '\n'));
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
