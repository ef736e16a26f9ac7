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

    // First the twenty, counted from the index of references alone; only their leads are then looked up, which leaves out properties that have
    // none. A lead that names a property both ways counts by the source id.
    private const string Sql = """
        WITH asked AS (
            SELECT p.id, p.title, p.price, p.area, p.source_id,
                (SELECT count(*) FROM lead_interests WHERE agency_id = @agency AND reference = p.source_id AND created_at >= @since AND created_at < @until)
                + (SELECT count(*) FROM lead_interests i
                    WHERE i.agency_id = @agency AND i.reference = CAST(p.id AS TEXT) AND i.created_at >= @since AND i.created_at < @until
                        AND NOT EXISTS (SELECT 1 FROM lead_interests o WHERE o.agency_id = @agency AND o.reference = p.source_id
                            AND o.created_at = i.created_at AND o.lead_id = i.lead_id)) AS inquiries
            FROM properties p WHERE p.agency_id = @agency
        ),
        most AS MATERIALIZED (SELECT * FROM asked ORDER BY inquiries DESC, id LIMIT @most),
        named AS MATERIALIZED (SELECT id, source_id AS reference FROM most UNION SELECT id, CAST(id AS TEXT) FROM most)
        SELECT m.id, m.title, m.price, m.area, count(*) AS inquiries, count(*) FILTER (WHERE l.status = @converted), sum(l.score)
        FROM most m
        CROSS JOIN named n ON n.id = m.id
        CROSS JOIN lead_interests i ON i.agency_id = @agency AND i.reference = n.reference AND i.created_at >= @since AND i.created_at < @until
        CROSS JOIN leads l ON l.id = i.lead_id AND l.agency_id = @agency
        WHERE i.reference = m.source_id OR NOT EXISTS (SELECT 1 FROM lead_interests o WHERE o.agency_id = @agency AND o.reference = m.source_id
            AND o.created_at = i.created_at AND o.lead_id = i.lead_id)
        GROUP BY m.id, m.title, m.price, m.area ORDER BY inquiries DESC, m.id
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
        ("until", window.Until),
        ("most", Most),
        ("converted", LeadStatus.Converted)));

    private static PropertyFigures Read(Row row)
    {
        var (id, title, price, area) = (row.Long(), row.Text(), row.LongOrNull(), row.TextOrNull());
        var (inquiries, conversions, score) = (row.Long(), row.Long(), row.Long());
        return new(id, title, price, area, inquiries, conversions, Rate.Of(conversions, inquiries), Rate.Mean(score, inquiries));
    }
}
