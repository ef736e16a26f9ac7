using Lintel.Data;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>What came of an attempt to sign in: in, to be tried again later, or neither.</summary>
public sealed record Entry(SignedInAnswer? Entered, TimeSpan? Wait);

/// <summary>
/// The steps of a sign-in in their order. Passwords are slow to check on purpose, so that is done between transactions and not inside of one; and it is
/// done for accounts that do not exist, too.
/// </summary>
public sealed class Entrance(Store store, Passwords passwords, Passes passes, SessionCookie cookie)
{
    /// <param name="email">As it was typed.</param>
    /// <param name="password">As it was typed.</param>
    /// <param name="context">The request, for where it comes from and by what; its answer gets the cookie.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Entry> Enter(string email, string password, HttpContext context, CancellationToken cancel)
    {
        var name = EmailAddress.Canonical(email) ?? email.ToLowerInvariant();
        var account = Secret.Hash(name);
        var address = Callers.AddressOf(context) ?? "";
        if (!(await store.Write(Actor.Nobody, db => SignIn.Attempt(account, address, db, cancel), cancel)).Value)
        {
            return new(null, SignIn.Wait);
        }

        var (id, hash) = await Account(name, cancel);
        if (password.Length > Passwords.Longest || !await passwords.Match(hash, password, cancel))
        {
            return new(null, null);
        }

        var device = context.Request.Headers.UserAgent.ToString();
        var begun = await store.Write(Actor.Nobody, db => SignIn.Begin(id, account, address, device, db, cancel), cancel);
        if (begun.Value is not { } token || await passes.OfSession(token, address, cancel) is not { } actor)
        {
            return new(null, null);
        }

        await store.Write(actor with { Address = address, TraceId = context.TraceIdentifier }, db => Note(db, cancel), cancel);
        cookie.Set(token);
        return new(await SignedInAnswer.Of(actor, store, cancel), null);
    }

    private static async Task<Outcome<bool>> Note(LintelDb db, CancellationToken cancel)
    {
        await db.Note(AuditAction.SignedIn, "user", db.Actor.UserId, null, null, cancel);
        return true;
    }

    private async Task<(long Id, string? Hash)> Account(string email, CancellationToken cancel)
    {
        using var sql = store.ReadAcross();
        return await SignIn.Account(email, sql, cancel);
    }
}
