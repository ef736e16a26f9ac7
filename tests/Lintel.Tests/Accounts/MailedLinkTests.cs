using System.Net;
using System.Text.RegularExpressions;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Accounts;

/// <summary>Invitations and new passwords, by links in mails.</summary>
public sealed partial class MailedLinkTests() : ClosedServer("https://crm.example.com")
{
    private const string Other = "seven grey herons at low tide";
    private const string Over = "This link works no more. Ask for a new one.";

    private HttpClient? _stranger;

    [Fact]
    public async Task An_invited_person_chooses_a_password_once_and_signs_in()
    {
        var manager = await Enter(Role.Manager);
        Assert.Equal(HttpStatusCode.OK, (await manager.PostJson("/users/invitations", new { email = "Amy@Example.com", role = "agent" })).Status);
        var mail = await LastMail();
        Assert.Equal("amy@example.com", mail.To);
        var path = Path(mail.Text, "invitation");

        Assert.Contains("amy@example.com", await Page(path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(path, "invitation", ("name", "Amy"), ("password", "short"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Send(path, "invitation", ("name", "Amy"), ("password", Other))).StatusCode);

        Assert.Equal("agent", (string?)(await Stranger.PostJson("/auth/sign-in", new { email = "amy@example.com", password = Other }))["role"]);
        Assert.Contains(Over, await Page(path), StringComparison.Ordinal);
        (await manager.PostJson("/users/invitations", new { email = "amy@example.com", role = "agent" })).IsProblem(
            HttpStatusCode.Conflict, ("email", "already belongs to somebody of this agency"));
        (await manager.PostJson("/users/invitations", new { email = "b@example.com", role = "owner" })).IsProblem(HttpStatusCode.Forbidden);
        (await manager.PostJson("/users/invitations", new { role = "agent", agent_id = 9, email = "b@example.com" })).IsProblem(
            HttpStatusCode.BadRequest, ("agent_id", "does not exist"));
    }

    [Fact]
    public async Task An_invitation_that_is_old_or_was_sent_again_is_refused()
    {
        var manager = await Enter(Role.Manager);
        await manager.PostJson("/users/invitations", new { email = "amy@example.com", role = "agent" });
        var first = Path((await LastMail()).Text, "invitation");
        await manager.PostJson("/users/invitations", new { email = "amy@example.com", role = "manager" });
        var second = Path((await LastMail()).Text, "invitation");

        Assert.Contains(Over, await Page(first), StringComparison.Ordinal);
        Assert.DoesNotContain(Over, await Page(second), StringComparison.Ordinal);
        Lintel.Clock.Advance(MailedLink.InvitationLasts);
        Assert.Contains(Over, await Page(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_password_is_chosen_anew_and_ends_the_sessions()
    {
        var person = await Enter(Role.Manager);
        var known = await Stranger.PostJson("/auth/reset", new { email = "person1@example.com" });
        var unknown = await Stranger.PostJson("/auth/reset", new { email = "nobody@example.com" });
        Assert.Equal((known.Status, known.Text), (unknown.Status, unknown.Text));

        // The connection takes the next call once the mail is written.
        await Stranger.PostJson("/auth/reset", new { email = "person1@example.com" });
        await Stranger.GetJson("/health");
        Assert.Equal(1, await Lintel.Database.Count("SELECT count(*) FROM mails"));
        var path = Path((await LastMail()).Text, "reset");

        Assert.Equal(HttpStatusCode.Redirect, (await Send(path, "reset", ("password", Other))).StatusCode);

        (await person.GetJson("/auth/me")).IsProblem(HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.OK, (await Stranger.PostJson("/auth/sign-in", new { email = "person1@example.com", password = Other })).Status);
        Assert.Contains(Over, await Page(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_removed_meanwhile_chooses_nothing()
    {
        var owner = await Enter(Role.Owner);
        await Enter(Role.Agent);
        await Stranger.PostJson("/auth/reset", new { email = "person2@example.com" });
        await Stranger.GetJson("/health");
        var path = Path((await LastMail()).Text, "reset");

        Assert.Equal(HttpStatusCode.OK, (await owner.SendJson(HttpMethod.Delete, "/users/2")).Status);

        Assert.Contains(Over, await Page(path), StringComparison.Ordinal);
    }

    private static string Path(string mail, string page) => Link().Match(mail) is { Success: true } found && found.Value.Contains($"/app/{page}?", StringComparison.Ordinal)
        ? found.Value["https://crm.example.com".Length..]
        : throw new InvalidOperationException(mail);

    [GeneratedRegex(@"https://crm\.example\.com/app/\S+\?token=[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();

    [GeneratedRegex("__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();

    private HttpClient Stranger => _stranger ??= Client();

    private async Task<HttpClient> Enter(Role role) => await SignedIn(await Member(role));

    private async Task<(string To, string Text)> LastMail()
    {
        var row = (await Lintel.Database.Rows("SELECT \"to\", text FROM mails ORDER BY id DESC LIMIT 1")).Single();
        return ((string)row[0]!, (string)row[1]!);
    }

    private Task<string> Page(string path) => Stranger.GetStringAsync(path, Cancel);

    private async Task<HttpResponseMessage> Send(string path, string form, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await Page(path)).Groups["token"].Value;
        using var content = new FormUrlEncodedContent([
            KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("_handler", form),
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await Stranger.PostAsync(path, content, Cancel);
    }
}
