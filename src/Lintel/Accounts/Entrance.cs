using System.Globalization;
using System.Security.Cryptography;
using Lintel.Data;
using Lintel.Model;
using Microsoft.AspNetCore.DataProtection;

namespace Lintel.Accounts;

/// <summary>What came of an attempt to sign in: in, to be tried again later, to be gone on with by a code, or none of it.</summary>
/// <param name="Entered">Who is in.</param>
/// <param name="Wait">How long the address has to wait.</param>
/// <param name="Proof">That the password was right, where a code is still needed; for a few minutes.</param>
public sealed record Entry(SignedInAnswer? Entered = null, TimeSpan? Wait = null, string? Proof = null);

/// <summary>
/// The steps of a sign-in in their order. Passwords are slow to check on purpose, so that is done between transactions and not inside of one; and it is
/// done for accounts that do not exist, too.
/// </summary>
public sealed class Entrance(
    Store store,
    Passwords passwords,
    Passes passes,
    SessionCookie cookie,
    SecondFactor factor,
    NoteFailures failures,
    IDataProtectionProvider protection,
    TimeProvider clock)
{
    private static readonly TimeSpan ProofLasts = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _proofs = protection.CreateProtector(nameof(Entrance));

    /// <param name="email">As it was typed.</param>
    /// <param name="password">As it was typed.</param>
    /// <param name="code">Of the second factor, as it was typed; null when none was.</param>
    /// <param name="context">The request, for where it comes from and by what; its answer gets the cookie.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Entry> Enter(string email, string password, string? code, HttpContext context, CancellationToken cancel)
    {
        var name = EmailAddress.Canonical(email) ?? email.ToLowerInvariant();
        var step = new Step(name, Secret.Hash(name), Callers.AddressOf(context) ?? "");
        if (!await MayTry(step, cancel))
        {
            return new(Wait: SignIn.Wait);
        }

        var account = await Account(name, cancel);
        if (password.Length <= Passwords.Longest && await passwords.Match(account.Hash, password, cancel))
        {
            return await Finish(step, account, code, context, cancel);
        }

        NoteFailure(step, account, "password", context);
        return new();
    }

    /// <summary>Goes on with a code where the password was right.</summary>
    public async Task<Entry> Continue(string proof, string? code, HttpContext context, CancellationToken cancel)
    {
        if (Proven(proof) is not { } name)
        {
            return new();
        }

        var step = new Step(name, Secret.Hash(name), Callers.AddressOf(context) ?? "");
        return await MayTry(step, cancel) ? await Finish(step, await Account(name, cancel), code, context, cancel) : new(Wait: SignIn.Wait);
    }

    private async Task<Entry> Finish(Step step, SignIn.AccountRow account, string? code, HttpContext context, CancellationToken cancel)
    {
        if (account.HasSecondFactor
            && (string.IsNullOrWhiteSpace(code) || !(await store.Write(Actor.Nobody, db => factor.Use(account.Id, code, db, cancel), cancel)).Value))
        {
            if (!string.IsNullOrWhiteSpace(code))
            {
                NoteFailure(step, account, "code", context);
            }

            return new(Proof: Proof(step.Name));
        }

        var entry = await Begin(account.Id, step.Account, step.Address, null, context, cancel);
        if (entry.Entered is null)
        {
            NoteFailure(step, account, "membership", context);
        }

        return entry;
    }

    /// <summary>Begins a session for whoever has shown who they are, and gives them its cookie.</summary>
    /// <param name="userId">Who it is.</param>
    /// <param name="account">As what their attempts from this address were counted.</param>
    /// <param name="address">Where they are.</param>
    /// <param name="how">What the audit says of it; null by password.</param>
    /// <param name="context">The request, for its device; its answer gets the cookie.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Entry> Begin(long userId, byte[] account, string address, object? how, HttpContext context, CancellationToken cancel)
    {
        var device = context.Request.Headers.UserAgent.ToString();
        var begun = await store.Write(Actor.Nobody, db => SignIn.Begin(userId, account, address, device, db, cancel), cancel);
        if (begun.Value is not { } token || await passes.OfSession(token, address, cancel) is not { } actor)
        {
            return new();
        }

        await store.Write(actor with { Address = address, TraceId = context.TraceIdentifier }, db => Note(how, db, cancel), cancel);
        cookie.Set(token);
        return new(await SignedInAnswer.Of(actor, store, cancel));
    }

    /// <summary>Once it is answered: an account that there is must not take longer than one that there is not.</summary>
    private void NoteFailure(Step step, SignIn.AccountRow account, string wrong, HttpContext context)
    {
        var attempt = new FailedSignIn(account.Id, step.Name, step.Address, context.TraceIdentifier, wrong);
        context.Response.OnCompleted(() => failures.Note(attempt, CancellationToken.None));
    }

    private async Task<bool> MayTry(Step step, CancellationToken cancel) =>
        (await store.Write(Actor.Nobody, db => SignIn.Attempt(step.Account, step.Address, db, cancel), cancel)).Value;

    private string Proof(string name) => _proofs.Protect(string.Create(CultureInfo.InvariantCulture, $"{(clock.Now() + ProofLasts).Ticks} {name}"));

    /// <summary>Whose password was right; null when that was too long ago, or is made up.</summary>
    private string? Proven(string proof)
    {
        try
        {
            var parts = _proofs.Unprotect(proof).Split(' ', 2);
            return clock.Now().Ticks < long.Parse(parts[0], CultureInfo.InvariantCulture) ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static async Task<Outcome<bool>> Note(object? how, LintelDb db, CancellationToken cancel)
    {
        await db.Note(AuditAction.SignedIn, "user", db.Actor.UserId, null, how, cancel);
        return true;
    }

    private async Task<SignIn.AccountRow> Account(string email, CancellationToken cancel)
    {
        using var sql = store.ReadAcross();
        return await SignIn.Account(email, sql, cancel);
    }

    /// <summary>Who tries, and from where.</summary>
    private sealed record Step(string Name, byte[] Account, string Address);
}
