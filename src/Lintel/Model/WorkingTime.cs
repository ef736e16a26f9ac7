using System.Globalization;
using System.Text.RegularExpressions;

namespace Lintel.Model;

/// <summary>A stretch of a day on which the agency works, by its own clocks.</summary>
/// <remarks>Written as schema.org writes opening hours: <c>Mo 09:30-18:30</c>, and <c>Mo-Fr 09:30-18:30</c> for the same on several days.</remarks>
public readonly partial record struct WorkingTime(DayOfWeek Day, TimeOnly From, TimeOnly To)
{
    /// <summary>The days of a week as they are written, from Monday on.</summary>
    public static readonly IReadOnlyList<string> Days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    /// <summary>What is meant by one entry, a stretch for each of its days; empty when it cannot be read.</summary>
    public static IReadOnlyList<WorkingTime> Read(string text)
    {
        var match = Entry().Match(text);
        if (!match.Success || !TimeOnly.TryParseExact(match.Groups["from"].Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            || !TimeOnly.TryParseExact(match.Groups["to"].Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to) || to <= from)
        {
            return [];
        }

        var first = Index(match.Groups["first"].Value);
        var last = match.Groups["last"] is { Success: true } named ? Index(named.Value) : first;
        var days = ((last - first + 7) % 7) + 1;
        return [.. Enumerable.Range(first, days).Select(day => new WorkingTime(Named(day % 7), from, to))];
    }

    /// <summary>A whole week in the form it is kept in: a stretch an entry, from Monday on. Null when an entry cannot be read or two overlap.</summary>
    public static IReadOnlyList<WorkingTime>? Week(IEnumerable<string> entries)
    {
        var week = new List<WorkingTime>();
        foreach (var entry in entries)
        {
            var read = Read(entry);
            if (read.Count == 0)
            {
                return null;
            }

            week.AddRange(read);
        }

        week = [.. week.OrderBy(time => Index(time.Day)).ThenBy(time => time.From)];
        return week.Zip(week.Skip(1)).All(pair => pair.First.Day != pair.Second.Day || pair.First.To <= pair.Second.From) ? week : null;
    }

    /// <summary>When work next begins, after a moment of the agency's clocks; null for an agency that has not said when it works.</summary>
    public static DateTime? NextStart(IReadOnlyList<WorkingTime> week, DateTime after) => week
        .Select(time => after.Date.AddDays(((int)time.Day - (int)after.DayOfWeek + 7) % 7) + time.From.ToTimeSpan())
        .Min(start => (DateTime?)(start > after ? start : start.AddDays(7)));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Days[Index(Day)]} {From:HH:mm}-{To:HH:mm}");

    private static int Index(DayOfWeek day) => ((int)day + 6) % 7;

    private static int Index(string day) => Enumerable.Range(0, 7).First(index => Days[index].Equals(day, StringComparison.OrdinalIgnoreCase));

    private static DayOfWeek Named(int index) => (DayOfWeek)((index + 1) % 7);

    [GeneratedRegex("^(?<first>Mo|Tu|We|Th|Fr|Sa|Su)(-(?<last>Mo|Tu|We|Th|Fr|Sa|Su))? (?<from>[0-9]{2}:[0-9]{2})-(?<to>[0-9]{2}:[0-9]{2})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();
}
