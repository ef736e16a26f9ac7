using Lintel.Data;

namespace Lintel.Analytics;

/// <summary>The time that analytics look at: of a call, so many days of 24 hours that end now; of a page, days of the agency's calendar.</summary>
/// <param name="Days">How many.</param>
/// <param name="Since">
/// Where it begins, on a whole minute: a window that slid with every millisecond would be another question each time, and no answer could be
/// given twice. It is at most a minute longer than asked.
/// </param>
public readonly record struct Window(int Days, DateTime Since)
{
    /// <summary>Where it ends; what happens at that moment is no longer in it. Without a word, it ends now.</summary>
    public DateTime Until { get; init; } = WholeSpans.Never;

    /// <summary>The first midnight of UTC in it: from there on, the figures kept by day are added up; what lies before is counted.</summary>
    public DateTime WholeDays => WholeSpans.Within(Since, Until, WholeSpans.Day).From;

    /// <summary>The last midnight of UTC in it: what lies after is counted, too.</summary>
    public DateTime WholeDaysEnd => WholeSpans.Within(Since, Until, WholeSpans.Day).To;

    /// <summary>Where the first whole week in it begins: from there on, the figures kept by week are added up.</summary>
    public DateTime WholeWeeks => WholeSpans.Within(Since, Until, WholeSpans.Week).From;

    /// <summary>Where the last whole week in it ends.</summary>
    public DateTime WholeWeeksEnd => WholeSpans.Within(Since, Until, WholeSpans.Week).To;

    public static Window Of(int days, DateTime now) =>
        new(days, now.AddDays(-days).AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)));
}
