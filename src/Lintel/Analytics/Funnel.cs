using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Analytics;

/// <summary>How many leads ever reached a stage or a later one, whatever became of them since; never more than the stage before.</summary>
/// <param name="TotalLeads">Leads created in the period.</param>
/// <param name="ContactedLeads">Of them, those that ever became contacted or came further.</param>
/// <param name="QualifiedLeads">Those that ever became qualified or came further.</param>
/// <param name="ViewingLeads">Those that ever had a viewing scheduled or came further.</param>
/// <param name="AppliedLeads">Those that ever applied or came further.</param>
/// <param name="ConvertedLeads">Those that ever were converted.</param>
public sealed record FunnelCounts(
    long TotalLeads, long ContactedLeads, long QualifiedLeads, long ViewingLeads, long AppliedLeads, long ConvertedLeads);

/// <summary>Each stage's share of all leads of the period, per cent, so that a conversion rate means here what it means everywhere.</summary>
/// <param name="ContactRate">Contacted ÷ all, per cent.</param>
/// <param name="QualificationRate">Qualified ÷ all, per cent.</param>
/// <param name="ViewingRate">With a viewing ÷ all, per cent.</param>
/// <param name="ApplicationRate">Applied ÷ all, per cent.</param>
/// <param name="ConversionRate">Ever converted ÷ all, per cent.</param>
public sealed record FunnelRates(
    decimal ContactRate, decimal QualificationRate, decimal ViewingRate, decimal ApplicationRate, decimal ConversionRate);

/// <summary>The stages with their counts and rates.</summary>
/// <param name="Counts">How many leads reached each stage.</param>
/// <param name="Rates">What share of all leads reached each stage; 0 when there are none.</param>
public sealed record FunnelStages(FunnelCounts Counts, FunnelRates Rates);

/// <summary>How far the leads of a period have come.</summary>
/// <param name="Funnel">The stages.</param>
public sealed record FunnelAnswer(FunnelStages Funnel)
{
    public bool Success => true;
}

public static class Funnel
{
    private const string Sql = """
        SELECT coalesce(sum(leads), 0), coalesce(sum(leads) FILTER (WHERE furthest >= @contacted), 0),
            coalesce(sum(leads) FILTER (WHERE furthest >= @qualified), 0), coalesce(sum(leads) FILTER (WHERE furthest >= @viewing), 0),
            coalesce(sum(leads) FILTER (WHERE furthest >= @applied), 0), coalesce(sum(leads) FILTER (WHERE furthest >= @converted), 0)
        FROM (
            SELECT furthest_status AS furthest, 1 AS leads
            FROM leads WHERE agency_id = @agency AND created_at >= @since AND created_at < @whole
            UNION ALL
            SELECT furthest_status, 1 FROM leads WHERE agency_id = @agency AND created_at >= @ends AND created_at < @until
            UNION ALL
            SELECT furthest_status, leads FROM lead_days WHERE agency_id = @agency AND day >= @whole / 86400000 AND day < @ends / 86400000
        ) counted
        """;

    /// <summary>Counts leads by stage reached. They are those created in the last <c>days</c> days, each counted in every stage up to its furthest.</summary>
    public static Task<Results<Ok<FunnelAnswer>, ProblemHttpResult>> Get(
        [Whole(1, Days.Most, Default = Days.Default)] string? days, Ask ask, CancellationToken cancel) =>
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
            ("whole", window.WholeDays),
            ("ends", window.WholeDaysEnd),
            ("until", window.Until));
        return new(new(counts!, Rates(counts!)));
    }

    private static FunnelRates Rates(FunnelCounts counts) => new(
        Rate.Of(counts.ContactedLeads, counts.TotalLeads),
        Rate.Of(counts.QualifiedLeads, counts.TotalLeads),
        Rate.Of(counts.ViewingLeads, counts.TotalLeads),
        Rate.Of(counts.AppliedLeads, counts.TotalLeads),
        Rate.Of(counts.ConvertedLeads, counts.TotalLeads));
}
