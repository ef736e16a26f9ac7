using Lintel.Assignment;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lintel.Agents;

/// <summary>How an agent did in a window that ends now. Everything is about the leads assigned to the agent now.</summary>
/// <param name="PeriodDays">The length of the window, in days of 24 hours.</param>
/// <param name="LeadsByStatus">The agent's leads as they stand now, whenever they came; every status is there.</param>
/// <param name="NewLeads">Leads created in the window.</param>
/// <param name="Interactions">Entries of any timeline in the window that belong to the agent, without those the system wrote.</param>
/// <param name="AvgResponseTimeMinutes">From first contact to the first human answer, over the leads created in the window that were answered; null without any.</param>
/// <param name="ConvertedLeads">Leads that became converted in the window, whenever they were created.</param>
/// <param name="ConversionRate">Converted of new, per cent; 0 without new ones, never above 100.</param>
public sealed record AgentPerformance(
    int PeriodDays,
    IReadOnlyDictionary<string, long> LeadsByStatus,
    long NewLeads,
    long Interactions,
    decimal? AvgResponseTimeMinutes,
    long ConvertedLeads,
    decimal ConversionRate);

/// <summary>An agent, and how it did.</summary>
public sealed record AgentPerformanceAnswer(AgentView Agent, AgentPerformance Performance)
{
    public bool Success => true;
}

public static class GetAgentPerformance
{
    private const string StatusSql = "SELECT status, sum(leads) FROM lead_counts WHERE agency_id = @agency AND agent_id = @id GROUP BY status";

    // Interaction types from 6 on are the system's.
    private const string WindowSql = """
        SELECT created.leads, created.answered, created.seconds,
            (SELECT count(*) FROM leads
             WHERE agency_id = @agency AND converted_at >= @from AND assigned_agent_id = @id),
            (SELECT count(*) FROM interactions
             WHERE agency_id = @agency AND agent_id = @id AND created_at >= @from AND type < 6)
        FROM (SELECT count(*) AS leads, count(response_seconds) AS answered, coalesce(sum(response_seconds), 0) AS seconds FROM leads
              WHERE agency_id = @agency AND assigned_agent_id = @id AND created_at >= @from) created
        """;

    /// <summary>
    /// An agent's figures of the last days (1 to 3650, default 30): leads new, answered and converted, and entries in timelines. leads_by_status
    /// is as of now.
    /// </summary>
    public static async Task<Results<Ok<AgentPerformanceAnswer>, ProblemHttpResult>> Get(
        long id, [FromQuery(Name = "days"), Whole(1, Days.Most, Default = Days.Default)] string? days, Reading sql, Caller caller, TimeProvider clock, CancellationToken cancel)
    {
        var check = new Check(caller.Agency);
        var period = Days.Read(check, days);
        if (await AgentView.Load(sql, id, cancel) is not { } agent)
        {
            return Problems.Of(Refusal.NotFound("Agent", id));
        }

        return check.Failed
            ? Problems.Of(check.Refusal)
            : TypedResults.Ok(new AgentPerformanceAnswer(agent, await Of(id, period, clock.Now(), sql, cancel)));
    }

    /// <summary>The figures of an agent who is there.</summary>
    public static async ValueTask<AgentPerformance> Of(long id, int days, DateTime now, SqlReader sql, CancellationToken cancel)
    {
        var byStatus = WireEnum<LeadStatus>.Names.ToDictionary(name => name, _ => 0L, StringComparer.Ordinal);
        foreach (var (status, leads) in await sql.List(StatusSql, row => (row.Enum<LeadStatus>(), row.Long()), cancel, ("id", id)))
        {
            byStatus[WireEnum<LeadStatus>.Name(status)] = leads;
        }

        return (await sql.First(WindowSql, Read, cancel, ("id", id), ("from", now.AddDays(-days))))!;

        AgentPerformance Read(Row row)
        {
            var (created, answered, seconds, converted) = (row.Long(), row.Long(), row.Long(), row.Long());
            return new(
                days, byStatus, created, row.Long(), answered == 0 ? null : Rate.Rounded(seconds / 60m / answered),
                converted, Math.Min(100, Rate.Of(converted, created)));
        }
    }
}
