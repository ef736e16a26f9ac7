using System.Net;
using System.Text.RegularExpressions;
using Lintel.Tests.Running;

namespace Lintel.Tests.Http;

public sealed partial class DocumentationTests : IAsyncLifetime
{
    private readonly LintelServer _closed = new() { Set = settings => settings with { OpenApi = false, PublicUrl = "https://crm.example.com" } };

    [Fact]
    public async Task The_pages_need_no_credentials_and_no_other_host()
    {
        using var page = await _closed.Http.GetAsync("/docs", TestContext.Current.CancellationToken);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotMatch("https?://", html);
        var nonce = Nonce().Match(page.Headers.GetValues("Content-Security-Policy").Single()).Groups[1].Value;
        var scripts = Script().Matches(html);
        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.Contains($"nonce=\"{nonce}\"", WebUtility.HtmlDecode(script.Value), StringComparison.Ordinal));
        foreach (var script in scripts.Select(script => Source().Match(script.Value)).Where(source => source.Success))
        {
            using var served = await _closed.Http.GetAsync(new Uri(new Uri(_closed.Http.BaseAddress!, "/docs/"), script.Groups[1].Value), TestContext.Current.CancellationToken);
            Assert.Equal(("text/javascript", HttpStatusCode.OK), (served.Content.Headers.ContentType!.MediaType, served.StatusCode));
        }
    }

    [Fact]
    public async Task Pages_may_run_our_scripts_only_and_answers_nothing_at_all()
    {
        var page = await Policy("/docs/");
        var answer = await Policy("/health");

        Assert.Matches("^script-src 'self' 'nonce-[^;' ]+'; style-src 'self' 'nonce-[^;' ]+'; default-src 'none';", page);
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", answer);
    }

    [Fact]
    public async Task The_document_needs_no_credentials_and_says_where_the_api_is()
    {
        var document = await _closed.Http.GetJson("/openapi/v1.json");

        Assert.Equal("https://crm.example.com", (string?)document["servers"][0]!["url"]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _closed.Http.GetJson("/leads")).Status);
    }

    public ValueTask InitializeAsync() => _closed.InitializeAsync();

    public ValueTask DisposeAsync() => _closed.DisposeAsync();

    private async Task<string> Policy(string path) =>
        (await _closed.Http.GetJson(path)).Headers.GetValues("Content-Security-Policy").Single();

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Script();

    [GeneratedRegex("src=\"([^\"]+)\"")]
    private static partial Regex Source();
}
