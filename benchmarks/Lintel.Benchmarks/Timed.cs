using System.Diagnostics;

namespace Lintel.Benchmarks;

/// <summary>One call after another, each timed whole.</summary>
public static class Timed
{
    /// <param name="http">To the server.</param>
    /// <param name="path">What is got.</param>
    /// <param name="warmUp">How many calls are not counted, before those that are.</param>
    /// <param name="count">How many are counted.</param>
    /// <param name="before">What is done before each, and not timed.</param>
    /// <returns>Milliseconds.</returns>
    public static async Task<double> Median(HttpClient http, string path, int warmUp, int count, Action? before = null)
    {
        var times = new double[count];
        for (var call = -warmUp; call < count; call++)
        {
            before?.Invoke();
            var started = Stopwatch.GetTimestamp();
            await http.GetStringAsync(new Uri(path, UriKind.Relative));
            if (call >= 0)
            {
                times[call] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        }

        return Middle(times);
    }

    /// <summary>The median of an odd number of figures.</summary>
    public static double Middle(double[] figures) => figures.Order().ElementAt(figures.Length / 2);
}
