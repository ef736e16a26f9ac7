using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>What a passkey is to be called.</summary>
public sealed record PasskeyRequest
{
    [Text(Passkey.LongestName, Required = true)]
    public Field<string> Name { get; init; }
}

/// <summary>Gives a passkey another name, or has it let nobody in any more.</summary>
public static class ChangePasskey
{
    /// <summary>Renames a passkey.</summary>
    public static async Task<Results<Ok<PasskeyAnswer>, ProblemHttpResult>> Put(long id, PasskeyRequest request, Caller caller, Store store, CancellationToken cancel)
    {
        var outcome = await store.Write(caller.Actor with { IsAcross = true }, db => Rename(id, request, db, cancel), cancel);
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(new PasskeyAnswer(outcome.Value));
    }

    /// <summary>Removes a passkey. It takes the password. Nobody signs in by it any more; sessions that were begun by it go on.</summary>
    public static async Task<Results<Ok<DoneAnswer>, ProblemHttpResult>> Delete(
        long id, [FromBody] PasswordAgain request, Caller caller, Store store, OwnPassword own, CancellationToken cancel)
    {
        if (caller.Actor.UserId is not { } user || (await PasskeyView.All(user, store, cancel)).All(passkey => passkey.Id != id))
        {
            return Problems.Of(Refusal.NotFound("Passkey", id));
        }

        if (await own.WhyNot(request, caller.Actor, cancel) is { } wrong)
        {
            return Problems.Of(wrong);
        }

        var outcome = await store.Write(caller.Actor with { IsAcross = true }, db => Remove(id, db, cancel), cancel);
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(outcome.Value);
    }

    public static async Task<Outcome<PasskeyView>> Rename(long id, PasskeyRequest request, LintelDb db, CancellationToken cancel)
    {
        if (await Own(id, db, cancel) is not { } passkey)
        {
            return Refusal.NotFound("Passkey", id);
        }

        var check = new Check(db.Agency);
        var name = check.Text("name", request.Name, Passkey.LongestName);
        check.Required("name", name);
        if (check.Failed)
        {
            return check.Refusal;
        }

        passkey.Name = name.Value!;
        await db.SaveChangesAsync(cancel);
        return PasskeyView.Of(passkey);
    }

    public static async Task<Outcome<DoneAnswer>> Remove(long id, LintelDb db, CancellationToken cancel)
    {
        if (await Own(id, db, cancel) is not { } passkey)
        {
            return Refusal.NotFound("Passkey", id);
        }

        db.Passkeys.Remove(passkey);
        await db.SaveChangesAsync(cancel);
        await db.Note(AuditAction.Deleted, "passkey", id, new { passkey.Name }, null, cancel);
        return new DoneAnswer();
    }

    /// <summary>Nobody else's is there for the person.</summary>
    private static Task<Passkey?> Own(long id, LintelDb db, CancellationToken cancel) =>
        db.Passkeys.FirstOrDefaultAsync(passkey => passkey.Id == id && passkey.UserId == db.Actor.UserId, cancel);
}
