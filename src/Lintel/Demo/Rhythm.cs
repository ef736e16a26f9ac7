using Lintel.Model;

namespace Lintel.Demo;

/// <summary>
/// When people ask: more each month, most in summer, least around the Chinese New Year; more on some weekdays; at lunch and in the evening.
/// </summary>
public sealed class Rhythm(Agency agency, long seed, DateTime now)
{
    /// <summary>How far back the agency's books go.</summary>
    public const int Days = 410;

    private static readonly double[] Month = [1.0, 0.72, 0.95, 1.0, 1.08, 1.25, 1.35, 1.3, 1.1, 0.98, 0.95, 0.78];
    private static readonly double[] Weekday = [1.12, 1.1, 1.02, 0.98, 0.95, 0.98, 1.05]; // from Sunday
    private static readonly double[] Hour = [2, 1, 0.5, 0.3, 0.3, 0.5, 1, 2, 4, 6, 7, 7.5, 9, 9, 7, 6.5, 6, 6.5, 8, 10, 12, 12, 9, 5];
    private static readonly int[] Hours = [.. Enumerable.Range(0, 24)];
    private static readonly double[] HourSum = Dice.Running(Hour);

    private readonly DateOnly _first = agency.DayOf(now).AddDays(-Days);

    public DateTime From => agency.StartOf(_first);

    /// <summary>The moments at which so many leads come, in order.</summary>
    public IEnumerable<DateTime> Times(long leads)
    {
        var weights = new double[Days + 1];
        for (var day = 0; day <= Days; day++)
        {
            weights[day] = Weight(day);
        }

        // The last day has come only so far.
        var today = agency.StartOf(_first.AddDays(Days));
        weights[Days] *= Part(now - today);
        var sums = Dice.Running(weights);
        var done = 0L;
        for (var day = 0; day <= Days; day++)
        {
            var until = day == Days ? leads : (long)Math.Round(leads * sums[day] / sums[^1]);
            foreach (var time in Day(day, (int)(until - done)))
            {
                yield return time;
            }

            done = until;
        }
    }

    private double Weight(int day)
    {
        var date = _first.AddDays(day);
        var growth = 1 + (0.6 * day / Days);
        return growth * Month[date.Month - 1] * Weekday[(int)date.DayOfWeek] * Dice.For(seed, "day", day).Around(1, 0.15);
    }

    private List<DateTime> Day(int day, int count)
    {
        var dice = Dice.For(seed, "times", day);
        var start = agency.StartOf(_first.AddDays(day));
        var most = day == Days ? now - start : TimeSpan.FromDays(1);
        var times = new List<DateTime>(count);
        while (times.Count < count)
        {
            var hours = dice.Weighted(Hours, HourSum) + dice.Unit();
            var at = TimeSpan.FromMilliseconds((long)(hours * 3_600_000));
            times.Add(start + (at < most ? at : TimeSpan.FromMilliseconds((long)(most.TotalMilliseconds * dice.Unit()))));
        }

        times.Sort();
        return times;
    }

    /// <summary>The part of a day's leads that has come by a time of day.</summary>
    private static double Part(TimeSpan time)
    {
        var hour = Math.Clamp(time.TotalHours, 0, 23.999);
        var whole = (int)hour;
        return ((whole == 0 ? 0 : HourSum[whole - 1]) + (Hour[whole] * (hour - whole))) / HourSum[^1];
    }
}
