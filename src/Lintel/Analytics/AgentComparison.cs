using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Analytics;

/// <summary>What became of the leads created in the period that are with one agent now.</summary>
/// <param name="AgentId">The agent's id.</param>
/// <param name="Name">The agent's name.</param>
/// <param name="TotalLeads">How many leads created in the period are with the agent now.</param>
/// <param name="ConvertedLeads">Of them, those that are converted now.</param>
/// <param name="ConversionRate">Converted ÷ all of these leads, per cent; 0 when there are none.</param>
/// <param name="AvgLeadScore">Their average score, 0–100; null when there are none.</param>
/// <param name="TotalInteractions">
/// What the agent said, did and noted in the period, with whichever lead; not what the system notes.
/// </param>
/// <param name="AvgResponseHours">Hours from a lead's first contact to the first human answer, over those answered; null when none was.</param>
public sealed record AgentFigures(
    long AgentId,
    string Name,
    long TotalLeads,
    long ConvertedLeads,
    decimal ConversionRate,
    decimal? AvgLeadScore,
    long TotalInteractions,
    decimal? AvgResponseHours);

/// <summary>How the agents compare.</summary>
/// <param name="AgentComparison">Every agent, inactive ones and those without leads included; those with the most leads first.</param>
public sealed record AgentComparisonAnswer(IReadOnlyList<AgentFigures> AgentComparison)
{
    public bool Success => true;
}

public static class AgentComparison
{
    private const string Sql = """
        SELECT a.id, a.name, coalesce(l.leads, 0) AS total, coalesce(l.converted, 0), coalesce(l.score, 0), coalesce(l.answered, 0), coalesce(l.seconds, 0),
            (SELECT count(*) FROM interactions i
                WHERE i.agency_id = @agency AND i.agent_id = a.id AND i.created_at >= @since AND i.created_at < @whole AND i.type < @system)
            + (SELECT count(*) FROM interactions i
                WHERE i.agency_id = @agency AND i.agent_id = a.id AND i.created_at >= @ends AND i.created_at < @until AND i.type < @system)
            + (SELECT coalesce(sum(interactions), 0) FROM interaction_days d
                WHERE d.agency_id = @agency AND d.agent_id = a.id AND d.day >= @whole / 86400000 AND d.day < @ends / 86400000)
        FROM agents a
        LEFT JOIN (
            SELECT agent_id, sum(leads) AS leads, sum(converted) AS converted, sum(score) AS score, sum(answered) AS answered, sum(seconds) AS seconds
            FROM (
                SELECT agent_id, leads, converted, score, answered, response_seconds AS seconds FROM agent_days
                WHERE agency_id = @agency AND agent_id IN (SELECT id FROM agents WHERE agency_id = @agency)
                    AND day >= @whole / 86400000 AND day < @ends / 86400000
                UNION ALL
                SELECT assigned_agent_id, count(*), count(*) FILTER (WHERE status = @converted), sum(score), count(response_seconds), sum(response_seconds)
                FROM leads WHERE agency_id = @agency AND created_at >= @since AND created_at < @whole GROUP BY assigned_agent_id
                UNION ALL
                SELECT assigned_agent_id, count(*), count(*) FILTER (WHERE status = @converted), sum(score), count(response_seconds), sum(response_seconds)
                FROM leads WHERE agency_id = @agency AND created_at >= @ends AND created_at < @until GROUP BY assigned_agent_id
            ) counted GROUP BY agent_id
        ) l ON l.agent_id = a.id
        WHERE a.agency_id = @agency ORDER BY total DESC, a.id
        """;

    /// <summary>Compares the agents. What counts is the leads created in the last <c>days</c> days that are with them now.</summary>
    public static Task<Results<Ok<AgentComparisonAnswer>, ProblemHttpResult>> Get(
        [Whole(1, Days.Most, Default = Days.Default)] string? days, Ask ask, CancellationToken cancel) =>
        ask.About(days, (sql, window) => Handle(window, sql, cancel), cancel);

    public static async ValueTask<AgentComparisonAnswer> Handle(Window window, SqlReader sql, CancellationToken cancel) => new(await sql.List(
        Sql,
        Read,
        cancel,
        ("converted", LeadStatus.Converted),
        ("since", window.Since),
        ("whole", window.WholeDays),
        ("ends", window.WholeDaysEnd),
        ("until", window.Until),
        ("system", Interaction.FirstOfSystem)));

    private static AgentFigures Read(Row row)
    {
        var (id, name) = (row.Long(), row.Text());
        var (total, converted, score) = (row.Long(), row.Long(), row.Long());
        var (answered, seconds, interactions) = (row.Long(), row.Long(), row.Long());
        return new(
            id, name, total, converted, Rate.Of(converted, total), Rate.Mean(score, total), interactions, Rate.Mean(seconds, answered, unit: 3_600));
    }
}
