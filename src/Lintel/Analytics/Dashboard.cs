using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Analytics;

/// <summary>An agent's record, as the agent itself shows it: of all leads ever assigned.</summary>
/// <param name="AgentId">The agent's id.</param>
/// <param name="Name">The agent's name.</param>
/// <param name="TotalLeads">Leads ever assigned to the agent.</param>
/// <param name="ConvertedLeads">Of them, those that are converted.</param>
/// <param name="ConversionRate">Converted of the leads ever assigned, per cent.</param>
public sealed record AgentPerformance(long AgentId, string Name, int TotalLeads, int ConvertedLeads, decimal ConversionRate);

/// <summary>How the agency stands, and what the period brought.</summary>
/// <param name="PeriodDays">How many days the period has.</param>
/// <param name="TotalLeads">All leads of the agency; the statuses, and the sources, add up to it.</param>
/// <param name="NewLeads">Leads created in the period.</param>
/// <param name="ConvertedLeads">Leads that became converted in the period, whenever they were created, and still are.</param>
/// <param name="ConversionRate">Converted in the period ÷ new in the period, per cent; 0 when none is new, and never above 100.</param>
/// <param name="RecentInteractions">What people said, did and noted in the period; not what the system notes.</param>
/// <param name="AvgResponseHours">
/// Hours from a lead's first contact to the first human answer, on average over the new leads that have been answered; null when none was.
/// </param>
/// <param name="LeadsByStatus">All leads, every status a key.</param>
/// <param name="LeadsBySource">All leads, every source they have a key, the most frequent first.</param>
/// <param name="AgentPerformance">Every agent, those with the most leads first.</param>
public sealed record DashboardMetrics(
    int PeriodDays,
    long TotalLeads,
    long NewLeads,
    long ConvertedLeads,
    decimal ConversionRate,
    long RecentInteractions,
    decimal? AvgResponseHours,
    IReadOnlyDictionary<string, long> LeadsByStatus,
    IReadOnlyDictionary<string, long> LeadsBySource,
    IReadOnlyList<AgentPerformance> AgentPerformance);

/// <summary>The dashboard.</summary>
/// <param name="Metrics">Its figures.</param>
public sealed record DashboardAnswer(DashboardMetrics Metrics)
{
    public bool Success => true;
}

public static class Dashboard
{
    // One statement, so that all of it is seen at one moment; the first column says what a row is about.
    private const string Sql = """
        SELECT 0 AS part, coalesce(sum(leads), 0) AS most, coalesce(sum(answered), 0), coalesce(sum(seconds), 0), 0 AS id, '' AS name
        FROM (
            SELECT count(*) AS leads, count(response_seconds) AS answered, sum(response_seconds) AS seconds
            FROM leads WHERE agency_id = @agency AND created_at >= @since AND created_at < @whole
            UNION ALL
            SELECT count(*), count(response_seconds), sum(response_seconds)
            FROM leads WHERE agency_id = @agency AND created_at >= @ends AND created_at < @until
            UNION ALL
            SELECT leads, answered, response_seconds
            FROM lead_days WHERE agency_id = @agency AND day >= @whole / 86400000 AND day < @ends / 86400000
        ) counted
        UNION ALL
        SELECT 1, (SELECT count(*) FROM leads WHERE agency_id = @agency AND converted_at >= @since AND converted_at < @whole)
            + (SELECT count(*) FROM leads WHERE agency_id = @agency AND converted_at >= @ends AND converted_at < @until)
            + (SELECT coalesce(sum(conversions), 0) FROM lead_quarters WHERE agency_id = @agency AND quarter >= @whole / 900000 AND quarter < @ends / 900000),
            (SELECT count(*) FROM interactions WHERE agency_id = @agency AND created_at >= @since AND created_at < @whole AND type < @system)
            + (SELECT count(*) FROM interactions WHERE agency_id = @agency AND created_at >= @ends AND created_at < @until AND type < @system)
            + (SELECT coalesce(sum(interactions), 0) FROM interaction_days
                WHERE agency_id = @agency AND agent_id IN (SELECT id FROM agents WHERE agency_id = @agency UNION ALL SELECT 0)
                    AND day >= @whole / 86400000 AND day < @ends / 86400000), 0, 0, ''
        UNION ALL
        SELECT 2, sum(leads), status, 0, 0, '' FROM lead_scores WHERE agency_id = @agency GROUP BY status
        UNION ALL
        SELECT 3, sum(leads), 0, 0, 0, source FROM lead_counts WHERE agency_id = @agency GROUP BY source HAVING sum(leads) > 0
        UNION ALL
        SELECT 4, total_leads, converted_leads, 0, id, name FROM agents WHERE agency_id = @agency
        ORDER BY part, most DESC, id, name
        """;

    /// <summary>
    /// Shows the agency at a glance. Total, statuses and sources are of all leads, agents' figures of all leads ever assigned to them; what is
    /// new, converted, said and answered is of the last <c>days</c> days.
    /// </summary>
    public static Task<Results<Ok<DashboardAnswer>, ProblemHttpResult>> Get(
        [Whole(1, Days.Most, Default = Days.Default)] string? days, Ask ask, CancellationToken cancel) =>
        ask.About(days, (sql, window) => Handle(window, sql, cancel), cancel);

    public static async ValueTask<DashboardAnswer> Handle(Window window, SqlReader sql, CancellationToken cancel)
    {
        var rows = await sql.List(
            Sql,
            row => new Figure(row.Int(), row.Long(), row.Long(), row.Long(), row.Long(), row.Text()),
            cancel,
            ("since", window.Since),
            ("whole", window.WholeDays),
            ("ends", window.WholeDaysEnd),
            ("until", window.Until),
            ("system", Interaction.FirstOfSystem));
        var (leads, period) = (rows[0], rows[1]);
        var byStatus = WireEnum<LeadStatus>.Names.ToDictionary(name => name, _ => 0L);
        foreach (var row in rows.Where(row => row.Part == Part.Status))
        {
            byStatus[WireEnum<LeadStatus>.Name((LeadStatus)row.Second)] = row.First;
        }

        return new(new(
            window.Days,
            byStatus.Values.Sum(),
            leads.First,
            period.First,
            Rate.Of(period.First, leads.First),
            period.Second,
            Rate.Mean(leads.Third, leads.Second, unit: 3_600),
            byStatus,
            rows.Where(row => row.Part == Part.Source).ToDictionary(row => row.Name, row => row.First),
            [.. rows.Where(row => row.Part == Part.Agent).Select(row =>
                new AgentPerformance(row.Id, row.Name, (int)row.First, (int)row.Second, Rate.Of(row.Second, row.First)))]));
    }

    private static class Part
    {
        public const int Status = 2;
        public const int Source = 3;
        public const int Agent = 4;
    }

    private sealed record Figure(int Part, long First, long Second, long Third, long Id, string Name);
}
