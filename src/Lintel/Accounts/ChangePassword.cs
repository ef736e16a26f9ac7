using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>A password for another one.</summary>
public sealed record PasswordRequest
{
    /// <summary>The password until now.</summary>
    [Text(Passwords.Longest, Required = true, Example = "correct horse battery staple")]
    public Field<string> Password { get; init; }

    /// <summary>At least ten characters, and none that people commonly take.</summary>
    [Text(Passwords.Longest, Required = true, Example = "seven grey herons at low tide")]
    public Field<string> NewPassword { get; init; }
}

/// <summary>Changes one's own password.</summary>
public static class ChangePassword
{
    private const string OthersSql = "DELETE FROM sessions WHERE user_id = @user AND id <> @current RETURNING 1";

    /// <summary>Changes one's own password. It takes the one until now, and ends every other session of the person.</summary>
    public static async Task<Results<Ok<DoneAnswer>, ProblemHttpResult>> Post(
        PasswordRequest request, Caller caller, Store store, OwnPassword own, Passes passes, CancellationToken cancel)
    {
        var outcome = await Run(request, caller.Actor, store, own, passes, cancel);
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(outcome.Value);
    }

    public static async Task<Outcome<DoneAnswer>> Run(
        PasswordRequest request, Actor actor, Store store, OwnPassword own, Passes passes, CancellationToken cancel)
    {
        var check = new Check(actor.Agency);
        var (password, wanted) = (Passwords.Read(check, "password", request.Password), Passwords.Read(check, "new_password", request.NewPassword));
        if (check.Failed)
        {
            return check.Refusal;
        }

        if (await own.WhyNot(actor, password.Value!, cancel) is { } wrong)
        {
            return wrong;
        }

        var outcome = await store.Write(actor with { IsAcross = true }, db => Handle(wanted.Value!, db, cancel), cancel);
        passes.Forget();
        return outcome;
    }

    private static async Task<Outcome<DoneAnswer>> Handle(string wanted, LintelDb db, CancellationToken cancel)
    {
        var user = await db.Users.FirstAsync(user => user.Id == db.Actor.UserId, cancel);
        if (Passwords.Problem(wanted, user.Email, user.Name) is { } problem)
        {
            return Refusal.Invalid("new_password", problem);
        }

        user.PasswordHash = Passwords.Hash(wanted);
        await db.SaveChangesAsync(cancel);
        await db.Sql.List(OthersSql, row => row.Int(), cancel, ("user", user.Id), ("current", db.Actor.SessionId ?? 0));
        await db.Note(AuditAction.Changed, "user", user.Id, null, new { PasswordChanged = true }, cancel);
        return new DoneAnswer();
    }
}
