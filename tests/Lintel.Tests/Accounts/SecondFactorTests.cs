using System.Net;
using Lintel.Model;
using Lintel.Tests.Running;
using OtpNet;

namespace Lintel.Tests.Accounts;

public sealed class SecondFactorTests : ClosedServer
{
    private static readonly TimeSpan NextCode = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Signing_in_takes_a_code_and_each_works_once()
    {
        var email = await Member(Role.Manager);
        var (secret, _) = await Enrolled(email);
        Lintel.Clock.Advance(NextCode);

        var without = await Client().PostJson("/auth/sign-in", new { email, password = Password });
        without.IsProblem(HttpStatusCode.Unauthorized, ("code", "is needed"));
        Assert.False(without.Headers.Contains("Set-Cookie"));
        Assert.False((await Client().PostJson("/auth/sign-in", new { email, password = "not the right one", code = Code(secret) })).Body!.AsObject().ContainsKey("errors"));
        (await Client().PostJson("/auth/sign-in", new { email, password = Password, code = "000000" })).IsProblem(HttpStatusCode.Unauthorized, ("code", "is needed"));

        var code = Code(secret);
        Assert.Equal(HttpStatusCode.OK, (await Client().PostJson("/auth/sign-in", new { email, password = Password, code })).Status);
        (await Client().PostJson("/auth/sign-in", new { email, password = Password, code })).IsProblem(HttpStatusCode.Unauthorized, ("code", "is needed"));
        Lintel.Clock.Advance(NextCode);
        Assert.Equal(HttpStatusCode.OK, (await Client().PostJson("/auth/sign-in", new { email, password = Password, code = Code(secret) })).Status);
    }

    [Fact]
    public async Task The_code_that_confirmed_it_signs_nobody_in()
    {
        var email = await Member(Role.Manager);
        var (secret, _) = await Enrolled(email);

        (await Client().PostJson("/auth/sign-in", new { email, password = Password, code = Code(secret) })).IsProblem(HttpStatusCode.Unauthorized, ("code", "is needed"));
    }

    [Fact]
    public async Task A_recovery_code_works_once_however_it_is_typed_and_only_its_hash_is_kept()
    {
        var email = await Member(Role.Manager);
        var (secret, codes) = await Enrolled(email);

        Assert.Equal(10, codes.Distinct().Count());
        var typed = codes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Client().PostJson("/auth/sign-in", new { email, password = Password, code = typed })).Status);
        (await Client().PostJson("/auth/sign-in", new { email, password = Password, code = codes[3] })).IsProblem(HttpStatusCode.Unauthorized, ("code", "is needed"));
        Assert.Equal(HttpStatusCode.OK, (await Client().PostJson("/auth/sign-in", new { email, password = Password, code = codes[4] })).Status);

        var kept = string.Join(' ', (await Lintel.Database.Rows("SELECT * FROM users")).SelectMany(row => row));
        Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(codes[5].Replace("-", "", StringComparison.Ordinal), kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_code_at_once_lets_one_in()
    {
        var email = await Member(Role.Manager);
        var (_, codes) = await Enrolled(email);
        var http = Client();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => http.PostJson("/auth/sign-in", new { email, password = Password, code = codes[0] })));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task It_is_begun_confirmed_and_removed_with_the_password()
    {
        var email = await Member(Role.Manager);
        var http = await SignedIn(email);

        (await http.PostJson("/auth/totp/confirm", new { code = "123456" })).IsProblem(HttpStatusCode.Conflict);
        (await http.PostJson("/auth/totp/confirm", new { })).IsProblem(HttpStatusCode.BadRequest, ("code", "is required"));
        (await http.PostJson("/auth/totp", new { password = "not the right one" })).IsProblem(HttpStatusCode.BadRequest, ("password", "is wrong"));
        (await http.PostJson("/auth/totp", new { })).IsProblem(HttpStatusCode.BadRequest, ("password", "is required"));
        (await http.PostJson("/auth/totp/confirm", new { code = "123456" })).IsProblem(HttpStatusCode.Conflict);
        var begun = await http.PostJson("/auth/totp", new { password = Password });
        var secret = (string)begun["secret"]!;
        Assert.Equal($"otpauth://totp/Lintel:person1%40example.com?secret={secret}&issuer=Lintel&algorithm=SHA1&digits=6&period=30", (string?)begun["otpauth_url"]);
        (await http.PostJson("/auth/totp/confirm", new { code = "000000" })).IsProblem(HttpStatusCode.BadRequest, ("code", "is wrong"));

        // Not confirmed, it asks nobody for anything.
        Assert.Equal(HttpStatusCode.OK, (await Client().PostJson("/auth/sign-in", new { email, password = Password })).Status);
        Assert.Equal(HttpStatusCode.OK, (await http.PostJson("/auth/totp/confirm", new { code = Code(secret) })).Status);
        (await http.PostJson("/auth/totp", new { password = Password })).IsProblem(HttpStatusCode.Conflict);

        (await http.SendJson(HttpMethod.Delete, "/auth/totp", new { password = "not the right one" })).IsProblem(HttpStatusCode.BadRequest, ("password", "is wrong"));
        (await http.SendJson(HttpMethod.Delete, "/auth/totp", new { })).IsProblem(HttpStatusCode.BadRequest, ("password", "is required"));
        Assert.Equal(HttpStatusCode.OK, (await http.SendJson(HttpMethod.Delete, "/auth/totp", new { password = Password })).Status);
        Assert.Equal(HttpStatusCode.OK, (await Client().PostJson("/auth/sign-in", new { email, password = Password })).Status);
    }

    private async Task<(string Secret, List<string> Codes)> Enrolled(string email)
    {
        var http = await SignedIn(email);
        var secret = (string)(await http.PostJson("/auth/totp", new { password = Password }))["secret"]!;
        var confirmed = await http.PostJson("/auth/totp/confirm", new { code = Code(secret) });
        return (secret, [.. confirmed["recovery_codes"].AsArray().Select(code => (string)code!)]);
    }

    private string Code(string secret) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(Lintel.Clock.GetUtcNow().UtcDateTime);
}
