using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>What goes into an authenticator.</summary>
/// <param name="Secret">As it is typed into one.</param>
/// <param name="OtpauthUrl">As one reads it from a picture.</param>
public sealed record TotpAnswer(string Secret, string OtpauthUrl)
{
    public bool Success => true;
}

/// <summary>Begins a second factor.</summary>
public static class EnrolTotp
{
    public static Refusal IsThere { get; } = Refusal.Conflict("There is a second factor. Remove it first.");

    public static Refusal NobodyIs { get; } = Refusal.Forbidden("Only somebody who is signed in has a second factor.");

    /// <summary>Begins a second factor. It takes the password. Codes are asked for once one was confirmed; begun again, only the newest secret counts.</summary>
    public static async Task<Results<Ok<TotpAnswer>, ProblemHttpResult>> Post(
        PasswordAgain request, Caller caller, Store store, OwnPassword own, SecondFactor factor, CancellationToken cancel)
    {
        if (await own.WhyNot(request, caller.Actor, cancel) is { } wrong)
        {
            return Problems.Of(wrong);
        }

        var outcome = await store.Write(caller.Actor with { IsAcross = true }, db => Handle(factor, db, cancel), cancel);
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(outcome.Value);
    }

    public static async Task<Outcome<TotpAnswer>> Handle(SecondFactor factor, LintelDb db, CancellationToken cancel)
    {
        if (await db.Users.FirstOrDefaultAsync(user => user.Id == db.Actor.UserId, cancel) is not { } user)
        {
            return NobodyIs;
        }

        if (user.TotpSince is not null)
        {
            return IsThere;
        }

        var (secret, kept) = factor.Make();
        user.TotpSecret = kept;
        await db.SaveChangesAsync(cancel);
        return new TotpAnswer(secret, SecondFactor.Url(secret, user.Email));
    }
}
