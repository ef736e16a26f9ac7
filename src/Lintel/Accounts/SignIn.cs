using System.Net;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Accounts;

/// <summary>Lets a person in by their password.</summary>
public static class SignIn
{
    /// <summary>So many attempts at an account from an address may fail before the address has to wait.</summary>
    public const int MostFailures = 5;

    /// <summary>How long it has to wait, after each further one again.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    /// <summary>Failures this old say nothing any more.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private const int LongestDevice = 200;

    // Counted before the password is looked at, so that many attempts at once are not more attempts; no row comes back where one has to wait.
    private const string CountSql = """
        INSERT INTO sign_in_failures (account, address, failures, last_at) VALUES (@account, @address, 1, @now)
        ON CONFLICT (account, address) DO UPDATE SET
            failures = CASE WHEN sign_in_failures.last_at <= @forgotten THEN 1 ELSE sign_in_failures.failures + 1 END, last_at = excluded.last_at
        WHERE sign_in_failures.failures < @most OR sign_in_failures.last_at <= @waited
        RETURNING failures
        """;

    private const string ForgiveSql = "DELETE FROM sign_in_failures WHERE account = @account AND address = @address RETURNING 1";

    private const string AccountSql = "SELECT id, password_hash, totp_since IS NOT NULL FROM users WHERE email = @email";

    /// <summary>
    /// Signs in. Answers with the cookie of a session; what an unknown account is told, a wrong password is told as well. After five failures from one
    /// address an account can be tried from there again in a quarter of an hour (429). Where there is a second factor, the right password without an unused
    /// code is 401 with <c>errors.code</c>.
    /// </summary>
    public static async Task<Results<Ok<SignedInAnswer>, ProblemHttpResult>> Post(
        SignInRequest request, Entrance entrance, HttpContext context, CancellationToken cancel)
    {
        var check = new Check(Actor.Nobody.Agency);
        var (email, password) = (check.Text("email", request.Email, EmailAddress.MaxLength), Passwords.Read(check, "password", request.Password));
        var code = check.Text("code", request.Code, ConfirmTotp.LongestCode);
        check.Required("email", email);
        if (check.Failed)
        {
            return Problems.Of(check.Refusal);
        }

        return await entrance.Enter(email.Value!, password.Value!, code.Value, context, cancel) switch
        {
            { Entered: { } entered } => TypedResults.Ok(entered),
            { Wait: { } wait } => TooMany(context, wait),
            { Proof: not null } => Problems.Of(
                (int)HttpStatusCode.Unauthorized,
                "A code of the second factor is needed. Each works once.",
                new Dictionary<string, string[]> { ["code"] = ["is needed"] }),
            _ => Problems.Of((int)HttpStatusCode.Unauthorized, "The email or the password is wrong."),
        };
    }

    /// <summary>Counts an attempt. False when the address has to wait.</summary>
    public static async Task<Outcome<bool>> Attempt(byte[] account, string address, LintelDb db, CancellationToken cancel) => await db.Sql.First(
        CountSql,
        row => row.Int(),
        cancel,
        ("account", account),
        ("address", address),
        ("now", db.Now),
        ("forgotten", db.Now - Remembered),
        ("most", MostFailures),
        ("waited", db.Now - Wait)) > 0;

    /// <summary>Takes back that an attempt was counted: it was the person's own.</summary>
    public static async Task<Outcome<bool>> Forgive(byte[] account, string address, LintelDb db, CancellationToken cancel) =>
        await db.Sql.First(ForgiveSql, row => row.Int(), cancel, ("account", account), ("address", address)) == 1;

    public static ValueTask<AccountRow> Account(string email, SqlReader sql, CancellationToken cancel) =>
        sql.First(AccountSql, row => new AccountRow(row.Long(), row.TextOrNull(), row.Bool()), cancel, ("email", email));

    /// <summary>Begins a session; gives its cookie's token. Null when the person belongs to no agency.</summary>
    public static async Task<Outcome<string?>> Begin(long userId, byte[] account, string address, string? device, LintelDb db, CancellationToken cancel)
    {
        if (await LastAgency.Of(userId, db.Sql, cancel) is not (> 0 and var agencyId))
        {
            return (string?)null;
        }

        await Forgive(account, address, db, cancel);
        var token = Secret.Make();
        db.Sessions.Add(new Session
        {
            AgencyId = agencyId,
            UserId = userId,
            TokenHash = Secret.Hash(token),
            CreatedAt = db.Now,
            LastUsedAt = db.Now,
            Address = address,
            Device = PlainText.Canonical(device) is { } text ? text[..Math.Min(text.Length, LongestDevice)] : null,
        });
        await db.SaveChangesAsync(cancel);
        return token;
    }

    /// <summary>What signing in needs to know of an account; an id of 0 is none.</summary>
    public readonly record struct AccountRow(long Id, string? Hash, bool HasSecondFactor);

    internal static ProblemHttpResult TooMany(HttpContext context, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Problems.Of((int)HttpStatusCode.TooManyRequests, "Too many attempts from this address. Try again later.");
    }
}
