using System.Net;
using System.Text.RegularExpressions;
using Lintel.Model;
using Lintel.Tests.Accounts;
using Lintel.Tests.Running;

namespace Lintel.Tests.Administration;

/// <summary>The people of an agency, as their owner looks after them on the settings page.</summary>
public sealed partial class PeoplePartTests() : ClosedServer("https://crm.example.com")
{
    private const string People = "/app/settings?part=people";
    private const string Own = "seven grey herons at low tide";

    [Fact]
    public async Task An_owner_invites_an_agent_who_comes_becomes_a_manager_and_leaves()
    {
        var boss = await Key(Scope.Write);
        await boss.PostJson("/agents", new { name = "Amy Chan", email = "amy@agency.example" });
        var owner = await SignedIn(await Member(Role.Owner));

        var shown = await Send(owner, People, "invite", ("email", "Amy@Example.com"), ("role", "agent"), ("agent_id", "1"));
        Assert.Contains("Invitation sent.", shown, StringComparison.Ordinal);
        Assert.Contains("amy@example.com · Agent", shown, StringComparison.Ordinal);
        var first = await LastLink();
        shown = await Send(owner, People, "invitations", ("resend", "1"));
        var second = await LastLink();
        Assert.DoesNotContain("name=\"password\"", await Client().Page(first), StringComparison.Ordinal);

        var amy = Client();
        Assert.Equal(HttpStatusCode.Redirect, (await Post(amy, second, "invitation", ("name", "Amy"), ("password", Own))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await amy.PostJson("/auth/sign-in", new { email = "amy@example.com", password = Own })).Status);
        Assert.Equal(("agent", 1), ((string?)(await amy.GetJson("/auth/me"))["role"], (int)(await amy.GetJson("/auth/me"))["agent_id"]!));
        shown = await owner.Page(People);
        Assert.DoesNotContain("Pending invitations", shown, StringComparison.Ordinal);
        Assert.Contains("Amy Chan", shown, StringComparison.Ordinal);

        await Send(owner, People + "&person=2", "person", ("role", "manager"), ("agent_id", ""));
        Assert.Equal(HttpStatusCode.OK, (await amy.PostJson("/auth/sign-in", new { email = "amy@example.com", password = Own })).Status);
        Assert.Equal("manager", (string?)(await amy.GetJson("/auth/me"))["role"]);
        shown = await Send(owner, People + "&person=2", "person", ("remove", "true"));
        Assert.DoesNotContain("amy@example.com", shown, StringComparison.Ordinal);
        (await amy.GetJson("/auth/me")).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_withdrawn_invitation_is_over_and_owners_are_owners_business()
    {
        var (owner, manager) = (await SignedIn(await Member(Role.Owner)), await SignedIn(await Member(Role.Manager)));
        await Send(owner, People, "invite", ("email", "boss@example.com"), ("role", "owner"), ("agent_id", ""));
        var link = await LastLink();

        var shown = await manager.Page(People);
        Assert.Contains("boss@example.com · Owner", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"withdraw\"", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"owner\"", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("person=1\"", shown, StringComparison.Ordinal);
        (await manager.SendJson(HttpMethod.Delete, "/users/invitations/1")).IsProblem(HttpStatusCode.Forbidden);
        (await owner.SendJson(HttpMethod.Delete, "/users/invitations/7")).IsProblem(HttpStatusCode.NotFound);
        Arrange.Same(
            """
            {"success": true, "invitations": [{"id": 1, "email": "boss@example.com", "role": "owner", "agent_id": null,
             "created_at": "2026-11-23T01:45:00.000Z", "expires_at": "2026-11-30T01:45:00.000Z"}]}
            """,
            (await manager.GetJson("/users/invitations")).Body);

        Assert.Contains("Invitation withdrawn.", await Send(owner, People, "invitations", ("withdraw", "1")), StringComparison.Ordinal);

        Assert.DoesNotContain("name=\"password\"", await Client().Page(link), StringComparison.Ordinal);
        Assert.Equal("""{"email":"boss@example.com","role":"owner"}""", (await owner.GetJson("/audit?action=deleted"))["entries"][0]!["before"]!.ToJsonString());
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field()
    {
        var owner = await SignedIn(await Member(Role.Owner));

        var refused = await Post(owner, People, "invite", ("email", "nobody"), ("role", "manager"), ("agent_id", "9"));
        var page = await refused.Content.ReadAsStringAsync(Cancel);

        Assert.Contains("field-email-problem", page, StringComparison.Ordinal);
        Assert.Contains("field-agent_id-problem", page, StringComparison.Ordinal);
        page = await (await Post(owner, People + "&person=1", "person", ("role", "agent"))).Content.ReadAsStringAsync(Cancel);
        Assert.Contains("last owner", page, StringComparison.Ordinal);
    }

    private async Task<string> LastLink()
    {
        var text = (string)(await Lintel.Database.Rows("SELECT text FROM mails ORDER BY id DESC LIMIT 1")).Single()[0]!;
        return Link().Match(text).Value["https://crm.example.com".Length..];
    }

    /// <summary>Sends a form of a page, and opens the page that it leads to.</summary>
    private static async Task<string> Send(HttpClient http, string page, string form, params (string Name, string Value)[] fields)
    {
        var answer = await Post(http, page, form, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await http.Page(answer.Headers.Location!.PathAndQuery());
    }

    private static async Task<HttpResponseMessage> Post(HttpClient http, string page, string form, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await http.GetStringAsync(page, Cancel)).Groups["token"].Value;
        using var content = new FormUrlEncodedContent([
            KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("_handler", form),
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await http.PostAsync(page, content, Cancel);
    }

    [GeneratedRegex(@"https://crm\.example\.com/app/invitation\?token=[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();

    [GeneratedRegex("__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
