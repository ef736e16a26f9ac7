using System.Net;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Accounts;

/// <summary>Keys, members and sessions as their owners manage them.</summary>
public sealed class PeopleTests : ClosedServer
{
    [Fact]
    public async Task A_key_is_shown_once_and_revoked_at_once()
    {
        var owner = await SignedIn(await Member(Role.Owner));

        var made = await owner.PostJson("/keys", new { name = "Website", scope = "write", allowed_addresses = new[] { "127.0.0.1", "::1/128" } });

        Assert.Equal(HttpStatusCode.Created, made.Status);
        var secret = (string)made["secret"]!;
        Arrange.Same(
            $$"""
            {"success": true, "secret": "{{secret}}", "key": {"id": 1, "name": "Website", "scope": "write", "hint": "{{secret[..13]}}",
             "allowed_addresses": ["127.0.0.1/32", "::1/128"], "created_at": "2026-11-23T01:45:00.000Z", "expires_at": null, "last_used_at": null, "revoked_at": null}
            }
            """,
            made.Body);
        var program = WithKey(secret);
        Assert.Equal(HttpStatusCode.OK, (await program.GetJson("/leads")).Status);
        var listed = await owner.GetJson("/keys");
        Assert.DoesNotContain(secret, listed.Text, StringComparison.Ordinal);
        Assert.Equal("2026-11-23T01:45:00.000Z", (string?)listed["keys"][0]!["last_used_at"]);

        Assert.Equal(HttpStatusCode.OK, (await owner.SendJson(HttpMethod.Delete, "/keys/1")).Status);
        (await program.GetJson("/leads")).IsProblem(HttpStatusCode.Unauthorized);
        (await owner.SendJson(HttpMethod.Delete, "/keys/9")).IsProblem(HttpStatusCode.NotFound);
        (await owner.PostJson("/keys", new { name = "X", scope = "read", expires_at = "2020-01-01", allowed_addresses = new[] { "everywhere" } })).IsProblem(
            HttpStatusCode.BadRequest,
            ("expires_at", "must be in the future"),
            ("allowed_addresses", "must be addresses or networks such as 203.0.113.7 or 203.0.113.0/24"));
    }

    [Fact]
    public async Task Managers_look_after_everybody_but_owners_and_one_owner_stays()
    {
        var owner = await SignedIn(await Member(Role.Owner));
        var manager = await SignedIn(await Member(Role.Manager));

        var made = await manager.PostJson("/users", new { email = "Amy@Example.com", name = "Amy", role = "agent", password = Password });
        Arrange.Same(
            """
            {"success": true, "user": {"id": 3, "email": "amy@example.com", "name": "Amy", "role": "agent", "agent_id": null, "created_at": "2026-11-23T01:45:00.000Z"}}
            """,
            made.Body);
        Assert.Equal(3, (await manager.GetJson("/users"))["users"].AsArray().Count);
        (await manager.PostJson("/users", new { email = "b@example.com", role = "owner", password = Password })).IsProblem(HttpStatusCode.Forbidden);
        (await manager.PutJson("/users/3", new { role = "owner" })).IsProblem(HttpStatusCode.Forbidden);
        (await manager.PutJson("/users/1", new { role = "agent" })).IsProblem(HttpStatusCode.Forbidden);
        (await manager.SendJson(HttpMethod.Delete, "/users/1")).IsProblem(HttpStatusCode.Forbidden);
        (await owner.PutJson("/users/1", new { role = "manager" })).IsProblem(HttpStatusCode.Conflict);
        (await owner.SendJson(HttpMethod.Delete, "/users/1")).IsProblem(HttpStatusCode.Conflict);
        (await owner.PutJson("/users/3", new { agent_id = 9 })).IsProblem(HttpStatusCode.BadRequest, ("agent_id", "does not exist"));
    }

    [Fact]
    public async Task A_changed_role_and_an_ended_membership_end_the_sessions()
    {
        var owner = await SignedIn(await Member(Role.Owner));
        var email = await Member(Role.Agent);
        var amy = await SignedIn(email);

        Assert.Equal("manager", (string?)(await owner.PutJson("/users/2", new { role = "manager" }))["user"]["role"]);
        (await amy.GetJson("/auth/me")).IsProblem(HttpStatusCode.Unauthorized);

        amy = await SignedIn(email);
        Assert.Equal(HttpStatusCode.OK, (await owner.SendJson(HttpMethod.Delete, "/users/2")).Status);
        (await amy.GetJson("/auth/me")).IsProblem(HttpStatusCode.Unauthorized);
        (await Client().PostJson("/auth/sign-in", new { email, password = Password })).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_person_sees_where_they_are_signed_in_and_ends_it()
    {
        var email = await Member(Role.Manager);
        var (here, there, other) = (await SignedIn(email), await SignedIn(email), await SignedIn(await Member(Role.Owner)));

        var sessions = (await here.GetJson("/auth/sessions"))["sessions"].AsArray();

        Assert.Equal([(2, false), (1, true)], sessions.Select(session => ((int)session!["id"]!, (bool)session["is_current"]!)));
        (await other.SendJson(HttpMethod.Delete, "/auth/sessions/1")).IsProblem(HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.OK, (await here.SendJson(HttpMethod.Delete, "/auth/sessions/2")).Status);
        (await there.GetJson("/auth/me")).IsProblem(HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.OK, (await here.SendJson(HttpMethod.Delete, "/auth/sessions")).Status);
        (await here.GetJson("/auth/me")).IsProblem(HttpStatusCode.Unauthorized);
    }
}
