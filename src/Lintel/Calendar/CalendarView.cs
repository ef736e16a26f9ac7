using System.Globalization;
using Lintel.Web;

namespace Lintel.Calendar;

/// <summary>Which days the calendar shows, as its address says.</summary>
/// <param name="Name">day, list, week or month.</param>
/// <param name="Day">One of the days shown, around which they lie.</param>
public sealed record CalendarView(string Name, DateOnly Day)
{
    public const string OneDay = "day";
    public const string Week = "week";
    public const string Month = "month";
    public const string List = "list";

    public static readonly string[] Names = [OneDay, List, Week, Month];

    private const int DaysOfList = 14;

    public static CalendarView Read(Here here, DateOnly today) => new(
        Names.FirstOrDefault(name => name == here.Get("view")) ?? Week,
        DateOnly.TryParseExact(here.Get("day"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 1900 and < 9000 ? day : today);

    /// <summary>The first day shown: of a week and a month a Monday.</summary>
    public DateOnly First => Name switch
    {
        OneDay or List => Day,
        Month => Monday(new DateOnly(Day.Year, Day.Month, 1)),
        _ => Monday(Day),
    };

    public int Count => Name switch
    {
        OneDay => 1,
        List => DaysOfList,
        Month => 42,
        _ => 7,
    };

    /// <summary>How many of what is planned on a day are shown; one day alone shows all that the API would list.</summary>
    public int MostOfDay => Name switch
    {
        OneDay => ListAgenda.Most,
        Month => 3,
        _ => 8,
    };

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, Count).Select(First.AddDays);

    /// <summary>The same view a step earlier or later.</summary>
    public DateOnly Step(int steps) => Name == Month ? Day.AddMonths(steps) : Day.AddDays(steps * Count);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
