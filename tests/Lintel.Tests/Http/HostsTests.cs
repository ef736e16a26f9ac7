using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Http;

public sealed class HostsTests
{
    private const string Own = "crm.example.com";

    [Theory]
    [InlineData("/leads", Own, 200)]
    [InlineData("/leads", "CRM.example.com:8443", 200)]
    [InlineData("/leads", "crm.example.com.", 200)]
    [InlineData("/leads", "127.0.0.1:5000", 200)]
    [InlineData("/leads", "[::1]:5000", 200)]
    [InlineData("/leads", "localhost", 200)]
    [InlineData("/leads", "lintel:5000", 200)]
    [InlineData("/health/ready", "10-0-0-7.pods.example", 200)]
    [InlineData("/leads", "evil.example", 421)]
    [InlineData("/leads", "crm.example.com.evil.example", 421)]
    [InlineData("/leads/1", "evil.example", 421)]
    [InlineData("/app/leads", "evil.example", 421)]
    [InlineData("/docs", "evil.example", 421)]
    [InlineData("/nowhere", "evil.example", 421)]
    public async Task With_a_public_address_only_that_is_answered_and_what_names_no_site(string path, string host, int status)
    {
        await using var lintel = await Started(settings => settings with { PublicUrl = $"https://{Own}" });

        var answer = await Ask(lintel, path, host);

        Assert.Equal(status, answer.Status);
        Assert.DoesNotContain("evil", answer.Body + string.Join('\n', answer.Headers.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_says_what_to_ask_for_and_has_the_headers_of_every_answer()
    {
        await using var lintel = await Started(settings => settings with { PublicUrl = $"https://{Own}" });

        var answer = await lintel.Http.SendJson(HttpMethod.Post, "/leads", new { name = "Nobody" }, ("Host", "evil.example"));

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.Status);
        Assert.Equal(
            "This installation goes by another name. Ask for the address in its LINTEL_PUBLIC_URL; a proxy in front is named in LINTEL_PROXIES.",
            (string?)answer["error"]);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(0, await lintel.Database.Count("SELECT count(*) FROM leads"));
    }

    [Fact]
    public async Task The_open_api_on_one_s_own_machine_is_not_read_by_a_page_that_gave_the_machine_its_name()
    {
        await using var lintel = await Started(settings => settings);

        var own = await Ask(lintel, "/leads", "localhost:5000");
        var rebound = await Ask(lintel, "/leads", "rebound.example:5000");

        Assert.Equal((200, 421), (own.Status, rebound.Status));
    }

    [Fact]
    public async Task A_proxy_that_is_named_may_call_the_server_what_it_likes()
    {
        await using var lintel = await Started(settings => settings with { PublicUrl = $"https://{Own}", Proxies = [IPNetwork.Parse("127.0.0.0/8")] });

        Assert.Equal(200, (await Ask(lintel, "/leads", "upstream.internal")).Status);
    }

    private static async Task<LintelServer> Started(Func<Settings, Settings> set)
    {
        var lintel = new LintelServer { Set = set };
        await lintel.InitializeAsync();
        return lintel;
    }

    private static Task<RawAnswer> Ask(LintelServer lintel, string path, string host) =>
        lintel.Http.SendRaw($"GET {path} HTTP/1.1\nHost: {host}\nConnection: close");
}
