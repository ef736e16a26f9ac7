namespace Lintel.Data;

/// <summary>The whole days or weeks of UTC in a stretch of time: figures are kept by these, and what lies before and after them in the stretch is counted.</summary>
public static class WholeSpans
{
    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Of those counted from 1 January 1970.</summary>
    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>Later than anything that is kept, and where a day and a week end: nothing is left to be counted after it.</summary>
    public static readonly DateTime Never = Beginning(new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Week);

    /// <summary>Where the first begins and the last ends; of a stretch that lies within one, its own beginning twice, so that all of it comes after.</summary>
    public static (DateTime From, DateTime To) Within(DateTime since, DateTime until, TimeSpan span)
    {
        var (from, to) = (Beginning(since.AddTicks(span.Ticks - 1), span), Beginning(until, span));
        return from <= to ? (from, to) : (since, since);
    }

    private static DateTime Beginning(DateTime time, TimeSpan span)
    {
        var into = (time - DateTime.UnixEpoch).Ticks % span.Ticks;
        return time.AddTicks(into < 0 ? -into - span.Ticks : -into);
    }
}
