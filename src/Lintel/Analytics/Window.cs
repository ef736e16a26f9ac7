namespace Lintel.Analytics;

/// <summary>The time that analytics look at: of a call, so many days of 24 hours that end now; of a page, days of the agency's calendar.</summary>
/// <param name="Days">How many.</param>
/// <param name="Since">
/// Where it begins, on a whole minute: a window that slid with every millisecond would be another question each time, and no answer could be
/// given twice. It is at most a minute longer than asked.
/// </param>
public readonly record struct Window(int Days, DateTime Since)
{
    private const long Week = 7 * TimeSpan.TicksPerDay;

    /// <summary>Later than anything that is kept, and where a week ends: nothing is left to be counted after it.</summary>
    private static readonly DateTime Never = Beginning(new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Week);

    /// <summary>Where it ends; what happens at that moment is no longer in it. Without a word, it ends now.</summary>
    public DateTime Until { get; init; } = Never;

    /// <summary>The first midnight of UTC in it: from there on, the figures kept by day are added up; what lies before is counted.</summary>
    public DateTime WholeDays => Whole(TimeSpan.TicksPerDay).From;

    /// <summary>The last midnight of UTC in it: what lies after is counted, too.</summary>
    public DateTime WholeDaysEnd => Whole(TimeSpan.TicksPerDay).To;

    /// <summary>Where the first whole week in it begins, of those counted from 1 January 1970: from there on, the figures kept by week are added up.</summary>
    public DateTime WholeWeeks => Whole(Week).From;

    /// <summary>Where the last whole week in it ends.</summary>
    public DateTime WholeWeeksEnd => Whole(Week).To;

    /// <summary>The whole spans of time in it; where it lies within one, none, and all of it comes after.</summary>
    private (DateTime From, DateTime To) Whole(long span)
    {
        var (from, to) = (Beginning(Since.AddTicks(span - 1), span), Beginning(Until, span));
        return from <= to ? (from, to) : (Since, Since);
    }

    private static DateTime Beginning(DateTime time, long span) => time.AddTicks(-((time - DateTime.UnixEpoch).Ticks % span));

    public static Window Of(int days, DateTime now) =>
        new(days, now.AddDays(-days).AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)));
}
