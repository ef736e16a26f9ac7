using Lintel.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lintel.Benchmarks;

/// <summary>
/// How lists, searches and charts grow from ten thousand leads to a million. Before every call something is committed, so that nothing
/// remembered can answer: this is the slowest each of them gets.
/// </summary>
public static class ScaleBench
{
    private const int Small = 10_000;
    private const int Large = 1_000_000;
    private const int Calls = 15;
    private const double Enough = 50;

    private static readonly string[] Paths =
    [
        "/leads", "/leads?page=500", "/leads?status=new", "/leads?status=lost", "/leads?status=new,contacted", "/leads?priority=urgent", "/leads?agent_id=3",
        "/leads?unassigned=true", "/leads?source=instagram", "/leads?source=instagram&status=converted", "/leads?area=Central", "/leads?property_type=apartment",
        "/leads?tag=vip", "/leads?min_score=80", "/leads?max_score=20", "/leads?created_from=2026-11-01", "/leads?status=qualified&area=Sha Tin&min_score=40",
        "/leads?sort=-score,created_at", "/leads?sort=-updated_at", "/leads?sort=name", "/leads?sort=-last_contact_at", "/leads?sort=next_follow_up_at",
        "/leads?q=chan", "/leads?q=Tai Koo", "/leads?q=太古城", "/leads?q=兩房", "/leads?q=91", "/leads?q=+85291234567", "/leads?q=nothing like it",
        "/agents", "/agents/3/leads", "/agents/3/performance", "/agents/3/workload", "/follow-ups?due=overdue", "/follow-ups?due=today", "/follow-ups?due=week",
        "/properties", "/properties?area=Central", "/leads/77/interactions", "/leads/77/score",
        "/analytics/dashboard", "/analytics/dashboard?days=365", "/analytics/leads-trend", "/analytics/leads-trend?days=365", "/analytics/source-performance",
        "/analytics/agent-comparison", "/analytics/property-performance", "/analytics/funnel", "/analytics/funnel?days=365", "/analytics/lead-scoring",
    ];

    public static async Task Run(Report report)
    {
        var small = await Medians(await Published.Demo(Small));
        var large = await Medians(await Published.Demo(Large));
        foreach (var path in Paths)
        {
            var (before, after) = (small[path], large[path]);
            report.Line($"GET {path}", $"{before:0.0} → {after:0.0} ms", "under 2× or 50 ms", after < Enough || after < 2 * before);
        }
    }

    private static async Task<Dictionary<string, double>> Medians(string folder)
    {
        await using var lintel = await Published.Serve(folder);
        using var http = new HttpClient { BaseAddress = lintel.Address };
        var store = new SqliteStore(Path.Combine(folder, "lintel.db"), TimeProvider.System, NullLoggerFactory.Instance);
        using var writer = store.OpenForWriting();
        var medians = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var path in Paths)
        {
            // A value that changes: SQLite writes nothing for a row that stays as it is, and what was remembered would stay true.
            medians[path] = await Timed.Median(
                http, path.Replace("+", "%2B", StringComparison.Ordinal), 1, Calls, () => writer.Execute("UPDATE agencies SET created_at = created_at + 1"));
        }

        return medians;
    }
}
