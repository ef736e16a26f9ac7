using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>A passkey that a browser made.</summary>
public sealed record NewPasskey
{
    [Text(Passkey.LongestName, Required = true)]
    public Field<string> Name { get; init; }

    [Text(AddPasskey.LongestState, Required = true)]
    public Field<string> State { get; init; }

    /// <summary>What <c>navigator.credentials.create</c> gave, as JSON in a text.</summary>
    [Text(AddPasskey.LongestCredential, Required = true, Example = "{\"id\":\"…\",\"type\":\"public-key\",\"response\":{…}}")]
    public Field<string> Credential { get; init; }
}

/// <summary>What is to be asked of an authenticator.</summary>
/// <param name="Options">For <c>navigator.credentials</c>, as JSON in a text.</param>
public sealed record PasskeyChallengeAnswer(string Options, string State)
{
    public bool Success => true;
}

/// <summary>The answer about one passkey.</summary>
/// <param name="Passkey">The passkey.</param>
public sealed record PasskeyAnswer(PasskeyView Passkey)
{
    public bool Success => true;
}

/// <summary>Lets a person sign in by a passkey from now on.</summary>
public static class AddPasskey
{
    public const int LongestState = 4_000;
    public const int LongestCredential = 20_000;

    public static Refusal NotAsAsked { get; } = Refusal.Invalid("credential", "is not what was asked for, or was asked for too long ago");

    /// <summary>Begins a passkey. It takes the password, and gives what the browser asks the authenticator for; within ten minutes.</summary>
    public static async Task<Results<Ok<PasskeyChallengeAnswer>, ProblemHttpResult>> Begin(
        PasswordAgain request, Caller caller, OwnPassword own, Passkeys passkeys, HttpContext context, CancellationToken cancel) =>
        await own.WhyNot(request, caller.Actor, cancel) is { } wrong ? Problems.Of(wrong)
        : await passkeys.ForNew(caller.Actor.UserId!.Value, context) is { } asked ? TypedResults.Ok(new PasskeyChallengeAnswer(asked.Options, asked.State))
        : Problems.Of(MailedLinks.NoAddress);

    /// <summary>Adds a passkey. By it alone the person signs in from now on: their device verifies them, so that no code is asked for.</summary>
    public static async Task<Results<Created<PasskeyAnswer>, ProblemHttpResult>> Post(
        NewPasskey request, Caller caller, Store store, Passkeys passkeys, HttpContext context, CancellationToken cancel)
    {
        var outcome = await Run(request, caller.Actor, store, passkeys, context, cancel);
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Created("/auth/passkeys", new PasskeyAnswer(outcome.Value));
    }

    public static async Task<Outcome<PasskeyView>> Run(NewPasskey request, Actor actor, Store store, Passkeys passkeys, HttpContext context, CancellationToken cancel)
    {
        var check = new Check(actor.Agency);
        var name = check.Text("name", request.Name, Passkey.LongestName);
        check.Required("name", name);
        var (state, credential) = Read(check, request.State, request.Credential);
        if (check.Failed)
        {
            return check.Refusal;
        }

        return actor.UserId is { } user && await passkeys.Made(state.Value!, credential.Value!, user, context) is { } made
            ? await store.Write(actor with { IsAcross = true }, db => Handle(name.Value!, state.Value!, made, db, cancel), cancel)
            : NotAsAsked;
    }

    /// <summary>What an authenticator answered, and to what.</summary>
    internal static (Field<string> State, Field<string> Credential) Read(Check check, Field<string> state, Field<string> credential)
    {
        var read = (State: check.Text("state", state, LongestState), Credential: check.Text("credential", credential, LongestCredential));
        check.Required("state", read.State);
        check.Required("credential", read.Credential);
        return read;
    }

    private static async Task<Outcome<PasskeyView>> Handle(string name, string state, UserPasskeyInfo made, LintelDb db, CancellationToken cancel)
    {
        if (!await Passkeys.Take(state, db, cancel) || await db.Passkeys.AnyAsync(known => known.CredentialId == made.CredentialId, cancel))
        {
            return NotAsAsked;
        }

        var user = db.Actor.UserId!.Value;
        if (await db.Passkeys.CountAsync(known => known.UserId == user, cancel) >= Passkey.Most)
        {
            return Refusal.Conflict($"There are {Passkey.Most} passkeys. Remove one first.");
        }

        var passkey = new Passkey
        {
            UserId = user,
            CredentialId = made.CredentialId,
            PublicKey = made.PublicKey,
            SignCount = made.SignCount,
            Transports = [.. made.Transports ?? []],
            IsBackupEligible = made.IsBackupEligible,
            IsBackedUp = made.IsBackedUp,
            Name = name,
            CreatedAt = db.Now,
        };
        db.Passkeys.Add(passkey);
        await db.SaveChangesAsync(cancel);
        await db.Note(AuditAction.Created, "passkey", passkey.Id, null, new { passkey.Name }, cancel);
        return PasskeyView.Of(passkey);
    }
}
