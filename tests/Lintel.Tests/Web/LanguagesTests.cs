using System.Net;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Web;

/// <summary>In which language somebody reads the pages.</summary>
public sealed class LanguagesTests : ClosedServer
{
    private const string English = "en";
    private const string Chinese = "zh-Hant";

    [Fact]
    public async Task The_readers_choice_goes_before_their_browsers_and_that_before_their_agencys()
    {
        var key = await Key(Scope.Admin);
        var reader = await SignedIn(await Member(Role.Manager));

        Assert.Equal((English, English), (await Spoken(reader, asked: "fr-FR, de"), await Spoken(reader)));
        await key.PutJson("/agency", new { languages = new[] { "zh", "en" } });
        Lintel.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal((Chinese, Chinese), (await Spoken(reader, asked: "fr-FR, de"), await Spoken(reader)));
        Assert.Equal((English, Chinese), (await Spoken(reader, asked: "fr, en-GB;q=0.5"), await Spoken(reader, asked: "zh-CN")));
        Assert.Equal((English, Chinese), (await Spoken(reader, asked: "zh-HK", chosen: English), await Spoken(reader, asked: "en", chosen: Chinese)));
        Assert.Equal(Chinese, await Spoken(reader, asked: "fr", path: "/app/leads/9000", status: HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Who_is_nobody_yet_reads_english_unless_they_ask_for_chinese()
    {
        var key = await Key(Scope.Admin);
        await key.PutJson("/agency", new { languages = new[] { "zh", "en" } });

        Assert.Equal((English, Chinese), (await Spoken(Client(), asked: "fr", path: "/app/sign-in"), await Spoken(Client(), asked: "zh-TW", path: "/app/sign-in")));
    }

    private static async Task<string> Spoken(HttpClient http, string? asked = null, string? chosen = null, string path = "/app/leads", HttpStatusCode status = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (asked is not null)
        {
            request.Headers.Add("Accept-Language", asked);
        }

        if (chosen is not null)
        {
            request.Headers.Add("Cookie", $"lintel-language={chosen}");
        }

        using var answer = await http.SendAsync(request, Cancel);
        Assert.Equal(status, answer.StatusCode);
        var language = Assert.Single(answer.Content.Headers.ContentLanguage);
        Assert.Contains($"<html lang=\"{language}\"", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        return language;
    }
}
