using System.Globalization;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Properties;

/// <summary>What one source brought a listing in a month.</summary>
/// <param name="Month">The first day of the month, by the agency's calendar.</param>
/// <param name="Source">Where the leads come from.</param>
/// <param name="Inquiries">Leads created in the month that ask about it.</param>
/// <param name="Viewings">Viewings with these leads, planned and done.</param>
/// <param name="Conversions">Of these leads, those that are converted now.</param>
public sealed record PropertyMonth(DateOnly Month, string Source, long Inquiries, long Viewings, long Conversions);

/// <summary>What became of those who asked about a listing.</summary>
/// <param name="Inquiries">All leads that ask about it.</param>
/// <param name="Viewings">Viewings with these leads, planned and done.</param>
/// <param name="Conversions">Of these leads, those that are converted now.</param>
/// <param name="ConversionRate">Conversions ÷ inquiries, per cent; 0 when there are none.</param>
/// <param name="ByMonth">The last twelve months of the agency's calendar, oldest first; a month and source with nothing is left out.</param>
public sealed record PropertyFiguresView(long Inquiries, long Viewings, long Conversions, decimal ConversionRate, IReadOnlyList<PropertyMonth> ByMonth);

/// <summary>How a listing does.</summary>
/// <param name="PropertyFigures">Its figures.</param>
public sealed record PropertyFiguresAnswer(PropertyFiguresView PropertyFigures)
{
    public bool Success => true;
}

public static class GetPropertyFigures
{
    public const int Months = 12;

    // Month 0 is all that came before the twelve.
    // The number of viewings is written out, so that SQLite sees that the index of viewings has them.
    private static readonly string Sql = $"""
        WITH months AS (SELECT key, value AS start FROM each(@starts)),
        asked AS (
            SELECT DISTINCT i.lead_id, (SELECT count(*) FROM months m WHERE m.start <= i.created_at) AS month
            FROM lead_interests i WHERE i.agency_id = @agency AND i.reference IN (@source_id, @id)
        )
        SELECT a.month, l.source, count(*), coalesce(sum((
                SELECT count(*) FROM interactions v WHERE v.agency_id = @agency AND v.lead_id = l.id AND v.type = {(int)InteractionType.Viewing})), 0),
            count(*) FILTER (WHERE l.status = @converted)
        FROM asked a JOIN leads l ON l.id = a.lead_id AND l.agency_id = @agency
        GROUP BY a.month, l.source ORDER BY a.month, l.source
        """;

    /// <summary>
    /// Shows how a listing does. How many leads ask about it, how many viewings there are with them, and how many of them are converted: in all,
    /// and by source for each of the last twelve months.
    /// </summary>
    public static async Task<Results<Ok<PropertyFiguresAnswer>, ProblemHttpResult>> Get(
        long id, Reading sql, Caller caller, TimeProvider clock, CancellationToken cancel) => await PropertyView.Load(sql, id, cancel) is { } property
            ? TypedResults.Ok(new PropertyFiguresAnswer(await Of(property, caller.Agency, caller.Agency.DayOf(clock.Now()), sql, cancel)))
            : Problems.Of(Refusal.NotFound("Property", id));

    public static async ValueTask<PropertyFiguresView> Of(PropertyView property, Agency agency, DateOnly today, SqlReader sql, CancellationToken cancel)
    {
        var thisMonth = new DateOnly(today.Year, today.Month, 1);
        var months = Enumerable.Range(1 - Months, Months).Select(thisMonth.AddMonths).ToList();
        var id = property.Id.ToString(CultureInfo.InvariantCulture);
        var rows = await sql.List(
            Sql,
            row => (Month: row.Int(), Source: row.Text(), Inquiries: row.Long(), Viewings: row.Long(), Conversions: row.Long()),
            cancel,
            ("starts", months.Select(agency.StartOf)),
            ("source_id", property.SourceId ?? id),
            ("id", id),
            ("converted", LeadStatus.Converted));
        var (inquiries, conversions) = (rows.Sum(row => row.Inquiries), rows.Sum(row => row.Conversions));
        return new(
            inquiries,
            rows.Sum(row => row.Viewings),
            conversions,
            Rate.Of(conversions, inquiries),
            [.. rows.Where(row => row.Month > 0).Select(row => new PropertyMonth(months[row.Month - 1], row.Source, row.Inquiries, row.Viewings, row.Conversions))]);
    }
}
