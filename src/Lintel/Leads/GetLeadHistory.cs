using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Leads;

/// <summary>A step through the statuses: when, who, why. The first has no <c>from</c>.</summary>
public sealed record StatusChangeView(DateTime At, LeadStatus? From, LeadStatus To, string By, string Reason);

/// <summary>That the lead went to an agent, or with null to nobody: when, who decided, why.</summary>
public sealed record AssignmentView(DateTime At, long? AgentId, string? AgentName, string By, string Reason);

/// <summary>How a lead came to where it is, oldest first.</summary>
public sealed record LeadHistoryAnswer(IReadOnlyList<StatusChangeView> StatusChanges, IReadOnlyList<AssignmentView> Assignments)
{
    public bool Success => true;
}

public static class GetLeadHistory
{
    private const string ExistsSql = "SELECT id FROM leads WHERE agency_id = @agency AND id = @id";

    private const string StatusSql = """
        SELECT at, "from", "to", "by", reason FROM lead_status_changes WHERE agency_id = @agency AND lead_id = @id ORDER BY id
        """;

    private const string AssignmentSql = """
        SELECT s.at, s.agent_id, a.name, s."by", s.reason
        FROM lead_assignments s LEFT JOIN agents a ON a.agency_id = s.agency_id AND a.id = s.agent_id
        WHERE s.agency_id = @agency AND s.lead_id = @id ORDER BY s.id
        """;

    /// <summary>A lead's history. Every change of its status and its agent, with time, who and why.</summary>
    public static async Task<Results<Ok<LeadHistoryAnswer>, ProblemHttpResult>> Get(long id, Reading sql, CancellationToken cancel)
    {
        return await sql.First(ExistsSql, row => (long?)row.Long(), cancel, ("id", id)) is null
            ? Problems.Of(Refusal.NotFound("Lead", id))
            : TypedResults.Ok(await Of(id, sql, cancel));
    }

    /// <summary>The history of a lead that is there.</summary>
    public static async ValueTask<LeadHistoryAnswer> Of(long id, SqlReader sql, CancellationToken cancel)
    {
        var changes = await sql.List(
            StatusSql,
            row => new StatusChangeView(row.Time(), row.EnumOrNull<LeadStatus>(), row.Enum<LeadStatus>(), row.Text(), row.Text()),
            cancel,
            ("id", id));
        var assignments = await sql.List(
            AssignmentSql,
            row => new AssignmentView(row.Time(), row.LongOrNull(), row.TextOrNull(), row.Text(), row.Text()),
            cancel,
            ("id", id));
        return new LeadHistoryAnswer(changes, assignments);
    }
}
