using Lintel.Assignment;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Agents;

/// <summary>What an agent has to do now.</summary>
/// <param name="ActiveLeads">Open leads assigned now.</param>
/// <param name="MaxLeads">How many the agent may hold.</param>
/// <param name="CapacityPercentage">Active of most leads, per cent; 100 when the agent may hold none, and when it holds more than it may.</param>
/// <param name="OverdueFollowups">Open follow-ups of the agent's leads that were due before now: what <c>GET /follow-ups?due=overdue</c> lists.</param>
/// <param name="ScheduledToday">The agent's interactions that are scheduled for today, where the agency is, and not completed: calls, meetings and viewings still to be done or ticked off.</param>
/// <param name="HighPriorityLeads">Open leads that are high or urgent.</param>
/// <param name="CanTakeMoreLeads">Whether the agent is active and has room.</param>
public sealed record AgentWorkload(
    int ActiveLeads,
    int MaxLeads,
    decimal CapacityPercentage,
    long OverdueFollowups,
    long ScheduledToday,
    long HighPriorityLeads,
    bool CanTakeMoreLeads);

/// <summary>An agent, and what it has to do.</summary>
public sealed record AgentWorkloadAnswer(AgentView Agent, AgentWorkload Workload)
{
    public bool Success => true;
}

public static class GetAgentWorkload
{
    // A lead's next_follow_up_at is its earliest open one, so only leads where that is due are looked at. The plus keeps SQLite from walking
    // everyone's follow-ups instead.
    private const string Sql = """
        SELECT
            (SELECT count(*) FROM leads l CROSS JOIN follow_ups f ON f.agency_id = l.agency_id AND f.lead_id = l.id
             WHERE l.agency_id = @agency AND l.assigned_agent_id = @id AND l.next_follow_up_at < @now AND +f.due_at < @now AND f.completed_at IS NULL),
            (SELECT count(*) FROM interactions
             WHERE agency_id = @agency AND scheduled_at >= @today AND scheduled_at < @tomorrow AND agent_id = @id AND completed_at IS NULL),
            (SELECT coalesce(sum(leads), 0) FROM lead_counts WHERE agency_id = @agency AND agent_id = @id AND status < 5 AND priority >= 2)
        """;

    /// <summary>How full an agent is, and what waits for it today.</summary>
    public static async Task<Results<Ok<AgentWorkloadAnswer>, ProblemHttpResult>> Get(
        long id, Reading sql, Caller caller, TimeProvider clock, CancellationToken cancel)
    {
        if (await AgentView.Load(sql, id, cancel) is not { } agent)
        {
            return Problems.Of(Refusal.NotFound("Agent", id));
        }

        return TypedResults.Ok(new AgentWorkloadAnswer(agent, await Of(agent, caller.Agency, clock.Now(), sql, cancel)));
    }

    /// <summary>What an agent who is there has to do.</summary>
    public static async ValueTask<AgentWorkload> Of(AgentView agent, Agency agency, DateTime now, SqlReader sql, CancellationToken cancel)
    {
        var today = agency.DayOf(now);
        return (await sql.First(
            Sql,
            row => new AgentWorkload(
                agent.CurrentLeads, agent.MaxLeads, Fullness(agent), row.Long(), row.Long(), row.Long(), agent.IsActive && agent.CurrentLeads < agent.MaxLeads),
            cancel,
            ("id", agent.Id),
            ("now", now),
            ("today", agency.StartOf(today)),
            ("tomorrow", agency.StartOf(today.AddDays(1)))))!;
    }

    private static decimal Fullness(AgentView agent) => agent.CurrentLeads >= agent.MaxLeads ? 100 : Rate.Of(agent.CurrentLeads, agent.MaxLeads);
}
