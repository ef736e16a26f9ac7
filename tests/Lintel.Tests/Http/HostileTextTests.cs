using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Lintel.Tests.Running;

namespace Lintel.Tests.Http;

/// <summary>What people send that is meant for somebody else: a browser, a database, a file system, a header, a reader's eyes.</summary>
public sealed partial class HostileTextTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    private const string Mark = "zqxv";

    public static TheoryData<string> Texts =>
    [
        $"<script>{Mark}()</script>",
        $"\"><img src=x onerror={Mark}()>",
        $"' onmouseover='{Mark}()",
        $"</textarea><svg/onload={Mark}()>",
        $"javascript:{Mark}()",
        $"{{{{{Mark}}}}}<!--{Mark}-->",
        $"'; DROP TABLE leads; -- {Mark}",
        $"../../../../etc/passwd {Mark}",
        $"{Mark}\r\nSet-Cookie: a=b",
        $"\u202E{Mark}\u2066\u200B",
        $"=HYPERLINK(\"https://evil.example\",\"{Mark}\")",
        $"{Mark} %00 %2e%2e%2f \\u0000 &lt; \ud83d\ude00",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Whatever_a_text_is_meant_to_do_it_is_kept_as_it_is_and_shown_as_text(string text)
    {
        var agent = await lintel.Agent(text);
        var id = await lintel.Lead(
            ("name", text), ("original_message", text), ("notes", text), ("tags", new[] { text }), ("preferred_areas", new[] { text }),
            ("source_post_id", text), ("interested_properties", new[] { text }), ("assigned_agent_id", agent));
        await lintel.Interaction(id, ("message", text), ("subject", text), ("outcome", text), ("next_action", text));
        await lintel.Http.PostJson($"/leads/{id}/follow-ups", new { due_at = "2026-12-01T00:00:00Z", note = text });
        await lintel.Http.PostJson("/properties", new { title = text, address = text, area = text, development = text, source = "x", source_id = text });

        var kept = await lintel.Http.GetJson($"/leads/{id}");
        Assert.Equal(Canonical(text), (string?)kept["lead"]["name"]);
        foreach (var path in new[] { $"/app/leads/{id}", "/app/leads", "/app/leads/board", $"/app/leads?q={Mark}", $"/app/leads?q={Uri.EscapeDataString(text)}", $"/app/leads?tag={Uri.EscapeDataString(text)}", "/app/properties" })
        {
            var page = await lintel.Http.GetJson(path);

            Assert.True(page.Status == HttpStatusCode.OK, $"{path}: {page.Status}");
            var runs = Executable().Match(Quoted().Replace(page.Text, "\"\""));
            Assert.False(runs.Success, $"{path} runs {text}: {runs}");
            Assert.DoesNotMatch($"""(href|src|action)\s*=\s*["']?\s*javascript:{Mark}""", page.Text);
            Assert.DoesNotContain("a=b", page.Headers.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"x\\udc00y\"")]
    public async Task Half_a_character_is_refused_by_name(string text)
    {
        var answer = await lintel.Http.PostBytes("/leads", Encoding.UTF8.GetBytes($$"""{"name":{{text}}}"""));

        Assert.Equal((400, "must be valid Unicode text"), (answer.Status, (string?)answer.Json["errors"]!["name"]![0]));
    }

    [Theory]
    [InlineData("budget_min", "1e400")]
    [InlineData("budget_min", "99999999999999999999999999999999")]
    [InlineData("budget_min", "-0.5")]
    [InlineData("bedrooms", "1e308")]
    [InlineData("bedrooms", "NaN")]
    public async Task A_number_beyond_numbers_is_400_and_nothing_is_kept(string field, string number)
    {
        var answer = await lintel.Http.PostBytes("/leads", Encoding.UTF8.GetBytes($$"""{"name":"{{Mark}} number","{{field}}":{{number}}}"""));

        Assert.Equal(400, answer.Status);
        Assert.Equal(0, (int)(await lintel.Http.GetJson($"/leads?q={Mark}%20number"))["pagination"]["total"]!);
    }

    [Fact]
    public async Task A_nul_is_no_part_of_a_text()
    {
        var made = await lintel.Http.PostBytes("/leads", Encoding.UTF8.GetBytes("""{"name":"A\u0000B"}"""));

        Assert.Equal((201, "AB"), (made.Status, (string?)made.Json["lead"]!["name"]));
    }

    [Theory]
    [InlineData("/assets/../lintel.db")]
    [InlineData("/assets/..%2f..%2flintel.db")]
    [InlineData("/assets/%2e%2e/%2e%2e/appsettings.json")]
    [InlineData("/assets/..%5c..%5clintel.db")]
    [InlineData("/app/../../etc/passwd")]
    [InlineData("//etc/passwd")]
    public async Task No_path_leaves_what_is_served(string path)
    {
        var answer = await lintel.Http.SendRaw($"GET {path} HTTP/1.1\nHost: x\nConnection: close");

        Assert.True(answer.Status is 400 or 404, $"{path}: {answer.Status}");
        Assert.DoesNotMatch("SQLite format|root:|ConnectionStrings", answer.Body);
    }

    [Theory]
    [InlineData("return=https://evil.example/")]
    [InlineData("return=//evil.example/")]
    [InlineData("return=/\\evil.example/")]
    [InlineData("return=%0d%0aLocation:%20https://evil.example/")]
    public async Task No_redirect_leads_elsewhere(string query)
    {
        foreach (var path in new[] { "/app/sign-in", "/app/leads", "/app" })
        {
            var answer = await lintel.Http.SendRaw($"GET {path}?{query} HTTP/1.1\nHost: x\nConnection: close");

            Assert.DoesNotMatch("^(https?:)?[/\\\\]{2}evil", answer.Headers.GetValueOrDefault("Location", ""));
        }
    }

    /// <summary>Line ends stay in a text; what surrounds it does not.</summary>
    private static string Canonical(string text) => text.Trim().Normalize(NormalizationForm.FormC);

    /// <summary>Values of attributes; a quotation mark in a text is never one, for it is written as a character's number.</summary>
    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    /// <summary>What a browser would run or take for our own markup: the mark in a script, a picture or a comment, and any handler in any tag.</summary>
    [GeneratedRegex($"""<script[^>]*>[^<]*{Mark}|<(img|svg)[^<>]*{Mark}|<[a-z][^<>]*\son[a-z]+\s*=|<!--{Mark}""", RegexOptions.IgnoreCase)]
    private static partial Regex Executable();
}
