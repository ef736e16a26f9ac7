using Lintel.Data;

namespace Lintel.Agents;

/// <summary>A week of an agent's: leads that came in it and are with the agent now, and those that were converted in it.</summary>
/// <param name="From">When the week began.</param>
public sealed record AgentWeek(DateTime From, long Leads, long Converted);

/// <summary>How an agent did week by week.</summary>
public static class GetAgentTrend
{
    public const int Weeks = 12;

    private const long Week = 7 * 86_400_000L;

    private const string Sql = """
        SELECT week, sum(leads), sum(converted) FROM (
            SELECT (created_at - @from) / @week AS week, 1 AS leads, 0 AS converted FROM leads
            WHERE agency_id = @agency AND assigned_agent_id = @id AND created_at >= @from
            UNION ALL
            SELECT (converted_at - @from) / @week, 0, 1 FROM leads
            WHERE agency_id = @agency AND assigned_agent_id = @id AND converted_at >= @from
        ) counted
        WHERE week < @weeks GROUP BY week
        """;

    /// <summary>The twelve weeks that end now, the earliest first; one without anything is there too.</summary>
    public static async ValueTask<List<AgentWeek>> Of(long id, DateTime now, SqlReader sql, CancellationToken cancel)
    {
        var from = now.AddDays(-7 * Weeks);
        var counted = await sql.List(
            Sql, row => (Week: row.Long(), Leads: row.Long(), Converted: row.Long()), cancel, ("id", id), ("from", from), ("week", Week), ("weeks", Weeks));
        var byWeek = counted.ToDictionary(week => week.Week);
        return [.. Enumerable.Range(0, Weeks).Select(i => new AgentWeek(from.AddDays(7 * i), byWeek.GetValueOrDefault(i).Leads, byWeek.GetValueOrDefault(i).Converted))];
    }
}
