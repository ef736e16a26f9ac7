using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Analytics;

/// <summary>What became of the leads of one source that were created in the period.</summary>
/// <param name="TotalLeads">How many leads of the source were created in the period.</param>
/// <param name="ConvertedLeads">Of them, those that are converted now.</param>
/// <param name="ConversionRate">Converted ÷ all of these leads, per cent.</param>
/// <param name="AvgScore">Their average score, 0–100.</param>
/// <param name="HighPriorityLeads">Of them, those whose priority is high or urgent.</param>
public sealed record SourceFigures(
    string Source, long TotalLeads, long ConvertedLeads, decimal ConversionRate, decimal? AvgScore, long HighPriorityLeads);

/// <summary>How the sources compare.</summary>
/// <param name="SourcePerformance">The sources of the period's leads, the most frequent first.</param>
public sealed record SourcePerformanceAnswer(IReadOnlyList<SourceFigures> SourcePerformance)
{
    public bool Success => true;
}

public static class SourcePerformance
{
    private const string Sql = """
        SELECT source, sum(leads) AS total, sum(converted), sum(score), sum(high) FROM (
            SELECT source, leads, converted, score, high
            FROM source_days WHERE agency_id = @agency AND day >= @whole / 86400000 AND day < @ends / 86400000
            UNION ALL
            SELECT source, 1, CASE WHEN status = @converted THEN 1 ELSE 0 END, score, CASE WHEN priority >= @high THEN 1 ELSE 0 END
            FROM leads WHERE agency_id = @agency AND created_at >= @since AND created_at < @whole
            UNION ALL
            SELECT source, 1, CASE WHEN status = @converted THEN 1 ELSE 0 END, score, CASE WHEN priority >= @high THEN 1 ELSE 0 END
            FROM leads WHERE agency_id = @agency AND created_at >= @ends AND created_at < @until
        ) counted
        GROUP BY source HAVING sum(leads) > 0 ORDER BY total DESC, source
        """;

    /// <summary>Compares the sources. What counts is the leads created in the last <c>days</c> days.</summary>
    public static Task<Results<Ok<SourcePerformanceAnswer>, ProblemHttpResult>> Get(
        [Whole(1, Days.Most, Default = Days.Default)] string? days, Ask ask, CancellationToken cancel) =>
        ask.About(days, (sql, window) => Handle(window, sql, cancel), cancel);

    public static async ValueTask<SourcePerformanceAnswer> Handle(Window window, SqlReader sql, CancellationToken cancel) => new(await sql.List(
        Sql,
        Read,
        cancel,
        ("converted", LeadStatus.Converted),
        ("high", Priority.High),
        ("since", window.Since),
        ("whole", window.WholeDays),
        ("ends", window.WholeDaysEnd),
        ("until", window.Until)));

    private static SourceFigures Read(Row row)
    {
        var (source, total, converted, score, high) = (row.Text(), row.Long(), row.Long(), row.Long(), row.Long());
        return new(source, total, converted, Rate.Of(converted, total), Rate.Mean(score, total), high);
    }
}
