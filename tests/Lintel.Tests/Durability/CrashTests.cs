using Lintel.Tests.Running;

namespace Lintel.Tests.Durability;

/// <summary>The program is killed while people write, again and again: what it acknowledged is there, whole.</summary>
public sealed class CrashTests : IDisposable
{
    private const int MostCrashes = 6;
    private const int FewestCrashes = 3;
    private const int Callers = 6;

    /// <summary>No crash begins later: a busy machine sees fewer.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("lintel-crash-").FullName;

    [Fact]
    public async Task What_was_acknowledged_outlives_every_crash_and_nothing_is_there_by_halves()
    {
        await using var database = await TestDatabase.Make(_folder);
        var traffic = new Traffic();
        var since = TimeProvider.System.GetTimestamp();
        for (var crash = 0; crash < FewestCrashes || (crash < MostCrashes && TimeProvider.System.GetElapsedTime(since) < Enough); crash++)
        {
            await using var lintel = await Start(database);
            if (crash == 0)
            {
                await Agents(lintel.Http);
            }

            var running = traffic.Run(lintel.Address, Callers, TestContext.Current.CancellationToken);
            await traffic.Reaches(100 + (crash * 37), running);
            await lintel.Kill();
            await running;

            Assert.Empty(traffic.Odd);
            Assert.Empty(await traffic.Wrong(database));
        }

        Assert.True(traffic.Writes >= FewestCrashes * 100);
        await Recount.IsRight(database);
        await IsFound(database, traffic);
        Assert.Empty(await database.Damage());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<RunningLintel> Start(TestDatabase database) => RunningLintel.Start(_folder, database.ConnectionString);

    private static async Task Agents(HttpClient http)
    {
        foreach (var name in (string[])["Amy", "Ben", "Cat"])
        {
            Assert.Equal(201, (int)(await http.PostJson("/agents", new { name, email = $"{name}@example.com", max_leads = 10_000 })).Status);
        }
    }

    private async Task IsFound(TestDatabase database, Traffic traffic)
    {
        await using var lintel = await Start(database);
        var people = traffic.Now();
        foreach (var person in people.Where((_, place) => place % (people.Count / 10) == 0))
        {
            var found = await lintel.Http.GetJson($"/leads?q={Uri.EscapeDataString(person.Handle)}");
            Assert.Equal([person.Handle], found["leads"].AsArray().Select(lead => (string?)lead!["instagram_handle"]));
        }

        Assert.Equal(0, await lintel.Stop());
    }
}
