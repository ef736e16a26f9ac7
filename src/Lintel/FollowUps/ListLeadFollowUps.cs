using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.FollowUps;

/// <summary>Everything that was ever promised to a lead.</summary>
public sealed record LeadFollowUpsAnswer(IReadOnlyList<FollowUpView> FollowUps)
{
    public bool Success => true;
}

public static class ListLeadFollowUps
{
    private const string LeadSql = "SELECT id FROM leads WHERE agency_id = @agency AND id = @id";

    private const string Sql = $"SELECT {FollowUpView.Columns} FROM follow_ups f WHERE f.agency_id = @agency AND f.lead_id = @id ORDER BY f.due_at, f.id";

    /// <summary>A lead's follow-ups, open and done, in the order they are due.</summary>
    public static async Task<Results<Ok<LeadFollowUpsAnswer>, ProblemHttpResult>> Get(long id, Reading sql, CancellationToken cancel) =>
        await sql.First(LeadSql, row => (long?)row.Long(), cancel, ("id", id)) is null
            ? Problems.Of(Refusal.NotFound("Lead", id))
            : TypedResults.Ok(new LeadFollowUpsAnswer(await Of(id, sql, cancel)));

    /// <summary>Those of a lead that is there.</summary>
    public static ValueTask<List<FollowUpView>> Of(long id, SqlReader sql, CancellationToken cancel) => sql.List(Sql, FollowUpView.Read, cancel, ("id", id));
}
