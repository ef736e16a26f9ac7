using System.Diagnostics;
using System.Text.Json;
using Lintel.Understanding;

namespace Lintel.Benchmarks;

/// <summary>How many messages are understood in a minute on one core, and how long one of 10,000 characters takes.</summary>
public static class UnderstandingBench
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(2);

    private const double MessagesPerMinute = 500_000;
    private const double LongMessageMilliseconds = 5;

    /// <summary>Runs over the messages of the corpus, which stands beside the program.</summary>
    public static Task Run(Report report)
    {
        var messages = ReadCorpus();
        var start = Stopwatch.GetTimestamp();
        ReadOnce(messages);
        var first = Stopwatch.GetElapsedTime(start);
        for (var warm = 0; warm < 30; warm++)
        {
            ReadOnce(messages);
        }

        var count = 0L;
        start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Duration)
        {
            count += ReadOnce(messages);
        }

        var perMinute = count / Stopwatch.GetElapsedTime(start).TotalMinutes;
        report.Line("messages understood per minute on one core", $"{perMinute:N0}", $"{MessagesPerMinute:N0}", perMinute >= MessagesPerMinute);

        var joined = string.Join(" ", messages);
        var longMessage = joined.Length >= 10_000 ? joined[..10_000] : joined.PadRight(10_000, '萬');
        var slowest = new[] { longMessage, new string('萬', 10_000), string.Concat(Enumerable.Repeat("not TST, ", 1_112)),
            string.Concat(Enumerable.Repeat("a.", 5_000)) }
            .Max(LongestOf);
        report.Line(
            "a message of 10,000 characters, the slowest of four kinds", $"{slowest:0.00} ms", $"{LongMessageMilliseconds:0} ms", slowest < LongMessageMilliseconds);
        report.Line("the first pass over the corpus, loading included", $"{first.TotalMilliseconds:0} ms");
        return Task.CompletedTask;
    }

    // The median of many runs: one pause of the collector is not the message's doing.
    private static double LongestOf(string text)
    {
        var times = new List<double>();
        for (var run = 0; run < 51; run++)
        {
            var start = Stopwatch.GetTimestamp();
            MessageUnderstanding.Of(text, Today, Gazetteer.HongKong);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }

    private static int ReadOnce(List<string> messages)
    {
        foreach (var message in messages)
        {
            MessageUnderstanding.Of(message, Today, Gazetteer.HongKong);
        }

        return messages.Count;
    }

    private static List<string> ReadCorpus()
    {
        var messages = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Understanding", "corpus.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            messages.Add(document.RootElement.GetProperty("text").GetString()!);
        }

        return messages;
    }
}
