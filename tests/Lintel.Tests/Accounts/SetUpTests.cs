using System.Net;
using System.Text.RegularExpressions;
using Lintel.Accounts;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Accounts;

/// <summary>The page by which an installation gets its first owner.</summary>
public sealed partial class SetUpTests() : ClosedServer("https://crm.example.com")
{
    private static readonly (string, string)[] Filled =
    [
        ("agency", "Harbour Homes"), ("time_zone", "Europe/London"), ("name", "Ada"), ("email", "Ada@Example.com"), ("password", Password),
    ];

    private SetUp SetUp => Lintel.Service<SetUp>();

    [Fact]
    public async Task Whoever_has_the_link_makes_the_agency_and_its_owner_once_and_is_in()
    {
        Assert.StartsWith("https://crm.example.com/app/setup?token=", SetUp.Link("https://crm.example.com"), StringComparison.Ordinal);
        var http = Client();

        var done = await Send(http, SetUp.Link(""), Filled);

        Assert.Equal((HttpStatusCode.Redirect, "/app"), (done.StatusCode, done.Headers.Location!.PathAndQuery()));
        Arrange.Same(
            $$"""
            {"success": true, "role": "owner", "agent_id": null, "key": null,
             "user": {"id": 1, "email": "ada@example.com", "name": "Ada"},
             "agency": {"id": 1, "name": "Harbour Homes", "time_zone": "Europe/London", "currency": "HKD", "region": "HK", "languages": ["en", "zh"], "working_hours": [], "logo": null, "agents_see_unassigned": false},
             "agencies": [{"id": 1, "name": "Harbour Homes", "role": "owner"}], "csrf_token": "{{(string?)(await http.GetJson("/auth/me"))["csrf_token"]}}"}
            """,
            (await http.GetJson("/auth/me")).Body);

        // The link is no secret any more, and opens nothing; that it was tried is noted.
        Assert.Equal(HttpStatusCode.NotFound, (await Client().GetAsync(SetUp.Link(""), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client().GetAsync("/app/setup", Cancel)).StatusCode);
        var noted = (await http.GetJson("/audit?action=refused"))["entries"].AsArray();
        Assert.Equal(["""{"token":"used"}"""], noted.Select(entry => entry!["after"]!.ToJsonString()));
    }

    [Fact]
    public async Task Without_its_token_it_is_not_there_and_guesses_are_noted_a_few_times()
    {
        for (var guess = 0; guess < SignIn.MostFailures + 2; guess++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Client().GetAsync($"/app/setup?token=guess{guess}", Cancel)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Client().GetAsync("/app/setup", Cancel)).StatusCode);
        Assert.Equal(SignIn.MostFailures, await Lintel.Database.Count("SELECT count(*) FROM audit_entries WHERE action = 'refused' AND entity = 'setup'"));
        Assert.Equal(HttpStatusCode.OK, (await Client().GetAsync(SetUp.Link(""), Cancel)).StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nobody_is_made()
    {
        var http = Client();

        var refused = await Send(http, SetUp.Link(""), [("agency", ""), .. Filled[1..]]);
        var weak = await Send(http, SetUp.Link(""), [.. Filled[..4], ("password", "short")]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (refused.StatusCode, weak.StatusCode));
        Assert.Contains("field-password-problem", await weak.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(0, await Lintel.Database.Count("SELECT count(*) FROM users"));
        Assert.Equal("Agency", (string)(await Lintel.Database.Rows("SELECT name FROM agencies")).Single()[0]!);
    }

    [Fact]
    public async Task Of_many_who_come_at_once_one_becomes_the_owner()
    {
        var path = SetUp.Link("");
        HttpClient[] people = [Client(), Client(), Client(), Client()];
        var tokens = await Task.WhenAll(people.Select(http => FormToken(http, path)));

        var answers = await Task.WhenAll(people.Select((http, number) =>
            Post(http, path, tokens[number], [.. Filled[..3], ("email", $"person{number}@example.com"), ("password", Password)])));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(1, await Lintel.Database.Count("SELECT count(*) FROM users"));
    }

    [Fact]
    public async Task The_link_is_told_while_nobody_could_sign_in_and_holds_after_a_restart()
    {
        var link = SetUp.Link("");
        await Lintel.Restart();
        Assert.True(await SetUp.IsOpen(Cancel));
        Assert.Equal(HttpStatusCode.OK, (await Client().GetAsync(link, Cancel)).StatusCode);

        await Member(Role.Agent);

        Assert.False(await SetUp.IsOpen(Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await Client().GetAsync(link, Cancel)).StatusCode);
    }

    private static async Task<HttpResponseMessage> Send(HttpClient http, string path, (string Name, string Value)[] fields) =>
        await Post(http, path, await FormToken(http, path), fields);

    private static async Task<string> FormToken(HttpClient http, string path) => Token().Match(await http.GetStringAsync(path, Cancel)).Groups["token"].Value;

    private static async Task<HttpResponseMessage> Post(HttpClient http, string path, string token, (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([
            KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("_handler", "setup"), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await http.PostAsync(path, form, Cancel);
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
