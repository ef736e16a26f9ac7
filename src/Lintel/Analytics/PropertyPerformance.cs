using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Analytics;

/// <summary>What became of the leads created in the period that ask about one property.</summary>
/// <param name="PropertyId">The property's id.</param>
/// <param name="Price">Whole units of the agency's currency.</param>
/// <param name="Inquiries">How many leads name it, by its source id or its id; a lead that does both is one.</param>
/// <param name="Conversions">Of them, those that are converted now.</param>
/// <param name="ConversionRate">Conversions ÷ inquiries, per cent.</param>
/// <param name="AvgLeadQuality">Their average score, 0–100.</param>
public sealed record PropertyFigures(
    long PropertyId, string Title, long? Price, string? Area, long Inquiries, long Conversions, decimal ConversionRate, decimal? AvgLeadQuality);

/// <summary>How the properties compare.</summary>
/// <param name="PropertyPerformance">The properties that were asked about, most inquiries first, at most 20.</param>
public sealed record PropertyPerformanceAnswer(IReadOnlyList<PropertyFigures> PropertyPerformance)
{
    public bool Success => true;
}

public static class PropertyPerformance
{
    public const int Most = 20;

    // First the twenty, added up by the week, with the parts of weeks at both ends counted; then what became of their leads. A listing goes by its
    // source id, or by its id; a lead that names it both ways counts by the source id. The two are kept apart, since few leads know the id of a
    // listing that has a source id.
    private static readonly string Sql = $"""
        WITH listed AS MATERIALIZED (
            SELECT id, title, price, area, coalesce(source_id, CAST(id AS TEXT)) AS name, CASE WHEN source_id IS NOT NULL THEN CAST(id AS TEXT) END AS other
            FROM properties WHERE agency_id = @agency
        ),
        asked AS MATERIALIZED (
            SELECT id, title, price, area, name, other,
                (SELECT coalesce(sum(leads), 0) FROM interest_weeks
                    WHERE agency_id = @agency AND reference = m.name AND week >= @whole / 604800000 AND week < @ends / 604800000)
                + CASE WHEN @since < @whole THEN (
                    SELECT count(*) FROM lead_interests WHERE agency_id = @agency AND reference = m.name AND created_at >= @since AND created_at < @whole) ELSE 0 END
                + CASE WHEN @ends < @until THEN (
                    SELECT count(*) FROM lead_interests WHERE agency_id = @agency AND reference = m.name AND created_at >= @ends AND created_at < @until) ELSE 0 END
                + (SELECT count(*) FROM lead_interests i
                    WHERE i.agency_id = @agency AND i.reference = m.other AND i.created_at >= @since AND i.created_at < @until AND {NotByName}) AS inquiries
            FROM listed m
        ),
        most AS MATERIALIZED (SELECT * FROM asked WHERE inquiries > 0 ORDER BY inquiries DESC, id LIMIT @most),
        became AS (
            SELECT m.id, w.converted, w.score FROM most m
            CROSS JOIN interest_weeks w ON w.agency_id = @agency AND w.reference = m.name
                AND w.week >= @whole / 604800000 AND w.week < @ends / 604800000
            UNION ALL
            {Became("name", "created_at >= @since AND i.created_at < @whole")}
            UNION ALL
            {Became("name", "created_at >= @ends AND i.created_at < @until")}
            UNION ALL
            {Became("other", "created_at >= @since AND i.created_at < @until")} WHERE {NotByName}
        )
        SELECT m.id, m.title, m.price, m.area, m.inquiries, coalesce(sum(b.converted), 0), coalesce(sum(b.score), 0)
        FROM most m LEFT JOIN became b ON b.id = m.id
        GROUP BY m.id, m.title, m.price, m.area, m.inquiries ORDER BY m.inquiries DESC, m.id
        """;

    private const string NotByName = """
        NOT EXISTS (SELECT 1 FROM lead_interests o WHERE o.agency_id = @agency AND o.reference = m.name AND o.created_at = i.created_at AND o.lead_id = i.lead_id)
        """;

    /// <summary>
    /// Compares the properties. They are those that the leads created in the last <c>days</c> days ask about, most inquiries first, at most 20.
    /// </summary>
    public static Task<Results<Ok<PropertyPerformanceAnswer>, ProblemHttpResult>> Get(
        [Whole(1, Days.Most, Default = Days.Default)] string? days, Ask ask, CancellationToken cancel) =>
        ask.About(days, (sql, window) => Handle(window, sql, cancel), cancel);

    public static async ValueTask<PropertyPerformanceAnswer> Handle(Window window, SqlReader sql, CancellationToken cancel) => new(await sql.List(
        Sql,
        Read,
        cancel,
        ("since", window.Since),
        ("whole", window.WholeWeeks),
        ("ends", window.WholeWeeksEnd),
        ("until", window.Until),
        ("most", Most),
        ("converted", LeadStatus.Converted)));

    private static string Became(string reference, string created) => $"""
        SELECT m.id, CASE WHEN l.status = @converted THEN 1 ELSE 0 END, l.score FROM most m
            CROSS JOIN lead_interests i ON i.agency_id = @agency AND i.reference = m.{reference} AND i.{created}
            CROSS JOIN leads l ON l.id = i.lead_id AND l.agency_id = @agency
        """;

    private static PropertyFigures Read(Row row)
    {
        var (id, title, price, area) = (row.Long(), row.Text(), row.LongOrNull(), row.TextOrNull());
        var (inquiries, conversions, score) = (row.Long(), row.Long(), row.Long());
        return new(id, title, price, area, inquiries, conversions, Rate.Of(conversions, inquiries), Rate.Mean(score, inquiries));
    }
}
