using System.Net;
using Lintel.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lintel.Tests.Instances;

/// <summary>What instances share by a Redis server, and what becomes of it while that is away.</summary>
public sealed class RedisTests : IAsyncLifetime
{
    private const string Me = "lintel:calls:address:127.0.0.1";

    private readonly LogLines _log = new();
    private RedisProcess _redis = null!;

    public async ValueTask InitializeAsync() => _redis = await RedisProcess.Start();

    public ValueTask DisposeAsync()
    {
        _redis.Dispose();
        _log.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_caller_has_one_share_of_all_instances_and_a_new_one_when_its_minute_is_over()
    {
        await using var one = await Instance(quota: 6);
        await using var two = await Instance(quota: 6);

        Assert.Equal((HttpStatusCode.OK, 5), await Call(one));
        Assert.Equal((HttpStatusCode.OK, 4), await Call(two));
        var costly = await one.Http.GetJson("/leads?q=anyone");
        Assert.Equal(HttpStatusCode.TooManyRequests, costly.Status);
        Assert.InRange(int.Parse(costly.Headers.RetryAfter!.ToString()), 50, 60);
        for (var left = 3; left >= 0; left--)
        {
            Assert.Equal((HttpStatusCode.OK, left), await Call(left % 2 == 0 ? one : two));
        }

        Assert.Equal((HttpStatusCode.TooManyRequests, 0), await Call(one));
        Assert.Equal((HttpStatusCode.TooManyRequests, 0), await Call(two));
        Assert.InRange(int.Parse(await _redis.Ask("PTTL", Me)), 50_000, 60_000);

        await _redis.Ask("PEXPIRE", Me, "0");
        Assert.Equal((HttpStatusCode.OK, 5), await Call(two));
    }

    [Fact]
    public async Task Of_many_calls_at_once_no_more_are_let_through_than_there_are()
    {
        await using var one = await Instance(quota: 20);
        await using var two = await Instance(quota: 20);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Call(i % 2 == 0 ? one : two)));

        Assert.Equal("20", await _redis.Ask("GET", Me));
        Assert.Equal(20, answers.Count(answer => answer.Status == HttpStatusCode.OK));
    }

    [Fact(Timeout = 60_000)]
    public async Task While_redis_is_away_each_counts_for_itself_says_so_once_and_joins_again()
    {
        await using var lintel = await Instance(quota: 5000);
        Assert.Equal((HttpStatusCode.OK, 4999), await Call(lintel));

        _redis.Dispose();
        for (var left = 4999; left > 4960; left--)
        {
            Assert.Equal((HttpStatusCode.OK, left), await Call(lintel));
        }

        Assert.Single(_log.Of(LogLevel.Warning), line => line.StartsWith("Calls are not counted in Redis", StringComparison.Ordinal));

        _redis = await RedisProcess.Start(_redis.Port);
        while (await _redis.Ask("GET", Me) == "")
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Assert.Equal(HttpStatusCode.OK, (await Call(lintel)).Status);
        }

        Assert.Single(_log.Of(LogLevel.Information), "Calls are counted in Redis again");
    }

    [Fact]
    public async Task A_redis_that_hangs_holds_nobody_up()
    {
        await using var lintel = await Instance(quota: 5000);
        await Call(lintel);

        await _redis.Ask("CLIENT", "PAUSE", "60000");
        var began = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Call(lintel)).Status);
        }

        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Single(_log.Of(LogLevel.Warning), line => line.StartsWith("Calls are not counted in Redis", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_redis_the_start_goes_on()
    {
        _redis.Dispose();
        await using var lintel = await Instance(quota: 5);

        Assert.Equal((HttpStatusCode.OK, 4), await Call(lintel));
        Assert.Contains("Redis does not answer; until it does, every instance is by itself", _log.Of(LogLevel.Warning));
    }

    [Fact]
    [OnlySqlite]
    public async Task Pages_of_one_process_hear_what_another_delivers_and_that_something_was_missed()
    {
        var folder = Directory.CreateTempSubdirectory("lintel-redis-").FullName;
        await using var database = await TestDatabase.Make(folder);
        var settings = ("REDIS_URL", _redis.Address.ToString());
        await using (var web = await RunningLintel.Start(folder, null, ("LINTEL_ROLE", "web"), settings))
        await using (await RunningLintel.Start(folder, null, ("LINTEL_ROLE", "worker"), settings))
        {
            await using var stream = await EventStream.Open(web.Http);
            await web.Http.PostJson("/leads", new { name = "Early" });
            Assert.Equal("lead.created", (string?)(await stream.Next())!.Value.Data["type"]);

            _redis.Dispose();
            await web.Http.PostJson("/leads", new { name = "Unheard" });
            while (await database.Count("SELECT count(*) FROM outbox WHERE delivered_at IS NULL") > 0)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            }

            _redis = await RedisProcess.Start(_redis.Port);
            Assert.Equal("missed", (string?)(await stream.Next())!.Value.Data["type"]);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_wrong_address_stops_the_start()
    {
        var start = LintelProgram.Command(Path.GetTempPath(), null, "serve");
        start.Environment["REDIS_URL"] = "localhost:6379";
        var (code, _, error) = await LintelProgram.Run(start);

        Assert.Equal((1, "lintel: REDIS_URL must be redis://user:password@host:6379/0, or rediss://… where it speaks TLS.\n"), (code, error));
    }

    private async Task<LintelServer> Instance(int quota)
    {
        var lintel = new LintelServer
        {
            Set = settings => settings with { RateLimit = quota, Redis = _redis.Address },
            Register = services => services.AddSingleton<ILoggerProvider>(_log),
        };
        await lintel.InitializeAsync();
        return lintel;
    }

    private static async Task<(HttpStatusCode Status, int Left)> Call(LintelServer lintel)
    {
        var answer = await lintel.Http.GetJson("/agents");
        var left = answer.Headers.GetValues("RateLimit").Single().Split(';')[1];
        return (answer.Status, int.Parse(left.AsSpan(2)));
    }
}
