using System.Net;
using Lintel.Accounts;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Accounts;

/// <summary>Passkeys: made by whoever gave their password again, and enough to sign in.</summary>
public sealed class PasskeyTests() : ClosedServer("https://crm.example.com")
{
    private const string Refused = "This passkey lets nobody in, or it took too long.";

    [Fact]
    public async Task A_person_adds_a_passkey_signs_in_by_it_names_it_and_removes_it()
    {
        using var device = new SoftAuthenticator();
        var person = await SignedIn(await Member(Role.Manager));

        var made = await Add(person, device);

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Arrange.Same(
            """{"success": true, "passkey": {"id": 1, "name": "Phone", "is_backed_up": false, "created_at": "2026-11-23T01:45:00.000Z", "last_used_at": null}}""", made.Body);
        Lintel.Clock.Advance(TimeSpan.FromMinutes(1));
        var (http, answer) = await Enter(device);
        Assert.Equal((HttpStatusCode.OK, "manager"), (answer.Status, (string?)answer["role"]));
        Assert.Equal("person1@example.com", (string?)(await http.GetJson("/auth/me"))["user"]["email"]);

        Assert.Equal("Work phone", (string?)(await person.PutJson("/auth/passkeys/1", new { name = "Work phone" }))["passkey"]["name"]);
        Assert.Equal("2026-11-23T01:46:00.000Z", (string?)(await person.GetJson("/auth/passkeys"))["passkeys"][0]!["last_used_at"]);
        (await person.SendJson(HttpMethod.Delete, "/auth/passkeys/1", new { password = "not mine at all" })).IsProblem(HttpStatusCode.BadRequest, ("password", "is wrong"));
        Assert.Equal(HttpStatusCode.OK, (await person.SendJson(HttpMethod.Delete, "/auth/passkeys/1", new { password = Password })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(device)).Answer.Status);

        var owner = await SignedIn(await Member(Role.Owner));
        var noted = (await owner.GetJson("/audit"))["entries"].AsArray().Select(entry => $"{entry!["action"]} {entry["entity"]} {entry["after"]?.ToJsonString()}").ToList();
        Assert.Contains("""created passkey {"name":"Phone"}""", noted);
        Assert.Contains("""signed_in user {"by":"passkey"}""", noted);
        Assert.Contains("deleted passkey ", noted);
    }

    [Fact]
    public async Task It_is_two_factors_and_no_code_is_asked_for()
    {
        using var device = new SoftAuthenticator();
        var person = await SignedIn(await Member(Role.Manager));
        await Add(person, device);
        await Lintel.Database.Execute("UPDATE users SET totp_since = 1");

        Assert.Equal(HttpStatusCode.OK, (await Enter(device)).Answer.Status);
    }

    [Fact]
    public async Task What_was_asked_is_answered_once_and_within_ten_minutes()
    {
        using var device = new SoftAuthenticator();
        var person = await SignedIn(await Member(Role.Manager));
        await Add(person, device);
        var asked = await Client().PostJson("/auth/passkeys/challenge");
        var shown = new { state = (string?)asked["state"], credential = device.Show((string)asked["options"]!) };

        Assert.Equal(HttpStatusCode.OK, (await Client().PostJson("/auth/passkeys/sign-in", shown)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Client().PostJson("/auth/passkeys/sign-in", shown)).Status);

        asked = await Client().PostJson("/auth/passkeys/challenge");
        shown = new { state = (string?)asked["state"], credential = device.Show((string)asked["options"]!) };
        Lintel.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(Refused, (string?)(await Client().PostJson("/auth/passkeys/sign-in", shown))["detail"]);
    }

    [Fact]
    public async Task A_copy_that_counts_behind_another_origin_and_nobody_verified_are_refused_and_noted()
    {
        using var device = new SoftAuthenticator();
        await Add(await SignedIn(await Member(Role.Owner)), device);
        Assert.Equal(HttpStatusCode.OK, (await Enter(device)).Answer.Status);

        device.Count = 0;
        Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(device)).Answer.Status);
        (device.Count, device.Verifies) = (10, false);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(device)).Answer.Status);
        (device.Verifies, device.Origin) = (true, "https://crm.example.com.evil.example");
        Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(device)).Answer.Status);
        device.Origin = "https://crm.example.com";

        Assert.Equal(3, await Lintel.Database.Count("""SELECT count(*) FROM audit_entries WHERE action = 'sign_in_failed' AND "after" = '{"wrong":"passkey"}'"""));
        Assert.Equal(HttpStatusCode.OK, (await Enter(device)).Answer.Status);
    }

    [Fact]
    public async Task Guessing_has_to_wait_after_five_attempts()
    {
        using var device = new SoftAuthenticator();
        await Add(await SignedIn(await Member(Role.Owner)), device);
        device.Verifies = false;
        for (var attempt = 0; attempt < SignIn.MostFailures; attempt++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(device)).Answer.Status);
        }

        device.Verifies = true;
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Enter(device)).Answer.Status);
        Lintel.Clock.Advance(SignIn.Wait);
        Assert.Equal(HttpStatusCode.OK, (await Enter(device)).Answer.Status);
    }

    [Fact]
    public async Task One_is_not_added_without_the_password_twice_by_another_or_out_of_nothing()
    {
        using var device = new SoftAuthenticator();
        var (person, other) = (await SignedIn(await Member(Role.Agent)), await SignedIn(await Member(Role.Agent)));
        (await person.PostJson("/auth/passkeys/options", new { password = "not mine at all" })).IsProblem(HttpStatusCode.BadRequest, ("password", "is wrong"));
        var asked = await person.PostJson("/auth/passkeys/options", new { password = Password });
        var made = new { name = "Phone", state = (string?)asked["state"], credential = device.Make((string)asked["options"]!) };

        Assert.Equal(HttpStatusCode.BadRequest, (await other.PostJson("/auth/passkeys", made)).Status);
        Assert.Equal(HttpStatusCode.Created, (await person.PostJson("/auth/passkeys", made)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await person.PostJson("/auth/passkeys", made)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await person.PostJson("/auth/passkeys", made with { state = "made up", credential = "{}" })).Status);
        (await other.PutJson("/auth/passkeys/1", new { name = "Mine" })).IsProblem(HttpStatusCode.NotFound);
        Assert.Equal("[]", (await other.GetJson("/auth/passkeys"))["passkeys"].ToJsonString());
        (await Client().PostJson("/auth/passkeys/sign-in", new { state = "x" })).IsProblem(HttpStatusCode.BadRequest, ("credential", "is required"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Client().PostJson("/auth/passkeys/sign-in", new { state = "x", credential = "no JSON" })).Status);
    }

    private async Task<WireAnswer> Add(HttpClient person, SoftAuthenticator device)
    {
        var asked = await person.PostJson("/auth/passkeys/options", new { password = Password });
        return await person.PostJson("/auth/passkeys", new { name = "Phone", state = (string?)asked["state"], credential = device.Make((string)asked["options"]!) });
    }

    private async Task<(HttpClient Http, WireAnswer Answer)> Enter(SoftAuthenticator device)
    {
        var http = Client();
        var asked = await http.PostJson("/auth/passkeys/challenge");
        return (http, await http.PostJson("/auth/passkeys/sign-in", new { state = (string?)asked["state"], credential = device.Show((string)asked["options"]!) }));
    }
}
