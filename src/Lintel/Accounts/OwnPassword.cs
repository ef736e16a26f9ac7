using Lintel.Data;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>The password again, for what a session alone is not enough for.</summary>
public sealed record PasswordAgain
{
    /// <summary>The password, as it was chosen.</summary>
    [Text(Passwords.Longest, Required = true, Example = "correct horse battery staple")]
    public Field<string> Password { get; init; }
}

/// <summary>
/// Asks a person who is signed in for their password again, before something that a session left open must not be enough for. Attempts are counted as
/// those to sign in are.
/// </summary>
public sealed class OwnPassword(Store store, Passwords passwords)
{
    private const string Sql = "SELECT email, password_hash FROM users WHERE id = @id";

    /// <summary>Why it is not done; null when the password is theirs.</summary>
    public async Task<Refusal?> WhyNot(Actor actor, string? password, CancellationToken cancel)
    {
        if (actor.UserId is not { } id)
        {
            return Refusal.Forbidden("Only somebody who is signed in has a password.");
        }

        if (string.IsNullOrEmpty(password))
        {
            return Refusal.Invalid("password", "is required");
        }

        var (email, hash) = await Account(id, cancel);
        var (account, address) = (Secret.Hash(email), actor.Address ?? "");
        if (!(await store.Write(Actor.Nobody, db => SignIn.Attempt(account, address, db, cancel), cancel)).Value)
        {
            return Refusal.Forbidden($"Too many attempts from this address. Try again in {SignIn.Wait.TotalMinutes:0} minutes.");
        }

        if (password.Length > Passwords.Longest || !await passwords.Match(hash, password, cancel))
        {
            return Refusal.Invalid("password", "is wrong");
        }

        await store.Write(Actor.Nobody, db => SignIn.Forgive(account, address, db, cancel), cancel);
        return null;
    }

    /// <summary>The same of what a call sent.</summary>
    public async Task<Refusal?> WhyNot(PasswordAgain request, Actor actor, CancellationToken cancel)
    {
        var check = new Check(actor.Agency);
        var password = Passwords.Read(check, "password", request.Password);
        return check.Failed ? check.Refusal : await WhyNot(actor, password.Value, cancel);
    }

    private async Task<(string Email, string? Hash)> Account(long id, CancellationToken cancel)
    {
        using var sql = store.ReadAcross();
        return await sql.First(Sql, row => (row.Text(), row.TextOrNull()), cancel, ("id", id));
    }
}
