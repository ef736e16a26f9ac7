namespace Lintel.Analytics;

/// <summary>The time an analytics call looks at: so many days of 24 hours that end now.</summary>
/// <param name="Days">How many.</param>
/// <param name="Since">
/// Where it begins, on a whole minute: a window that slid with every millisecond would be another question each time, and no answer could be
/// given twice. It is at most a minute longer than asked.
/// </param>
public readonly record struct Window(int Days, DateTime Since)
{
    /// <summary>The first midnight of UTC in it: from there on, the figures kept by day are added up; what lies before is counted.</summary>
    public DateTime WholeDays => Since.TimeOfDay == TimeSpan.Zero ? Since : Since.Date.AddDays(1);

    public static Window Of(int days, DateTime now) =>
        new(days, now.AddDays(-days).AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)));
}
