using System.Globalization;
using Lintel.Assignment;
using Lintel.Data;
using Lintel.Http;
using Lintel.Leads;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lintel.Agents;

/// <summary>One page of the leads an agent has.</summary>
public sealed record AgentLeadsAnswer(AgentView Agent, IReadOnlyList<LeadView> Leads, Pagination Pagination)
{
    public bool Success => true;
}

public static class ListAgentLeads
{
    /// <summary>A page of the leads assigned to an agent now, of one or more statuses if wanted: the most urgent first and of those the newest.</summary>
    public static async Task<Results<Ok<AgentLeadsAnswer>, ProblemHttpResult>> Get(
        long id,
        [FromQuery(Name = "status"), OneOf<LeadStatus>] string? status,
        [FromQuery(Name = "page"), Whole(1, Default = 1)] string? page,
        [FromQuery(Name = "per_page"), Whole(1, Paging.MostPerPage, Default = Paging.DefaultPerPage)] string? perPage,
        Reading sql,
        Remembered remembered,
        AgentBook agents,
        Caller caller,
        CancellationToken cancel)
    {
        if (await AgentView.Load(sql, id, cancel) is not { } agent)
        {
            return Problems.Of(Refusal.NotFound("Agent", id));
        }

        var query = new LeadQuery { AgentId = id.ToString(CultureInfo.InvariantCulture), Status = status, Page = page, PerPage = perPage };
        var leads = await ListLeads.Handle(query, caller.Agency, sql, remembered, agents, cancel);
        return leads.Refusal is { } refusal
            ? Problems.Of(refusal)
            : TypedResults.Ok(new AgentLeadsAnswer(agent, leads.Value.Leads, leads.Value.Pagination));
    }
}
