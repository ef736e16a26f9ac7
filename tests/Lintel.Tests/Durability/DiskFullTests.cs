using System.Net;
using Lintel.Tests.Running;
using Npgsql;

namespace Lintel.Tests.Durability;

/// <summary>The disk fills up while people write, and has room again later: changes are refused meanwhile, reads go on, and nothing is lost.</summary>
public sealed class DiskFullTests : IDisposable
{
    private static readonly HttpStatusCode[] NoRoom = [HttpStatusCode.InsufficientStorage, HttpStatusCode.ServiceUnavailable];

    private readonly string _folder = Directory.CreateTempSubdirectory("lintel-full-").FullName;

    /// <summary>Whether the file system is full, or the program may not make a file longer. The second can be had everywhere.</summary>
    public static async Task<IEnumerable<TheoryDataRow<bool>>> Ways() => await SmallFileSystem.MayMount() ? [true, false] : [false];

    [Theory, MemberData(nameof(Ways), DisableDiscoveryEnumeration = true), OnlySqlite]
    public async Task The_disk_of_the_file_is_full_and_has_room_again(bool isMounted)
    {
        var serve = LintelProgram.Command(_folder, null, "serve");
        await using var lintel = await RunningLintel.Start(isMounted ? SmallFileSystem.With(serve) : FileLimit.Told(serve));
        var disk = new SmallFileSystem(lintel.ProcessId, _folder);
        var traffic = new Traffic();
        if (isMounted)
        {
            await FillsUp(lintel, traffic, () => Task.Run(disk.Fill), () => Task.Run(disk.Clear));
            await lintel.Freeze();
            disk.CopyTo(_folder);
        }
        else
        {
            await FillsUp(lintel, traffic, () => FileLimit.Set(_folder, lintel.ProcessId), () => FileLimit.Lift(lintel.ProcessId));
            await lintel.Freeze();
        }

        await using var database = await TestDatabase.Place(_folder);
        await IsWhole(database, traffic);
    }

    [Fact, OnlyPostgres]
    public async Task The_disk_of_PostgreSQL_is_full_and_has_room_again()
    {
        using var postgres = await PostgresProcess.Start(lasting: true);
        var address = await postgres.MakeDatabase("crm");
        await using var lintel = await RunningLintel.Start(_folder, address, ("LINTEL_AUTO_MIGRATE", "true"));
        var traffic = new Traffic();

        await FillsUp(lintel, traffic, postgres.TakeRoom, postgres.GiveRoom);

        await using var source = NpgsqlDataSource.Create(postgres.AddressOf("crm"));
        await using var database = TestDatabase.Of(source);
        await IsWhole(database, traffic);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task FillsUp(RunningLintel lintel, Traffic traffic, Func<Task> takeRoom, Func<Task> giveRoom)
    {
        using var stop = new CancellationTokenSource();
        var running = traffic.Run(lintel.Address, 4, stop.Token);
        await traffic.Reaches(50, running);

        await takeRoom();
        var refused = await UntilRefused(lintel.Http);
        var read = await lintel.Http.GetJson("/leads");
        var live = await lintel.Http.GetJson("/health/live");
        await giveRoom();
        await traffic.Reaches(100, running);
        await stop.CancelAsync();
        await running;

        Assert.Contains(refused.Status, NoRoom);
        refused.IsProblem(refused.Status);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (read.Status, live.Status));
        Assert.Empty(traffic.Odd);
    }

    private static async Task<WireAnswer> UntilRefused(HttpClient http)
    {
        WireAnswer answer;
        do
        {
            answer = await http.PostJson("/leads", new { name = "One more" });
        }
        while (answer.Status == HttpStatusCode.Created);

        return answer;
    }

    private static async Task IsWhole(TestDatabase database, Traffic traffic)
    {
        Assert.Empty(await traffic.Wrong(database));
        await Recount.IsRight(database);
        Assert.Empty(await database.Damage());
    }
}
