using System.Net;
using System.Text.RegularExpressions;
using Lintel.Accounts;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Accounts;

public sealed partial class SignInPageTests : ClosedServer
{
    [Fact]
    public async Task A_page_asks_to_sign_in_and_is_come_back_to()
    {
        var email = await Member(Role.Manager);
        var http = Client();

        var asked = await http.SendAsync(new(HttpMethod.Get, "/app/leads?status=new"), Cancel);
        Assert.Equal("/app/sign-in?return=%2Fapp%2Fleads%3Fstatus%3Dnew", asked.Headers.Location!.OriginalString);
        var back = await Send(http, asked.Headers.Location.OriginalString, ("email", email), ("password", Password));

        Assert.Equal((HttpStatusCode.Redirect, "/app/leads?status=new"), (back.StatusCode, back.Headers.Location!.PathAndQuery()));
        var page = await http.GetStringAsync("/app/leads", Cancel);
        Assert.Contains("/app/sign-out", page, StringComparison.Ordinal);
        Assert.Equal("/app/sign-in", (await Post(http, "/app/sign-out", page, [])).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await http.GetAsync("/app/leads", Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/app/")]
    [InlineData("/app/\\evil.example")]
    public async Task Nobody_is_sent_elsewhere_by_a_link_that_looks_like_ours(string wanted)
    {
        var answer = await Send(Client(), "/app/sign-in?return=" + Uri.EscapeDataString(wanted), ("email", await Member(Role.Manager)), ("password", Password));

        Assert.Equal("/app", answer.Headers.Location!.PathAndQuery());
    }

    [Fact]
    public async Task What_is_wrong_is_said_on_the_page_and_the_password_is_not_repeated()
    {
        var answer = await Send(Client(), "/app/sign-in", ("email", "nobody@example.com"), ("password", "something secret"));
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("The email or the password is wrong.", page, StringComparison.Ordinal);
        Assert.Contains("nobody@example.com", page, StringComparison.Ordinal);
        Assert.DoesNotContain("something secret", page, StringComparison.Ordinal);
        Assert.DoesNotContain(DemoPeople.Password, page, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Send(HttpClient http, string path, params (string, string)[] fields) =>
        await Post(http, path, await http.GetStringAsync(path, Cancel), [("_handler", "sign-in"), .. fields]);

    private static async Task<HttpResponseMessage> Post(HttpClient http, string path, string page, (string Name, string Value)[] fields)
    {
        var token = Token().Match(page).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([
            KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await http.PostAsync(path, form, Cancel);
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}

internal static class Addresses
{
    public static string PathAndQuery(this Uri uri) => uri.IsAbsoluteUri ? uri.PathAndQuery : uri.OriginalString;
}
