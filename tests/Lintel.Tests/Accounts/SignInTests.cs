using System.Net;
using Lintel.Accounts;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Accounts;

public sealed class SignInTests : ClosedServer
{
    [Fact]
    public async Task A_person_signs_in_is_known_by_the_cookie_and_signs_out()
    {
        var email = await Member(Role.Manager);
        var http = Client();

        var signedIn = await http.PostJson("/auth/sign-in", new { email = email.ToUpperInvariant(), password = Password });

        Assert.Equal(HttpStatusCode.OK, signedIn.Status);
        Arrange.Same(
            """
            {"success": true, "user": {"id": 1, "email": "person1@example.com", "name": "person1"}, "role": "manager",
             "agency": {"id": 1, "name": "Agency", "time_zone": "Asia/Hong_Kong", "currency": "HKD", "region": "HK", "languages": ["en", "zh"], "working_hours": [], "logo": null, "agents_see_unassigned": false}}
            """,
            signedIn.Body);
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^lintel-session=[A-Za-z0-9_-]{43}; max-age=2592000; path=/; samesite=lax; httponly$", cookie);

        var me = await http.GetJson("/auth/me");
        var token = (string)me["csrf_token"]!;
        Arrange.Same(
            $$"""
            {"success": true, "user": {"id": 1, "email": "person1@example.com", "name": "person1"}, "key": null, "role": "manager", "agent_id": null,
             "agency": {"id": 1, "name": "Agency", "time_zone": "Asia/Hong_Kong", "currency": "HKD", "region": "HK", "languages": ["en", "zh"], "working_hours": [], "logo": null, "agents_see_unassigned": false},
             "agencies": [{"id": 1, "name": "Agency", "role": "manager"}], "csrf_token": "{{token}}"}
            """,
            me.Body);

        Assert.Equal(HttpStatusCode.OK, (await http.PostJson("/auth/sign-out", null, ("X-CSRF-Token", token))).Status);
        (await http.GetJson("/auth/me")).IsProblem(HttpStatusCode.Unauthorized);
        using var old = Client();
        old.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        (await old.GetJson("/auth/me")).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_unknown_account_is_told_what_a_wrong_password_is_told()
    {
        var email = await Member(Role.Owner);

        var wrong = await Client().PostJson("/auth/sign-in", new { email, password = "not the right one" });
        var unknown = await Client().PostJson("/auth/sign-in", new { email = "nobody@example.com", password = Password });

        wrong.IsProblem(HttpStatusCode.Unauthorized);
        Assert.Equal(Without(wrong), Without(unknown));
        Assert.False(wrong.Headers.Contains("Set-Cookie"));

        static string Without(WireAnswer answer) => answer.Text.Replace((string)answer["trace_id"]!, "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_named() => (await Client().PostJson("/auth/sign-in", new { email = " ", password = 5 })).IsProblem(
        HttpStatusCode.BadRequest, ("password", "must be text"), ("email", "is required"));

    [Fact]
    public async Task Guessing_locks_out_the_guesser_and_nobody_else_even_with_the_right_password()
    {
        var email = await Member(Role.Owner);
        var guesser = Client();
        for (var i = 0; i < SignIn.MostFailures; i++)
        {
            (await guesser.PostJson("/auth/sign-in", new { email, password = "guess " + i })).IsProblem(HttpStatusCode.Unauthorized);
        }

        var locked = await guesser.PostJson("/auth/sign-in", new { email, password = Password });
        locked.IsProblem(HttpStatusCode.TooManyRequests);
        Assert.Equal(SignIn.Wait, locked.Headers.RetryAfter!.Delta);

        // The same person from elsewhere, and another person from here.
        await Lintel.Database.Execute("UPDATE sign_in_failures SET address = '203.0.113.9'");
        Assert.Equal(HttpStatusCode.OK, (await Client().PostJson("/auth/sign-in", new { email, password = Password })).Status);
        await Lintel.Database.Execute("UPDATE sign_in_failures SET address = '127.0.0.1'");
        Assert.Equal(HttpStatusCode.OK, (await guesser.PostJson("/auth/sign-in", new { email = await Member(Role.Agent), password = Password })).Status);

        Lintel.Clock.Advance(SignIn.Wait);
        Assert.Equal(HttpStatusCode.OK, (await guesser.PostJson("/auth/sign-in", new { email, password = Password })).Status);
    }

    [Fact]
    public async Task Attempts_at_once_are_not_more_attempts()
    {
        var email = await Member(Role.Owner);
        var http = Client();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => http.PostJson("/auth/sign-in", new { email, password = "guess " + i })));

        Assert.Equal(SignIn.MostFailures, answers.Count(answer => answer.Status == HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task A_change_by_cookie_needs_the_token_of_its_session()
    {
        var http = await SignedIn(await Member(Role.Manager));
        var token = http.DefaultRequestHeaders.GetValues("X-CSRF-Token").Single();
        http.DefaultRequestHeaders.Remove("X-CSRF-Token");

        (await http.PostJson("/leads", new { name = "Amy" })).IsProblem(HttpStatusCode.Forbidden);
        (await http.PostJson("/leads", new { name = "Amy" }, ("X-CSRF-Token", token[..^2] + "xx"))).IsProblem(HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.Created, (await http.PostJson("/leads", new { name = "Amy" }, ("X-CSRF-Token", token))).Status);
        Assert.Equal(1, (int)(await http.GetJson("/leads"))["pagination"]["total"]!);
    }

    [Fact]
    public async Task A_session_ends_when_it_is_not_used_and_when_it_is_old()
    {
        var http = await SignedIn(await Member(Role.Manager));
        for (var day = 0; day < 29; day++)
        {
            Lintel.Clock.Advance(TimeSpan.FromDays(1));
            Assert.Equal(HttpStatusCode.OK, (await http.GetJson("/auth/me")).Status);
        }

        Lintel.Clock.Advance(TimeSpan.FromDays(1));
        (await http.GetJson("/auth/me")).IsProblem(HttpStatusCode.Unauthorized);

        var idle = await SignedIn(await Member(Role.Manager));
        Lintel.Clock.Advance(Session.LongestIdle);
        (await idle.GetJson("/auth/me")).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_member_of_two_agencies_switches_and_sees_one_of_them_at_a_time()
    {
        var other = await Agency("Other");
        var email = await Member(Role.Manager);
        await Member(Role.Owner, other, email: email);
        var http = await SignedIn(email);
        await http.PostJson("/leads", new { name = "Amy" });

        var switched = await http.PostJson("/auth/switch", new { agency_id = other });

        Assert.Equal(("Other", "owner"), ((string?)switched["agency"]["name"], (string?)switched["role"]));
        Assert.Equal(0, (int)(await http.GetJson("/leads"))["pagination"]["total"]!);
        Assert.Equal(other, (long)(await http.GetJson("/auth/me"))["agency"]["id"]!);
        (await http.PostJson("/auth/switch", new { agency_id = await Agency("Third") })).IsProblem(HttpStatusCode.NotFound);
        (await http.PostJson("/auth/switch", new { agency_id = 987654321 })).IsProblem(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("lintel-session=")]
    [InlineData("lintel-session=%00")]
    [InlineData("lintel-session=notone; __Host-lintel=notone")]
    public async Task A_cookie_that_is_none_of_ours_is_nobody(string cookie)
    {
        var http = Client();
        http.DefaultRequestHeaders.Add("Cookie", cookie);

        (await http.GetJson("/leads")).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_cookie_of_a_plain_connection_is_worth_nothing_over_TLS()
    {
        await using var lintel = new LintelServer { Set = settings => settings with { OpenApi = false, PublicUrl = "https://crm.example.com" } };
        await lintel.InitializeAsync();
        var hash = Secret.Hash("planted");
        var user = new User { Email = "amy@example.com", Name = "Amy", PasswordHash = Passwords.Hash(Password) };
        await lintel.Store.Write<bool>(
            Actor.Nobody,
            async db =>
            {
                db.Users.Add(user);
                await db.SaveChangesAsync(Cancel);
                db.Memberships.Add(new Membership { AgencyId = DefaultAgency, UserId = user.Id, Role = Role.Owner });
                db.Sessions.Add(new Session { AgencyId = DefaultAgency, UserId = user.Id, TokenHash = hash, CreatedAt = db.Now, LastUsedAt = db.Now });
                await db.SaveChangesAsync(Cancel);
                return true;
            },
            Cancel);

        Assert.Equal(HttpStatusCode.OK, await Status("127.0.0.1", "lintel-session"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status("crm.example.com", "lintel-session"));
        Assert.Equal(HttpStatusCode.OK, await Status("crm.example.com", "__Host-lintel"));
        var signedIn = await lintel.Http.PostJson(
            "/auth/sign-in", new { email = "amy@example.com", password = Password }, ("Host", "crm.example.com"));
        Assert.Matches("^__Host-lintel=[^;]+; max-age=2592000; path=/; secure; samesite=lax; httponly$", Assert.Single(signedIn.Headers.GetValues("Set-Cookie")));

        async Task<HttpStatusCode> Status(string host, string name) =>
            (await lintel.Http.SendJson(HttpMethod.Get, "/auth/me", null, ("Host", host), ("Cookie", name + "=planted"))).Status;
    }
}
