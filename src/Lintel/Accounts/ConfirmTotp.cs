using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>Shows that the authenticator has the secret.</summary>
public sealed record TotpCode
{
    /// <summary>The six digits that the authenticator shows.</summary>
    [Text(ConfirmTotp.LongestCode, Required = true, Example = "492039")]
    public Field<string> Code { get; init; }
}

/// <summary>What lets a person in without their authenticator.</summary>
/// <param name="RecoveryCodes">Shown this once; each works once.</param>
public sealed record RecoveryAnswer(IReadOnlyList<string> RecoveryCodes)
{
    public bool Success => true;
}

/// <summary>Has codes asked for from now on.</summary>
public static class ConfirmTotp
{
    public const int LongestCode = 40;

    /// <summary>Confirms the second factor. From now on signing in takes a code, or one of these recovery codes, which are shown this once.</summary>
    public static async Task<Results<Ok<RecoveryAnswer>, ProblemHttpResult>> Post(
        TotpCode request, Caller caller, Store store, SecondFactor factor, CancellationToken cancel)
    {
        var outcome = await store.Write(caller.Actor with { IsAcross = true }, db => Handle(request, factor, db, cancel), cancel);
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(outcome.Value);
    }

    public static async Task<Outcome<RecoveryAnswer>> Handle(TotpCode request, SecondFactor factor, LintelDb db, CancellationToken cancel)
    {
        var check = new Check(db.Agency);
        var code = check.Text("code", request.Code, LongestCode);
        check.Required("code", code);
        if (check.Failed)
        {
            return check.Refusal;
        }

        if (await db.Users.FirstOrDefaultAsync(user => user.Id == db.Actor.UserId, cancel) is not { } user)
        {
            return EnrolTotp.NobodyIs;
        }

        if (user.TotpSince is not null)
        {
            return EnrolTotp.IsThere;
        }

        if (user.TotpSecret is not { } kept)
        {
            return Refusal.Conflict("There is no second factor to confirm. Begin one first.");
        }

        if (factor.Step(kept, code.Value!) is not { } step)
        {
            return Refusal.Invalid("code", "is wrong");
        }

        var (codes, hashes) = SecondFactor.MakeRecovery();
        (user.TotpSince, user.TotpUsedStep, user.RecoveryHashes) = (db.Now, step, hashes);
        await db.SaveChangesAsync(cancel);
        await db.Note(AuditAction.Changed, "user", user.Id, new { SecondFactor = false }, new { SecondFactor = true }, cancel);
        return new RecoveryAnswer(codes);
    }
}
