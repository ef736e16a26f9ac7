using System.Net;
using Lintel.Tests.Running;
using Npgsql;

namespace Lintel.Tests.Durability;

/// <summary>The database server crashes while people write, stays away, and comes back: the program waits for nobody and needs nobody.</summary>
[OnlyPostgres]
public sealed class OutageTests : IDisposable
{
    private static readonly TimeSpan Bounded = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("lintel-outage-").FullName;

    [Fact]
    public Task While_the_database_is_away_everybody_is_told_at_once_and_when_it_is_back_all_goes_on_with_nothing_lost() =>
        IsAwayAndComesBack(postgres => postgres.Crash(), postgres => postgres.StartAgain(), "");

    [Fact]
    public Task While_the_database_answers_nobody_everybody_is_told_in_bounded_time_and_when_it_goes_on_so_does_all() =>
        IsAwayAndComesBack(postgres => postgres.Hang(), postgres => postgres.GoOn(), ";Command Timeout=5");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task IsAwayAndComesBack(Func<PostgresProcess, Task> goAway, Func<PostgresProcess, Task> comeBack, string patience)
    {
        using var postgres = await PostgresProcess.Start(lasting: true);
        await using var lintel = await RunningLintel.Start(_folder, await postgres.MakeDatabase("crm") + patience, ("LINTEL_AUTO_MIGRATE", "true"));
        var traffic = new Traffic();
        using var stop = new CancellationTokenSource();
        var running = traffic.Run(lintel.Address, 4, stop.Token);
        await traffic.Reaches(100, running);

        await goAway(postgres);
        var away = await Everybody(lintel.Http);
        await comeBack(postgres);
        var since = TimeProvider.System.GetTimestamp();
        await traffic.Reaches(100, running);
        var recovered = TimeProvider.System.GetElapsedTime(since);
        var health = await lintel.Http.GetJson("/health");
        await stop.CancelAsync();
        await running;

        Assert.Equal(["/leads 503", "/leads 503", "/health 503", "/health/ready 503", "/health/live 200"], away);
        Assert.InRange(recovered, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.OK, health.Status);
        Assert.Empty(traffic.Odd);
        Assert.InRange(traffic.Longest, TimeSpan.Zero, Bounded);
        await using var source = NpgsqlDataSource.Create(postgres.AddressOf("crm"));
        await using var database = TestDatabase.Of(source);
        Assert.Empty(await traffic.Wrong(database));
        await Recount.IsRight(database);
        await Told.All(database);
        await Told.IsWhatHappened(database);
        Assert.Empty(await database.Damage());
    }

    /// <summary>What everybody is told, each in bounded time; who is asked to come back is told when.</summary>
    private static async Task<List<string>> Everybody(HttpClient http)
    {
        var told = new List<string>();
        foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
        {
            (HttpMethod.Get, "/leads", null), (HttpMethod.Post, "/leads", new { name = "Nobody" }), (HttpMethod.Get, "/health", null),
            (HttpMethod.Get, "/health/ready", null), (HttpMethod.Get, "/health/live", null),
        })
        {
            var answer = await http.SendJson(method, path, body).WaitAsync(Bounded, TestContext.Current.CancellationToken);
            Assert.True(path != "/leads" || answer.Headers.RetryAfter is not null);
            told.Add($"{path} {(int)answer.Status}");
        }

        return told;
    }
}
