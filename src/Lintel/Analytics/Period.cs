using System.Globalization;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Analytics;

/// <summary>The calendar days that the page of analytics looks at, where the agency is: both of them, and all between, whole.</summary>
public sealed record Period(DateOnly From, DateOnly To)
{
    public const int Usual = 30;

    /// <summary>What one can choose with a click.</summary>
    public static readonly IReadOnlyList<int> Choices = [7, 30, 90, 365];

    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>As many days right before, to compare with.</summary>
    public Period Before => new(From.AddDays(-Days), From.AddDays(-1));

    public IReadOnlyList<DateOnly> Calendar => [.. Enumerable.Range(0, Days).Select(From.AddDays)];

    /// <summary>So many days of which today is the last.</summary>
    public static Period Last(int days, DateOnly today) => new(today.AddDays(1 - days), today);

    /// <summary>The instants it begins and ends.</summary>
    public Window In(Agency agency) => new(Days, agency.StartOf(From)) { Until = agency.StartOf(To.AddDays(1)) };

    /// <summary>Reads what an address asks for: <c>from</c> and <c>to</c>, either of which may be open, or the last <c>days</c> days.</summary>
    public static Outcome<Period> Read(string? days, string? from, string? to, Agency agency, DateOnly today)
    {
        var check = new Check(agency);
        var last = Day(check, "to", to) ?? today;
        var first = Day(check, "from", from);
        var count = Http.Days.Read(check, days);
        if (first > last)
        {
            check.Error("to", "must not be before from");
        }
        else if (last.DayNumber - first?.DayNumber >= Http.Days.Most)
        {
            check.Error("from", $"must be at most {Http.Days.Most} days before to");
        }

        return check.Failed ? check.Refusal : first is { } day ? new Period(day, last) : Last(count, last);
    }

    private static DateOnly? Day(Check check, string field, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        // With room for as many days before, and the instants that they begin.
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1950 and <= 9000)
        {
            return day;
        }

        check.Error(field, "must be a date (YYYY-MM-DD)");
        return null;
    }
}
