using System.Net;
using Lintel.Http.Limits;
using Lintel.Tests.Running;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;

namespace Lintel.Tests.Http;

public sealed class SafeHeadersTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'";

    [Theory]
    [InlineData("/leads", 200)]
    [InlineData("/leads/9000", 404)]
    [InlineData("/leads?page=x", 400)]
    [InlineData("/nowhere", 404)]
    [InlineData("/health", 200)]
    [InlineData("/analytics/export?format=csv", 200)]
    public async Task An_answer_of_the_api_may_be_kept_and_shown_nowhere(string path, int status)
    {
        var answer = await lintel.Http.GetJson(path);

        Assert.Equal(status, (int)answer.Status);
        IsSafe(answer);
        Assert.Equal((Nothing, "no-store"), (Header(answer, "Content-Security-Policy"), Header(answer, "Cache-Control")));
    }

    [Theory]
    [InlineData("/app/leads", 200)]
    [InlineData("/app/leads/9000", 404)]
    [InlineData("/app/nowhere", 404)]
    public async Task A_page_runs_nothing_inline_and_is_kept_nowhere(string path, int status)
    {
        var answer = await lintel.Http.GetJson(path);

        Assert.Equal((status, "text/html"), ((int)answer.Status, answer.MediaType));
        IsSafe(answer);
        Assert.Equal("no-store", Header(answer, "Cache-Control"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/docs/")]
    [InlineData("/docs/scalar.js")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/app/sign-in")]
    [InlineData("/app/setup")]
    [InlineData("/app/worker.js")]
    [InlineData("/assets/app.js")]
    [InlineData("/assets/favicon.svg")]
    [InlineData("/metrics")]
    public async Task Nothing_inline_and_no_code_from_text_runs_anywhere(string path)
    {
        var answer = await lintel.Http.GetJson(path);

        IsSafe(answer);
        Assert.DoesNotContain("unsafe", Header(answer, "Content-Security-Policy")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_takes_too_long_is_refused_as_safely_as_all_else()
    {
        await using var hasty = new LintelServer
        {
            Register = services => services.PostConfigure<RequestTimeoutOptions>(options => options.DefaultPolicy = new()
            {
                Timeout = TimeSpan.FromMilliseconds(50),
                TimeoutStatusCode = options.DefaultPolicy!.TimeoutStatusCode,
                WriteTimeoutResponse = options.DefaultPolicy.WriteTimeoutResponse,
            }),
        };
        await hasty.InitializeAsync();
        var limits = hasty.Service<CallLimits>();
        for (var i = 0; i < 32; i++)
        {
            await limits.Turn(new DefaultHttpContext(), new CallerId(null, null, IPAddress.Loopback));
        }

        var answer = await hasty.Http.GetJson("/agents");

        answer.IsProblem(HttpStatusCode.ServiceUnavailable);
        Assert.Equal("5", Header(answer, "Retry-After"));
        IsSafe(answer);
        Assert.Equal((Nothing, "no-store"), (Header(answer, "Content-Security-Policy"), Header(answer, "Cache-Control")));
    }

    [Fact]
    public async Task Under_tls_a_browser_is_told_to_stay_there()
    {
        await using var behind = new LintelServer { Set = settings => settings with { Proxies = [IPNetwork.Parse("127.0.0.0/8")] } };
        await behind.InitializeAsync();

        var tls = await behind.Http.SendJson(HttpMethod.Get, "/leads", null, ("Host", "crm.example.com"), ("X-Forwarded-Proto", "https"));
        var forged = await lintel.Http.SendJson(HttpMethod.Get, "/leads", null, ("Host", "crm.example.com"), ("X-Forwarded-Proto", "https"));

        Assert.Equal("max-age=31536000", Header(tls, "Strict-Transport-Security"));
        Assert.False(forged.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/app")]
    [InlineData("/app/leads")]
    [InlineData("/app/nowhere")]
    [InlineData("/leads")]
    [InlineData("/docs")]
    [InlineData("/openapi/v1.json")]
    public async Task A_forged_host_is_repeated_nowhere(string path)
    {
        var answer = await lintel.Http.SendRaw($"GET {path} HTTP/1.1\nHost: evil.example\nX-Forwarded-Host: evil.example\nConnection: close");

        Assert.DoesNotContain("evil.example", answer.Body + string.Join('\n', answer.Headers.Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lintel-forms")]
    [InlineData("=; ;;=x; \"; lintel-forms=\u0001")]
    [InlineData("lintel-forms=CfDJ8; lintel-forms=%00%ff; .AspNetCore.Culture=c=<script>|uic=x")]
    public async Task Cookies_that_are_none_of_ours_are_as_good_as_none(string cookies)
    {
        var page = await lintel.Http.SendRaw($"GET /app/leads HTTP/1.1\nHost: x\nConnection: close\nCookie: {cookies}");
        var call = await lintel.Http.SendRaw($"GET /leads HTTP/1.1\nHost: x\nConnection: close\nCookie: {cookies}");

        Assert.Equal((200, 200), (page.Status, call.Status));
    }

    private static void IsSafe(WireAnswer answer)
    {
        Assert.Equal(
            ("nosniff", "DENY", "no-referrer", "same-origin", "same-origin"),
            (Header(answer, "X-Content-Type-Options"), Header(answer, "X-Frame-Options"), Header(answer, "Referrer-Policy"),
                Header(answer, "Cross-Origin-Resource-Policy"), Header(answer, "Cross-Origin-Opener-Policy")));
        Assert.DoesNotContain(answer.Headers, header => header.Key is "Server" or "X-Powered-By" or "X-AspNet-Version");
    }

    private static string? Header(WireAnswer answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join("; ", values) : null;
}
