using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Analytics;

/// <summary>The edge of every chart: reads the window, asks the database once, and gives the same answer again until something is committed.</summary>
public sealed class Ask(Reading sql, Remembered remembered, Caller caller, TimeProvider clock)
{
    /// <summary>Answers a question about the last <paramref name="days"/> days.</summary>
    public async Task<Results<Ok<T>, ProblemHttpResult>> About<T>(
        string? days, Func<SqlReader, Window, ValueTask<T>> question, CancellationToken cancel)
        where T : class
    {
        var check = new Check(caller.Agency);
        var window = Window.Of(Days.Read(check, days), clock.Now());
        return check.Failed
            ? Problems.Of(check.Refusal)
            : TypedResults.Ok(await Once(window, () => question(sql, window), cancel));
    }

    /// <summary>Answers a question about the calendar days, today the last, where the agency is.</summary>
    public async Task<Results<Ok<T>, ProblemHttpResult>> ByDay<T>(
        string? days, Func<SqlReader, IReadOnlyList<DateOnly>, Agency, ValueTask<T>> question, CancellationToken cancel)
        where T : class
    {
        var check = new Check(caller.Agency);
        var count = Days.Read(check, days);
        if (check.Failed)
        {
            return Problems.Of(check.Refusal);
        }

        var today = caller.Agency.DayOf(clock.Now());
        return TypedResults.Ok(await Once(
            (count, today),
            () => question(sql, [.. Enumerable.Range(0, count).Select(i => today.AddDays(i + 1 - count))], caller.Agency),
            cancel));
    }

    /// <summary>Answers a question about the agency as it stands.</summary>
    public async Task<Ok<T>> Now<T>(Func<SqlReader, ValueTask<T>> question, CancellationToken cancel)
        where T : class => TypedResults.Ok(await Once(0, () => question(sql), cancel));

    // The answer's type names the question.
    private ValueTask<T> Once<T>(object period, Func<ValueTask<T>> question, CancellationToken cancel)
        where T : class => remembered.Get((typeof(T), caller.Agency.Id, period), question, cancel);
}
