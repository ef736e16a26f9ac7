using System.Net;
using System.Text.RegularExpressions;

namespace Lintel.Tests.Running;

/// <summary>The pages as a browser without scripts has them: their HTML, and their forms sent.</summary>
public static partial class Pages
{
    private const string TokenField = "__RequestVerificationToken";

    /// <summary>A page's HTML as one reads it: spaces are one, letters are themselves.</summary>
    public static async Task<string> Page(this HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return Spaces().Replace(WebUtility.HtmlDecode(html), " ");
    }

    /// <summary>Sends a form of a page; gives the page that one comes to.</summary>
    public static async Task<string> Submit(this HttpClient http, string page, string action, params (string Name, string Value)[] fields)
    {
        var form = fields.Append((TokenField, await TokenOf(http, page))).Append(("return", page)).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var body = new FormUrlEncodedContent(form);
        return await Post(http, action, body);
    }

    /// <summary>What the fields of a dialog hold, as a browser would send them.</summary>
    public static (string Name, string Value)[] Fields(this string page, string dialog) =>
    [
        .. Control().Matches(page.Split($"id=\"{dialog}\"")[1].Split("</form>")[0])
            .Where(control => control.Groups["name"].Value != TokenField)
            .Select(control => (control.Groups["name"].Value, control.Groups["tag"].Value switch
            {
                "input" => Held().Match(control.Groups["more"].Value).Groups["value"].Value,
                "select" => Chosen().Match(control.Groups["inside"].Value).Groups["value"].Value,
                _ => control.Groups["inside"].Value,
            })),
    ];

    /// <summary>Sends a page the form of it that holds a file; gives the page that one comes to.</summary>
    public static async Task<string> Submit(this HttpClient http, string page, MultipartFormDataContent form)
    {
        form.Add(new StringContent(await TokenOf(http, page)), TokenField);
        return await Post(http, page, form);
    }

    private static async Task<string> TokenOf(HttpClient http, string page) => Token().Match(await http.Page(page)).Groups["token"].Value;

    private static async Task<string> Post(HttpClient http, string action, HttpContent body)
    {
        using var answer = await http.PostAsync(action, body, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode} {answer.RequestMessage!.RequestUri}");
        return Spaces().Replace(WebUtility.HtmlDecode(html), " ");
    }

    /// <summary>Presses the undo of the notice on a page that was come to.</summary>
    public static Task<string> Undo(this HttpClient http, string shown, string page)
    {
        var undo = Undone().Match(shown);
        Assert.True(undo.Success, shown);
        return http.Submit(page, undo.Groups["action"].Value, ("undo", undo.Groups["undo"].Value));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)" """)]
    private static partial Regex Token();

    [GeneratedRegex("""<(?<tag>input|select|textarea) [^>]*?name="(?<name>[^"]+)"(?<more>[^>]*)>(?:(?<inside>[^<]*(?:<option.*?)?)</(?:select|textarea)>)?""")]
    private static partial Regex Control();

    [GeneratedRegex("value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Held();

    [GeneratedRegex("value=\"(?<value>[^\"]*)\" selected")]
    private static partial Regex Chosen();

    // Decoded, the value holds quotes of its own: it ends where the tag does.
    [GeneratedRegex("""data-toast.*?action="(?<action>[^"]+)".*?name="undo" value="(?<undo>.*?)" />""")]
    private static partial Regex Undone();
}
