using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Offline;

/// <summary>What a browser is sent so that it can install the pages, keep them for one reader, and forget them.</summary>
public sealed partial class InstallTests : ClosedServer
{
    [Fact]
    public async Task The_manifest_says_how_it_is_installed_and_its_icons_are_there()
    {
        using var answer = await Client().GetAsync(await Linked("manifest"), Cancel);
        var manifest = (JsonObject)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;

        Assert.Equal((HttpStatusCode.OK, "application/manifest+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(
            ("Lintel", "Lintel", "/app", "/app", "standalone"),
            ((string?)manifest["name"], (string?)manifest["short_name"], (string?)manifest["start_url"], (string?)manifest["scope"], (string?)manifest["display"]));
        var icons = manifest["icons"]!.AsArray().Select(icon => ((string?)icon!["sizes"], (string?)icon["purpose"], Address: "/assets/" + (string?)icon["src"])).ToList();
        Assert.Equal([("192x192", null), ("512x512", null), ("512x512", "maskable"), ("any", null)], icons.Select(icon => (icon.Item1, icon.Item2)));
        foreach (var address in icons.Select(icon => icon.Address).Append(await Linked("apple-touch-icon")))
        {
            Assert.Equal(HttpStatusCode.OK, (await Client().GetAsync(address, Cancel)).StatusCode);
        }
    }

    [Theory]
    [InlineData(null, "#ffffff (prefers-color-scheme: light), #14191a (prefers-color-scheme: dark)")]
    [InlineData("light", "#ffffff ")]
    [InlineData("dark", "#14191a ")]
    public async Task The_systems_bars_continue_the_page_in_its_theme(string? theme, string expected)
    {
        var http = Client();
        if (theme is not null)
        {
            http.DefaultRequestHeaders.Add("Cookie", $"lintel-theme={theme}");
        }

        var found = ThemeColour().Matches(await http.GetStringAsync("/app/sign-in", Cancel)).Select(match => $"{match.Groups["colour"]} {match.Groups["when"]}");

        Assert.Equal(expected, string.Join(", ", found));
    }

    [Fact]
    public async Task The_worker_looks_after_all_pages_and_names_files_that_are_there()
    {
        using var answer = await Client().GetAsync("/app/worker.js", Cancel);
        var script = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal((HttpStatusCode.OK, "text/javascript"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(("no-cache", "/app"), (answer.Headers.CacheControl!.ToString(), Assert.Single(answer.Headers.GetValues("Service-Worker-Allowed"))));
        Assert.Equal("default-src 'none'; connect-src 'self'; frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));

        var shell = JsonDocument.Parse(Shell().Match(script).Groups["json"].Value).RootElement;
        Assert.Equal($"\"{shell.GetProperty("version").GetString()}\"", answer.Headers.ETag!.Tag);
        var files = shell.GetProperty("files").EnumerateArray().Select(file => file.GetString()!).ToList();
        Assert.Equal(
            ["/_framework/blazor.web.*.js", "/assets/app.*.css", "/assets/app.*.js", "/assets/board.*.js", "/assets/favicon.*.svg", "/assets/fonts/inter-5.3.0-latin.woff2", "/assets/icons.*.svg"],
            files.Select(file => Fingerprint().Replace(file, ".*.")).Order(StringComparer.Ordinal));
        foreach (var file in files.Append("/app/offline"))
        {
            Assert.Equal(HttpStatusCode.OK, (await Client().GetAsync(file, Cancel)).StatusCode);
        }
    }

    [Fact]
    public async Task A_worker_that_did_not_change_is_not_sent_again()
    {
        using var first = await Client().GetAsync("/app/worker.js", Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/app/worker.js") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        Assert.Equal(HttpStatusCode.NotModified, (await Client().SendAsync(request, Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_page_names_its_reader_who_is_the_same_person_in_every_session_and_nobody_elses()
    {
        var (email, other) = (await Member(Role.Manager), await Member(Role.Manager));
        var http = await SignedIn(email);
        var reader = await ReaderOf(http);

        Assert.Matches("^[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]{16}$", reader);
        Assert.Contains($"data-reader=\"{reader}\"", await http.GetStringAsync("/app/today", Cancel), StringComparison.Ordinal);
        Assert.Equal(reader, await ReaderOf(await SignedIn(email)));
        Assert.NotEqual(reader, await ReaderOf(await SignedIn(other)));

        var told = await http.GetJson("/app/reader");
        Assert.Equal((reader, (string?)(await http.GetJson("/auth/me"))["csrf_token"]), ((string?)told["reader"], (string?)told["csrf_token"]));
    }

    [Fact]
    public async Task Who_is_in_another_agency_is_the_same_person_elsewhere()
    {
        var email = await Member(Role.Manager);
        var second = await Agency("Second");
        await Member(Role.Manager, second, email: email);
        var http = await SignedIn(email);
        var before = (await ReaderOf(http)).Split('.');

        await http.PostJson("/auth/switch", new { agency_id = (long)(await http.GetJson("/auth/me"))["agency"]!["id"]! == second ? DefaultAgency : second });
        var after = (await ReaderOf(http)).Split('.');

        Assert.Equal((before[0], true), (after[0], before[1] != after[1]));
    }

    [Theory]
    [InlineData("/app/sign-in")]
    [InlineData("/app/offline")]
    [InlineData("/app/worker.js")]
    public async Task What_anybody_may_see_is_nobodys(string path)
    {
        using var answer = await (await SignedIn(await Member(Role.Manager))).GetAsync(path, Cancel);

        Assert.False(answer.Headers.Contains("Lintel-Reader"));
    }

    [Fact]
    public async Task Signing_out_has_the_browser_forget()
    {
        var http = await SignedIn(await Member(Role.Agent));
        var token = Token().Match(await http.GetStringAsync("/app/today", Cancel)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await http.PostAsync("/app/sign-out", form, Cancel);

        Assert.Equal("\"storage\"", string.Join(", ", answer.Headers.GetValues("Clear-Site-Data")));
    }

    private static async Task<string> ReaderOf(HttpClient http) =>
        Assert.Single((await http.GetAsync("/app/today", TestContext.Current.CancellationToken)).Headers.GetValues("Lintel-Reader"));

    private async Task<string> Linked(string rel) =>
        Regex.Match(await Client().GetStringAsync("/app/sign-in", Cancel), $"<link rel=\"{rel}\" href=\"(?<address>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["address"].Value;

    [GeneratedRegex("""<meta name="theme-color" content="(?<colour>[^"]+)"(?: media="(?<when>[^"]+)")?""")]
    private static partial Regex ThemeColour();

    [GeneratedRegex("^self.lintel=(?<json>.+);")]
    private static partial Regex Shell();

    [GeneratedRegex(@"\.[a-z0-9]{10}\.")]
    private static partial Regex Fingerprint();

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)" """)]
    private static partial Regex Token();
}
