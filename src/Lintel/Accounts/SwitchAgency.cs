using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Accounts;

/// <summary>Where to switch to.</summary>
public sealed record SwitchRequest
{
    [Whole(1, Required = true)]
    public Field<long?> AgencyId { get; init; }
}

/// <summary>Goes on as a member of another agency, in the same session.</summary>
public static class SwitchAgency
{
    private const string Sql = """
        UPDATE sessions SET agency_id = @to
        WHERE id = @id AND EXISTS (SELECT 1 FROM memberships m WHERE m.agency_id = @to AND m.user_id = sessions.user_id)
        RETURNING 1
        """;

    /// <summary>Switches to another agency. It is 404 for one that the person does not work for, whether or not it exists.</summary>
    public static async Task<Results<Ok<SignedInAnswer>, ProblemHttpResult>> Post(
        SwitchRequest request, Caller caller, Store store, Passes passes, SessionCookie cookie, CancellationToken cancel)
    {
        var check = new Check(caller.Agency);
        var wanted = check.Whole("agency_id", request.AgencyId, 1, long.MaxValue);
        check.Required("agency_id", wanted);
        if (check.Failed)
        {
            return Problems.Of(check.Refusal);
        }

        var outcome = await store.Write(Actor.Nobody, db => Handle(caller.Actor, wanted.Value!.Value, db, cancel), cancel);
        passes.Forget();
        return outcome.Refusal is { } refusal ? Problems.Of(refusal)
            : await passes.OfSession(cookie.Token!, caller.Actor.Address, cancel) is { } now ? TypedResults.Ok(await SignedInAnswer.Of(now, store, cancel))
            : Problems.Of(StatusCodes.Status401Unauthorized, "The session has ended.");
    }

    public static async Task<Outcome<bool>> Handle(Actor actor, long agencyId, LintelDb db, CancellationToken cancel) =>
        await db.Sql.First(Sql, row => row.Int(), cancel, ("id", actor.SessionId), ("to", agencyId)) == 1
            ? true
            : Refusal.NotFound("Agency", agencyId);
}
