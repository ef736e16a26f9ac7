using Lintel.Tests.Running;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Lintel.Tests.Http;

public sealed class AwayTests
{
    [Fact, OnlySqlite]
    public async Task While_the_database_is_away_calls_are_503_and_say_when_to_try_again()
    {
        await using var lintel = new LintelServer();
        await lintel.InitializeAsync();
        File.Delete(lintel.Service<Settings>().DatabaseFile);

        var read = await lintel.Http.GetJson("/leads");
        var written = await lintel.Http.PostJson("/leads", new { name = "Nobody" });
        var health = await lintel.Http.GetJson("/health");

        Assert.All([read, written], answer =>
        {
            answer.IsProblem(System.Net.HttpStatusCode.ServiceUnavailable);
            Assert.Equal("5", answer.Headers.RetryAfter?.ToString());
        });
        Assert.Equal((503, "unhealthy"), ((int)health.Status, (string?)health["status"]));
    }

    [Fact]
    public async Task A_caller_that_does_not_send_what_it_announced_is_408()
    {
        await using var lintel = new LintelServer { Register = services => services.PostConfigure<KestrelServerOptions>(Hurry) };
        await lintel.InitializeAsync();

        var answer = await lintel.Http.SendRaw("POST /leads HTTP/1.1\nHost: x\nConnection: close\nContent-Type: application/json\nContent-Length: 10");

        Assert.Equal((408, false), (answer.Status, (bool)answer.Json["success"]!));
        Assert.Equal(answer.Headers["X-Correlation-Id"], (string?)answer.Json["trace_id"]);
    }

    private static void Hurry(KestrelServerOptions kestrel) => kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(1.1));
}
