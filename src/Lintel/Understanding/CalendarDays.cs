namespace Lintel.Understanding;

/// <summary>From a day and month as said to a date: a day without a year is its next occurrence, and 31 stands for a month's last day.</summary>
internal static class CalendarDays
{
    /// <summary>No day was said: the first of the month.</summary>
    internal const int WholeMonth = 0;

    internal static DateOnly FirstOfNext(DateOnly today) => new DateOnly(today.Year, today.Month, 1).AddMonths(1);

    // 31 stands for the last day, whichever it is.
    internal static DateOnly InMonth(DateOnly month, int day) =>
        new(month.Year, month.Month, Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month)));

    internal static bool Resolve(DateOnly today, int month, int day, int? year, out DateOnly date)
    {
        date = default;
        if (month is < 1 or > 12 || day > 31 || day < 0)
        {
            return false;
        }

        // The month under way, named alone, has no first day left: nothing certain is said.
        if (day == WholeMonth && month == today.Month && (year ?? today.Year) == today.Year)
        {
            return false;
        }

        date = InMonth(new DateOnly(year ?? today.Year, month, 1), Math.Max(day, 1));
        if (year is null && date < today)
        {
            date = InMonth(new DateOnly(today.Year + 1, month, 1), Math.Max(day, 1));
        }

        return true;
    }
}
