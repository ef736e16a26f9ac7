using Lintel.Assignment;
using Lintel.Data;
using Lintel.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lintel.Agents;

/// <summary>The agents of the agency.</summary>
public sealed record AgentsAnswer(IReadOnlyList<AgentView> Agents)
{
    public bool Success => true;
}

public static class ListAgents
{
    private const string Sql = $"""
        SELECT {AgentView.Columns} FROM agents a
        WHERE a.agency_id = @agency AND a.is_active = coalesce(@active, a.is_active)
        ORDER BY a.id
        """;

    /// <summary>Every agent of the agency in the order they were entered; with is_active, only those who are active, or only those who are not.</summary>
    public static async Task<Results<Ok<AgentsAnswer>, ProblemHttpResult>> Get(
        [FromQuery(Name = "is_active"), Truth] string? isActive, Reading sql, Caller caller, CancellationToken cancel)
    {
        var check = new Check(caller.Agency);
        var active = check.Truth("is_active", isActive);
        return check.Failed
            ? Problems.Of(check.Refusal)
            : TypedResults.Ok(new AgentsAnswer(await Of(active, sql, cancel)));
    }

    /// <summary>All, or those who are active, or those who are not.</summary>
    public static ValueTask<List<AgentView>> Of(bool? active, SqlReader sql, CancellationToken cancel) =>
        sql.List(Sql, AgentView.Read, cancel, ("active", active));
}
