using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Analytics;

/// <summary>How many leads were created on a day.</summary>
/// <param name="Date">The day, by the agency's calendar.</param>
/// <param name="Leads">How many leads were created on it.</param>
public sealed record LeadsOfDay(DateOnly Date, long Leads);

/// <summary>How many leads became converted on a day.</summary>
/// <param name="Date">The day, by the agency's calendar.</param>
/// <param name="Conversions">How many leads became converted on it, whenever they were created, and still are.</param>
public sealed record ConversionsOfDay(DateOnly Date, long Conversions);

/// <summary>Two rows for every day, oldest first, days on which nothing happened included.</summary>
/// <param name="Leads">Leads created, a row for every day, oldest first.</param>
/// <param name="Conversions">Leads converted, a row for every day, oldest first.</param>
public sealed record TrendData(IReadOnlyList<LeadsOfDay> Leads, IReadOnlyList<ConversionsOfDay> Conversions);

/// <summary>Leads and conversions by day.</summary>
/// <param name="TrendData">The days, twice: with the leads created, and with those converted.</param>
public sealed record LeadsTrendAnswer(TrendData TrendData)
{
    public bool Success => true;
}

public static class LeadsTrend
{
    // The days' beginnings come from the agency's calendar, the last one tomorrow's: a day has 23, 24 or 25 hours.
    private const string Sql = """
        WITH days AS (SELECT key, value AS start, lead(value) OVER (ORDER BY key) AS until FROM each(@starts))
        SELECT
            (SELECT coalesce(sum(leads), 0) FROM lead_quarters WHERE agency_id = @agency AND quarter >= start / 900000 AND quarter < until / 900000),
            (SELECT coalesce(sum(conversions), 0) FROM lead_quarters WHERE agency_id = @agency AND quarter >= start / 900000 AND quarter < until / 900000)
        FROM days WHERE until IS NOT NULL ORDER BY key
        """;

    /// <summary>
    /// Counts leads by day. Those created and those converted, each with one row for every one of the last <c>days</c> days of the agency's
    /// calendar; all are whole days, and today is the last.
    /// </summary>
    /// <param name="days">How many days of the agency's calendar, today the last.</param>
    public static Task<Results<Ok<LeadsTrendAnswer>, ProblemHttpResult>> Get(
        [Whole(1, Days.Most, Default = Days.Default)] string? days, Ask ask, CancellationToken cancel) =>
        ask.ByDay(days, (sql, calendar, agency) => Handle(calendar, agency, sql, cancel), cancel);

    public static async ValueTask<LeadsTrendAnswer> Handle(
        IReadOnlyList<DateOnly> days, Agency agency, SqlReader sql, CancellationToken cancel)
    {
        var starts = days.Append(days[^1].AddDays(1)).Select(agency.StartOf);
        var counts = await sql.List(Sql, row => (Leads: row.Long(), Conversions: row.Long()), cancel, ("starts", starts));
        return new(new(
            [.. days.Zip(counts, (day, count) => new LeadsOfDay(day, count.Leads))],
            [.. days.Zip(counts, (day, count) => new ConversionsOfDay(day, count.Conversions))]));
    }
}
