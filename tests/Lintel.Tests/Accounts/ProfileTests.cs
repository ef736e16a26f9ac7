using System.Net;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Accounts;

/// <summary>What people do about their own account.</summary>
public sealed class ProfileTests : ClosedServer
{
    private const string Other = "seven grey herons at low tide";

    [Fact]
    public async Task Changing_the_password_takes_the_old_one_and_ends_the_other_sessions()
    {
        var email = await Member(Role.Manager);
        var (here, there) = (await SignedIn(email), await SignedIn(email));

        (await here.PostJson("/auth/password", new { password = "not the right one", new_password = Other })).IsProblem(HttpStatusCode.BadRequest, ("password", "is wrong"));
        (await here.PostJson("/auth/password", new { password = Password, new_password = "short" })).IsProblem(
            HttpStatusCode.BadRequest, ("new_password", "must be at least 10 characters"));
        (await here.PostJson("/auth/password", new { })).IsProblem(HttpStatusCode.BadRequest, ("password", "is required"), ("new_password", "is required"));
        Assert.Equal(HttpStatusCode.OK, (await there.GetJson("/auth/me")).Status);

        Assert.Equal(HttpStatusCode.OK, (await here.PostJson("/auth/password", new { password = Password, new_password = Other })).Status);

        (await there.GetJson("/auth/me")).IsProblem(HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.OK, (await here.GetJson("/auth/me")).Status);
        (await Client().PostJson("/auth/sign-in", new { email, password = Password })).IsProblem(HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.OK, (await Client().PostJson("/auth/sign-in", new { email, password = Other })).Status);
        var entry = (await here.GetJson("/audit"))["entries"].AsArray().Single(entry => (string?)entry!["action"] == "changed")!;
        Arrange.Same("""{"password_changed": true}""", entry["after"]!);
    }

    [Fact]
    public async Task The_password_cannot_be_guessed_with_a_session_left_open()
    {
        var http = await SignedIn(await Member(Role.Manager));
        for (var i = 0; i < 5; i++)
        {
            (await http.PostJson("/auth/password", new { password = "guess " + i, new_password = Other })).IsProblem(HttpStatusCode.BadRequest, ("password", "is wrong"));
        }

        (await http.PostJson("/auth/password", new { password = Password, new_password = Other })).IsProblem(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Failed_sign_ins_are_in_the_audit_of_the_persons_agency()
    {
        var owner = await SignedIn(await Member(Role.Owner));

        // On the connection of the owner, which takes the next call once the failure is noted.
        (await owner.PostJson("/auth/sign-in", new { email = "person1@example.com", password = "not the right one" })).IsProblem(HttpStatusCode.Unauthorized);
        (await owner.PostJson("/auth/sign-in", new { email = "nobody@example.com", password = "not the right one" })).IsProblem(HttpStatusCode.Unauthorized);

        var entry = (await owner.GetJson("/audit"))["entries"].AsArray().Single(entry => (string?)entry!["action"] == "sign_in_failed")!;
        Assert.Equal(("person1@example.com", 1, """{"wrong":"password"}"""), ((string?)entry["actor"], (int)entry["entity_id"]!, entry["after"]!.ToJsonString()));
    }

    [Fact]
    public async Task The_profile_shows_sessions_and_the_second_factor()
    {
        var http = await SignedIn(await Member(Role.Agent));

        var page = await http.GetStringAsync("/app/profile", Cancel);

        Assert.Contains("Where you are signed in", page, StringComparison.Ordinal);
        Assert.Contains("Set up", page, StringComparison.Ordinal);
        Assert.Contains("this one", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_session_is_ended_beside_where_it_is_named()
    {
        var email = await Member(Role.Agent);
        var (there, here) = (await SignedIn(email), await SignedIn(email));

        var page = await here.Page("/app/profile");
        Assert.Contains("""value="1" aria-label="Sign out there: Unknown device, now">Sign out there</button>""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("""name="session" value="2" """, page, StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0],
            ["_handler"] = "sessions",
            ["session"] = "1",
        });
        using var answer = await here.PostAsync("/app/profile", form, Cancel);

        Assert.Equal((HttpStatusCode.Found, "/app/profile"), (answer.StatusCode, answer.Headers.Location!.LocalPath));
        (await there.GetJson("/auth/me")).IsProblem(HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.OK, (await here.GetJson("/auth/me")).Status);
    }
}
