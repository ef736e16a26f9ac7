using Lintel.Data;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Analytics;

/// <summary>How many leads ever reached a stage or a later one, whatever became of them since; never more than the stage before.</summary>
public sealed record FunnelCounts(
    long TotalLeads, long ContactedLeads, long QualifiedLeads, long ViewingLeads, long AppliedLeads, long ConvertedLeads);

/// <summary>Each stage's share of all leads of the period, per cent, so that a conversion rate means here what it means everywhere.</summary>
public sealed record FunnelRates(
    decimal ContactRate, decimal QualificationRate, decimal ViewingRate, decimal ApplicationRate, decimal ConversionRate);

/// <summary>The stages with their counts and rates.</summary>
public sealed record FunnelStages(FunnelCounts Counts, FunnelRates Rates);

/// <summary>How far the leads of a period have come.</summary>
public sealed record FunnelAnswer(FunnelStages Funnel)
{
    public bool Success => true;
}

public static class Funnel
{
    private const string Sql = """
        SELECT ifnull(sum(leads), 0), ifnull(sum(leads * (furthest >= @contacted)), 0), ifnull(sum(leads * (furthest >= @qualified)), 0),
            ifnull(sum(leads * (furthest >= @viewing)), 0), ifnull(sum(leads * (furthest >= @applied)), 0),
            ifnull(sum(leads * (furthest >= @converted)), 0)
        FROM (
            SELECT furthest_status AS furthest, 1 AS leads
            FROM leads WHERE agency_id = @agency AND created_at >= @since AND created_at < @whole
            UNION ALL
            SELECT furthest_status, leads FROM lead_days WHERE agency_id = @agency AND day >= @whole / 86400000
        )
        """;

    /// <summary>How far the leads created in the last <c>days</c> days (1–3650, 30 when left out) have ever come.</summary>
    public static Task<Results<Ok<FunnelAnswer>, ProblemHttpResult>> Get(string? days, Ask ask, CancellationToken cancel) =>
        ask.About(days, (sql, window) => Handle(window, sql, cancel), cancel);

    public static async ValueTask<FunnelAnswer> Handle(Window window, SqlReader sql, CancellationToken cancel)
    {
        var counts = await sql.First(
            Sql,
            row => new FunnelCounts(row.Long(), row.Long(), row.Long(), row.Long(), row.Long(), row.Long()),
            cancel,
            ("contacted", LeadStatus.Contacted),
            ("qualified", LeadStatus.Qualified),
            ("viewing", LeadStatus.ViewingScheduled),
            ("applied", LeadStatus.Applied),
            ("converted", LeadStatus.Converted),
            ("since", window.Since),
            ("whole", window.WholeDays));
        return new(new(counts!, Rates(counts!)));
    }

    private static FunnelRates Rates(FunnelCounts counts) => new(
        Rate.Of(counts.ContactedLeads, counts.TotalLeads),
        Rate.Of(counts.QualifiedLeads, counts.TotalLeads),
        Rate.Of(counts.ViewingLeads, counts.TotalLeads),
        Rate.Of(counts.AppliedLeads, counts.TotalLeads),
        Rate.Of(counts.ConvertedLeads, counts.TotalLeads));
}
