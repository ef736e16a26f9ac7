using Lintel.Data;

namespace Lintel.Tests.Running;

/// <summary>The kept figures against what they are figures of.</summary>
internal static class Recount
{
    private const string Sums = "sum(leads), sum(converted), sum(score)";
    private const string Counts = "count(*), sum(CASE WHEN status = 5 THEN 1 ELSE 0 END), sum(score)";
    private const string NotNothing = "sum(leads) <> 0 OR sum(converted) <> 0 OR sum(score) <> 0";

    private static readonly (string Kept, string Counted)[] Figures =
    [
        (
            "SELECT agency_id, agent_id, status, priority, source, sum(leads) FROM lead_counts GROUP BY 1, 2, 3, 4, 5 HAVING sum(leads) <> 0",
            "SELECT agency_id, coalesce(assigned_agent_id, 0), status, priority, source, count(*) FROM leads GROUP BY 1, 2, 3, 4, 5"),
        (
            "SELECT agency_id, status, score, sum(leads) FROM lead_scores GROUP BY 1, 2, 3 HAVING sum(leads) <> 0",
            "SELECT agency_id, status, score, count(*) FROM leads GROUP BY 1, 2, 3"),
        (
            "SELECT agency_id, day, furthest_status, sum(leads) FROM lead_days GROUP BY 1, 2, 3 HAVING sum(leads) <> 0",
            "SELECT agency_id, created_at / 86400000, furthest_status, count(*) FROM leads GROUP BY 1, 2, 3"),
        (
            "SELECT agency_id, quarter, sum(leads) FROM lead_quarters GROUP BY 1, 2 HAVING sum(leads) <> 0",
            "SELECT agency_id, created_at / 900000, count(*) FROM leads GROUP BY 1, 2"),
        (
            "SELECT agency_id, quarter, sum(conversions) FROM lead_quarters GROUP BY 1, 2 HAVING sum(conversions) <> 0",
            "SELECT agency_id, converted_at / 900000, count(*) FROM leads WHERE converted_at IS NOT NULL GROUP BY 1, 2"),
        (
            $"SELECT agency_id, source, day, {Sums}, sum(high) FROM source_days GROUP BY 1, 2, 3 HAVING {NotNothing} OR sum(high) <> 0",
            $"SELECT agency_id, source, created_at / 86400000, {Counts}, sum(CASE WHEN priority >= 2 THEN 1 ELSE 0 END) FROM leads GROUP BY 1, 2, 3"),
        (
            $"SELECT agency_id, agent_id, day, {Sums}, sum(answered), sum(response_seconds) FROM agent_days GROUP BY 1, 2, 3 HAVING {NotNothing} OR sum(answered) <> 0 OR sum(response_seconds) <> 0",
            $"""
            SELECT agency_id, assigned_agent_id, created_at / 86400000, {Counts}, count(response_seconds), coalesce(sum(response_seconds), 0) FROM leads
            WHERE assigned_agent_id IS NOT NULL GROUP BY 1, 2, 3
            """),
        (
            "SELECT agency_id, day, response_range, sum(leads) FROM response_days GROUP BY 1, 2, 3 HAVING sum(leads) <> 0",
            $"SELECT agency_id, created_at / 86400000, {ResponseRanges.Sql}, count(*) FROM leads GROUP BY 1, 2, 3"),
        (
            $"SELECT agency_id, reference, week, {Sums} FROM interest_weeks GROUP BY 1, 2, 3 HAVING {NotNothing}",
            $"""
            SELECT l.agency_id, reference, i.created_at / 604800000, {Counts} FROM lead_interests i JOIN leads l ON l.agency_id = i.agency_id AND l.id = i.lead_id GROUP BY 1, 2, 3
            """),
        (
            "SELECT agency_id, status, sum(budget) FROM status_budgets GROUP BY 1, 2 HAVING sum(budget) <> 0",
            "SELECT agency_id, status, sum(coalesce(budget_max, budget_min)) FROM leads GROUP BY 1, 2 HAVING sum(coalesce(budget_max, budget_min)) <> 0"),
        (
            "SELECT agency_id, property_type, score, sum(leads) FROM type_scores GROUP BY 1, 2, 3 HAVING sum(leads) <> 0",
            "SELECT agency_id, property_type, score, count(*) FROM leads WHERE property_type IS NOT NULL GROUP BY 1, 2, 3"),
        (
            "SELECT agency_id, id, open_leads FROM agents WHERE open_leads <> 0",
            "SELECT agency_id, assigned_agent_id, count(*) FROM leads WHERE status < 5 AND assigned_agent_id IS NOT NULL GROUP BY 1, 2"),
        (
            "SELECT agency_id, id, total_leads FROM agents WHERE total_leads <> 0",
            "SELECT agency_id, agent_id, count(DISTINCT lead_id) FROM lead_assignments WHERE agent_id IS NOT NULL GROUP BY 1, 2"),
    ];

    /// <summary>Asserts that every kept figure is what is counted now.</summary>
    public static async Task IsRight(TestDatabase database)
    {
        foreach (var (kept, counted) in Figures)
        {
            Assert.Equal(await Lines(database, counted), await Lines(database, kept));
        }
    }

    private static async Task<IEnumerable<string>> Lines(TestDatabase database, string sql) =>
        (await database.Rows(sql)).Select(row => string.Join('|', row)).Order(StringComparer.Ordinal);
}
