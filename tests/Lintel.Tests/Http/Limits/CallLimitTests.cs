using System.Net;
using Lintel.Http.Limits;
using Lintel.Tests.Running;
using Microsoft.AspNetCore.Http;

namespace Lintel.Tests.Http.Limits;

public sealed class CallLimitTests : IAsyncLifetime
{
    private static readonly IPNetwork Here = IPNetwork.Parse("127.0.0.1/32");

    private readonly LintelServer _lintel = new() { Set = settings => settings with { RateLimit = 30, Proxies = [Here] } };

    public ValueTask InitializeAsync() => _lintel.InitializeAsync();

    public ValueTask DisposeAsync() => _lintel.DisposeAsync();

    [Fact]
    public async Task Every_answer_tells_what_is_left_failed_ones_too()
    {
        var first = await From("192.0.2.1", "/agents");
        _lintel.Clock.Advance(TimeSpan.FromSeconds(12.4));
        var missed = await From("192.0.2.1", "/leads/9000");

        Assert.Equal(("\"default\";q=30;w=60", "\"default\";r=29;t=60"), Told(first));
        Assert.Equal((HttpStatusCode.NotFound, ("\"default\";q=30;w=60", "\"default\";r=28;t=48")), (missed.Status, Told(missed)));
    }

    [Fact]
    public async Task What_is_more_is_429_until_the_minute_is_over()
    {
        await Exhaust("192.0.2.1");
        _lintel.Clock.Advance(TimeSpan.FromSeconds(20));

        var refused = await From("192.0.2.1", "/agents", ("X-Correlation-Id", "call-1"));
        var other = await From("192.0.2.2", "/agents");
        _lintel.Clock.Advance(TimeSpan.FromSeconds(40));
        var later = await From("192.0.2.1", "/agents");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("application/problem+json", refused.MediaType);
        Assert.Equal(
            """{"type":"https://iana.org/assignments/http-problem-types#quota-exceeded","title":"Too Many Requests","status":429,"detail":"You have called too often. Wait for as many seconds as Retry-After says.","violated-policies":["default"],"trace_id":"call-1","success":false,"error":"You have called too often. Wait for as many seconds as Retry-After says."}""",
            refused.Text);
        Assert.Equal("40", refused.Headers.RetryAfter?.ToString());
        Assert.Equal("\"default\";r=0;t=40", Told(refused).Item2);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (other.Status, later.Status));
    }

    [Theory]
    [InlineData("/analytics/export?format=csv", 20)]
    [InlineData("/leads?q=anyone", 5)]
    [InlineData("/leads?page=1", 1)]
    [InlineData("/nowhere", 1)]
    [InlineData("/openapi/v1.json", 1)]
    public async Task What_keeps_the_server_busy_counts_for_more(string path, int calls) =>
        Assert.Equal($"\"default\";r={30 - calls};t=60", Told(await From("192.0.2.1", path)).Item2);

    [Fact]
    public async Task A_call_that_would_be_more_than_everything_is_everything()
    {
        await using var strict = new LintelServer { Set = settings => settings with { RateLimit = 3 } };
        await strict.InitializeAsync();

        var first = await strict.Http.GetJson("/analytics/export?format=json");
        var second = await strict.Http.GetJson("/agents");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.Status, second.Status));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/health/ready")]
    [InlineData("/assets/favicon.svg")]
    public async Task Health_and_files_are_free(string path)
    {
        await Exhaust("192.0.2.1");

        var answer = await From("192.0.2.1", path);

        Assert.Equal((HttpStatusCode.OK, false), (answer.Status, answer.Headers.Contains("RateLimit")));
    }

    [Fact]
    public async Task A_page_is_refused_as_a_page()
    {
        await Exhaust("192.0.2.1");

        var answer = await From("192.0.2.1", "/app/leads", ("Accept-Language", "en"));

        Assert.Equal((HttpStatusCode.TooManyRequests, "text/html"), (answer.Status, answer.MediaType));
        Assert.Contains("Too much at once", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_are_told_that_they_are_unknown_and_soon_not_even_that()
    {
        await using var closed = new LintelServer { Set = settings => settings with { OpenApi = false, RateLimit = 2 } };
        await closed.InitializeAsync();

        var answers = new List<WireAnswer>();
        for (var i = 0; i < 3; i++)
        {
            answers.Add(await closed.Http.GetJson("/leads"));
        }

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], answers.Select(answer => answer.Status));
    }

    [Fact]
    public async Task One_household_of_ipv6_is_one_caller()
    {
        await From("2001:db8:1:2::1", "/agents");

        var same = await From("2001:db8:1:2:ffff::9", "/agents");
        var other = await From("2001:db8:1:3::1", "/agents");

        Assert.Equal(("\"default\";r=28;t=60", "\"default\";r=29;t=60"), (Told(same).Item2, Told(other).Item2));
    }

    [Fact]
    public async Task Whoever_has_too_much_running_waits_for_their_turn_and_the_others_do_not()
    {
        var limits = _lintel.Service<CallLimits>();
        var flooder = new CallerId(null, null, IPAddress.Parse("192.0.2.1"));
        var running = new List<IDisposable>();
        for (var i = 0; i < 32; i++)
        {
            running.Add((await limits.Turn(new DefaultHttpContext(), flooder))!);
        }

        var waiting = From("192.0.2.1", "/agents");
        var other = await From("192.0.2.2", "/agents");
        var isWaiting = !waiting.IsCompleted;
        running[0].Dispose();

        Assert.Equal((HttpStatusCode.OK, true), (other.Status, isWaiting));
        Assert.Equal(HttpStatusCode.OK, (await waiting).Status);
    }

    [Fact]
    public async Task Nobody_speaks_for_another_address_but_a_proxy()
    {
        await using var direct = new LintelServer { Set = settings => settings with { RateLimit = 30 } };
        await direct.InitializeAsync();

        await direct.Http.SendJson(HttpMethod.Get, "/agents", null, ("X-Forwarded-For", "192.0.2.1"));
        var second = await direct.Http.SendJson(HttpMethod.Get, "/agents", null, ("X-Forwarded-For", "192.0.2.2"));

        // Behind a proxy, only the last word is the proxy's own.
        await From("192.0.2.9, 192.0.2.1", "/agents");
        var again = await From("192.0.2.8, 192.0.2.1", "/agents");

        Assert.Equal(("\"default\";r=28;t=60", "\"default\";r=28;t=60"), (Told(second).Item2, Told(again).Item2));
    }

    private async Task Exhaust(string address)
    {
        await From(address, "/analytics/export?format=json");
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await From(address, "/agents")).Status);
        }
    }

    private Task<WireAnswer> From(string address, string path, params (string, string)[] headers) =>
        _lintel.Http.SendJson(HttpMethod.Get, path, null, [("X-Forwarded-For", address), .. headers]);

    private static (string Policy, string Left) Told(WireAnswer answer) =>
        (answer.Headers.GetValues("RateLimit-Policy").Single(), answer.Headers.GetValues("RateLimit").Single());
}
