namespace Lintel.Analytics;

/// <summary>The time that analytics look at: of a call, so many days of 24 hours that end now; of a page, days of the agency's calendar.</summary>
/// <param name="Days">How many.</param>
/// <param name="Since">
/// Where it begins, on a whole minute: a window that slid with every millisecond would be another question each time, and no answer could be
/// given twice. It is at most a minute longer than asked.
/// </param>
public readonly record struct Window(int Days, DateTime Since)
{
    /// <summary>Later than anything that is kept.</summary>
    private static readonly DateTime Never = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Where it ends; what happens at that moment is no longer in it. Without a word, it ends now.</summary>
    public DateTime Until { get; init; } = Never;

    /// <summary>The first midnight of UTC in it: from there on, the figures kept by day are added up; what lies before is counted.</summary>
    public DateTime WholeDays => Since.TimeOfDay == TimeSpan.Zero ? Since : Since.Date.AddDays(1);

    /// <summary>The last midnight of UTC in it: what lies after is counted, too.</summary>
    public DateTime WholeDaysEnd => Until.Date;

    public static Window Of(int days, DateTime now) =>
        new(days, now.AddDays(-days).AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)));
}
