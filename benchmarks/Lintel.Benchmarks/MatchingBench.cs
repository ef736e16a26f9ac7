using Lintel.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lintel.Benchmarks;

/// <summary>How long it takes to find the listings that fit a lead, and the leads that a listing fits: whole calls, nothing remembered.</summary>
public static class MatchingBench
{
    private const int Leads = 100_000;
    private const int Listings = 10_000;
    private const int Calls = 41;

    /// <summary>After so many calls the program's code is compiled as well as it will be.</summary>
    private const int WarmUp = 200;

    public static async Task Run(Report report)
    {
        var folder = await Published.Demo(Leads, properties: Listings);
        var store = new SqliteStore(Path.Combine(folder, "lintel.db"), TimeProvider.System, NullLoggerFactory.Instance);
        using (var writer = store.OpenForWriting())
        {
            // The slowest there is: every lead is open, and every listing on offer.
            writer.Execute("UPDATE leads SET status = 1");
            writer.Execute("UPDATE properties SET is_active = 1");
            writer.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        await using var lintel = await Published.Serve(folder);
        using var http = new HttpClient { BaseAddress = lintel.Address };
        var listings = await Timed.Median(http, "/leads/77/matches", WarmUp, Calls);
        report.Line($"{Listings:N0} listings against one lead", $"{listings:0.0} ms", "20 ms", listings < 20);
        var leads = await Timed.Median(http, "/properties/77/matches", WarmUp, Calls);
        report.Line($"one listing against {Leads:N0} leads", $"{leads:0.0} ms", "200 ms", leads < 200);
    }
}
