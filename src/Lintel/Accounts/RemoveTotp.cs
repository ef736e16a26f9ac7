using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>Has no codes asked for any more.</summary>
public static class RemoveTotp
{
    /// <summary>Removes the second factor. It takes the password; the recovery codes go with it.</summary>
    public static async Task<Results<Ok<DoneAnswer>, ProblemHttpResult>> Delete(
        [FromBody] PasswordAgain request, Caller caller, Store store, OwnPassword own, CancellationToken cancel)
    {
        if (await own.WhyNot(request, caller.Actor, cancel) is { } wrong)
        {
            return Problems.Of(wrong);
        }

        var outcome = await store.Write(caller.Actor with { IsAcross = true }, db => Handle(db, cancel), cancel);
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(outcome.Value);
    }

    public static async Task<Outcome<DoneAnswer>> Handle(LintelDb db, CancellationToken cancel)
    {
        if (await db.Users.FirstOrDefaultAsync(user => user.Id == db.Actor.UserId, cancel) is not { } user)
        {
            return EnrolTotp.NobodyIs;
        }

        var was = user.TotpSince is not null;
        (user.TotpSecret, user.TotpSince, user.RecoveryHashes) = (null, null, null);
        await db.SaveChangesAsync(cancel);
        if (was)
        {
            await db.Note(AuditAction.Changed, "user", user.Id, new { SecondFactor = true }, new { SecondFactor = false }, cancel);
        }

        return new DoneAnswer();
    }
}
