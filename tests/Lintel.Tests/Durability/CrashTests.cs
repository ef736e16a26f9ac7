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
        var ear = new Ear();
        var since = TimeProvider.System.GetTimestamp();
        for (var crash = 0; crash < FewestCrashes || (crash < MostCrashes && TimeProvider.System.GetElapsedTime(since) < Enough); crash++)
        {
            await using var lintel = await Start(database);
            var listening = ear.Listen(lintel.Address, TestContext.Current.CancellationToken);
            if (crash == 0)
            {
                await Agents(lintel.Http);
                await IsHeard(ear, lintel.Http);
            }

            var running = traffic.Run(lintel.Address, Callers, TestContext.Current.CancellationToken);
            await traffic.Reaches(100 + (crash * 37), running);
            await lintel.Kill();
            await running;
            await listening;

            Assert.Empty(traffic.Odd);
            Assert.Empty(await traffic.Wrong(database));
            await Told.IsWhatHappened(database);
        }

        Assert.True(traffic.Writes >= FewestCrashes * 100);
        await Recount.IsRight(database);
        await IsFoundAndTold(database, traffic, ear);
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

    /// <summary>From here on nothing that is told goes by unheard.</summary>
    private static async Task IsHeard(Ear ear, HttpClient http)
    {
        while (ear.Heard.Count == 0)
        {
            Assert.Equal(201, (int)(await http.PostJson("/leads", new { name = "Can you hear me?" })).Status);
        }
    }

    private async Task IsFoundAndTold(TestDatabase database, Traffic traffic, Ear ear)
    {
        await using var lintel = await Start(database);
        var listening = ear.Listen(lintel.Address, TestContext.Current.CancellationToken);
        var people = traffic.Now();
        foreach (var person in people.Where((_, place) => place % (people.Count / 10) == 0))
        {
            var found = await lintel.Http.GetJson($"/leads?q={Uri.EscapeDataString(person.Handle)}");
            Assert.Equal([person.Handle], found["leads"].AsArray().Select(lead => (string?)lead!["instagram_handle"]));
        }

        await Told.All(database);
        Assert.Equal(0, await lintel.Stop());
        await listening;
        var first = ear.Heard.Min();
        Assert.Equal(await Told.Events(database, first), ear.Heard.Order());
        Assert.Empty(ear.Odd);
    }
}
