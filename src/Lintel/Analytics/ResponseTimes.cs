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
    // In minutes; each range ends where the next begins.
    private static readonly int[] Begins = [0, 5, 15, 60, 4 * 60, 24 * 60];

    private static readonly string Sql = $"""
        SELECT count(*) FILTER (WHERE response_seconds IS NULL), {string.Join(", ", Begins.Select((from, i) => i + 1 < Begins.Length
            ? $"count(*) FILTER (WHERE response_seconds >= {from * 60} AND response_seconds < {Begins[i + 1] * 60})"
            : $"count(*) FILTER (WHERE response_seconds >= {from * 60})"))}
        FROM leads WHERE agency_id = @agency AND created_at >= @since AND created_at < @until
        """;

    /// <summary>
    /// Counts leads by the time to their first answer. They are those created in the last <c>days</c> days; the time is that from the first contact
    /// to the first answer by a person.
    /// </summary>
    public static Task<Results<Ok<ResponseTimesAnswer>, ProblemHttpResult>> Get(
        [Whole(1, Days.Most, Default = Days.Default)] string? days, Ask ask, CancellationToken cancel) =>
        ask.About(days, (sql, window) => Handle(window, sql, cancel), cancel);

    public static async ValueTask<ResponseTimesAnswer> Handle(Window window, SqlReader sql, CancellationToken cancel) => (await sql.First(
        Sql,
        row =>
        {
            var unanswered = row.Long();
            return new ResponseTimesAnswer([.. Begins.Select((from, i) => new ResponseRange(from, i + 1 < Begins.Length ? Begins[i + 1] : null, row.Long()))], unanswered);
        },
        cancel,
        ("since", window.Since),
        ("until", window.Until)))!;
}
