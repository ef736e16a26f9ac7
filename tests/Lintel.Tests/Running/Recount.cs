namespace Lintel.Tests.Running;

/// <summary>The kept figures against what they are figures of.</summary>
internal static class Recount
{
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
