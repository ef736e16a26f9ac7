using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Accounts;

/// <summary>Signs a person out elsewhere.</summary>
public static class EndSessions
{
    private const string OneSql = "DELETE FROM sessions WHERE user_id = @user AND id = @id RETURNING 1";

    private const string AllSql = "DELETE FROM sessions WHERE user_id = @user RETURNING 1";

    private const string OfMemberSql = "DELETE FROM sessions WHERE user_id = @user AND agency_id = @agency RETURNING 1";

    /// <summary>Ends one of one's own sessions. At once.</summary>
    public static async Task<Results<Ok<DoneAnswer>, ProblemHttpResult>> Delete(long id, Caller caller, Store store, Passes passes, CancellationToken cancel)
    {
        var outcome = await store.Write<bool>(
            Actor.Nobody,
            async db => await db.Sql.First(OneSql, row => row.Int(), cancel, ("user", caller.Actor.UserId ?? 0), ("id", id)) == 1 ? true : Refusal.NotFound("Session", id),
            cancel);
        passes.Forget();
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(new DoneAnswer());
    }

    /// <summary>Signs out everywhere. This session ends with the others.</summary>
    public static async Task<Ok<DoneAnswer>> DeleteAll(Caller caller, Store store, Passes passes, SessionCookie cookie, CancellationToken cancel)
    {
        await store.Write<int>(
            Actor.Nobody, async db => (await db.Sql.List(AllSql, row => row.Int(), cancel, ("user", caller.Actor.UserId ?? 0))).Count, cancel);
        passes.Forget();
        cookie.Clear();
        return TypedResults.Ok(new DoneAnswer());
    }

    /// <summary>Ends those that a person has in the agency: what they may do there has changed.</summary>
    public static async Task OfMember(long userId, LintelDb db, CancellationToken cancel) =>
        await db.Sql.List(OfMemberSql, row => row.Int(), cancel, ("user", userId));
}
