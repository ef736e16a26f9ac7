using Lintel.Data;
using Lintel.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Analytics;

/// <summary>The leads that were first answered within one range of time.</summary>
/// <param name="FromMinutes">Minutes from the first contact to the first human answer: at least so many.</param>
/// <param name="ToMinutes">Fewer than so many; null for the last range, which has no end.</param>
/// <param name="Leads">How many leads of the period were answered in that time.</param>
public sealed record ResponseRange(int FromMinutes, int? ToMinutes, long Leads);

/// <summary>How quickly leads are answered.</summary>
/// <param name="ResponseTimes">Six ranges, always all of them, quickest first.</param>
/// <param name="Unanswered">The leads of the period that nobody has answered.</param>
public sealed record ResponseTimesAnswer(IReadOnlyList<ResponseRange> ResponseTimes, long Unanswered)
{
    public bool Success => true;
}

public static class ResponseTimes
{
    private static readonly string Sql = $"""
        SELECT response_range, sum(leads) FROM (
            SELECT response_range, leads FROM response_days WHERE agency_id = @agency AND day >= @whole / 86400000 AND day < @ends / 86400000
            UNION ALL
            SELECT {ResponseRanges.Sql}, 1 FROM leads WHERE agency_id = @agency AND created_at >= @since AND created_at < @whole
            UNION ALL
            SELECT {ResponseRanges.Sql}, 1 FROM leads WHERE agency_id = @agency AND created_at >= @ends AND created_at < @until
        ) counted GROUP BY response_range
        """;

    /// <summary>
    /// Counts leads by the time to their first answer. They are those created in the last <c>days</c> days; the time is that from the first contact
    /// to the first answer by a person.
    /// </summary>
    public static Task<Results<Ok<ResponseTimesAnswer>, ProblemHttpResult>> Get(
        [Whole(1, Days.Most, Default = Days.Default)] string? days, Ask ask, CancellationToken cancel) =>
        ask.About(days, (sql, window) => Handle(window, sql, cancel), cancel);

    public static async ValueTask<ResponseTimesAnswer> Handle(Window window, SqlReader sql, CancellationToken cancel)
    {
        var begins = ResponseRanges.Begins;
        var leads = new long[1 + begins.Length];
        foreach (var (range, count) in await sql.List(
            Sql,
            row => (row.Int(), row.Long()),
            cancel,
            ("since", window.Since),
            ("whole", window.WholeDays),
            ("ends", window.WholeDaysEnd),
            ("until", window.Until)))
        {
            leads[range] = count;
        }

        return new([.. begins.Select((from, i) => new ResponseRange(from, i + 1 < begins.Length ? begins[i + 1] : null, leads[i + 1]))], leads[0]);
    }
}
