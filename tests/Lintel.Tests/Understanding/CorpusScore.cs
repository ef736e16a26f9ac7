using System.Globalization;
using System.Text;
using Lintel.Understanding;

namespace Lintel.Tests.Understanding;

/// <summary>Counts facts found, missed and made up, per field. Each value of a list is a fact.</summary>
internal sealed class CorpusScore
{
    private readonly Dictionary<string, (int Right, int Wrong, int Missed)> fields = Corpus.Fields.ToDictionary(field => field, _ => (0, 0, 0));
    private readonly StringBuilder misses = new();

    /// <summary>The harmonic mean of precision and recall over all facts.</summary>
    internal double Overall => F1(Total());

    internal static CorpusScore Of(IEnumerable<CorpusMessage> messages)
    {
        var score = new CorpusScore();
        foreach (var message in messages)
        {
            score.Add(message, Corpus.FactsOf(MessageUnderstanding.Of(message.Text, Corpus.Today, Gazetteer.HongKong)));
        }

        return score;
    }

    /// <summary>Precision, recall and F1 per field, then every message that was not understood wholly.</summary>
    internal string Report()
    {
        var report = new StringBuilder();
        report.AppendLine(CultureInfo.InvariantCulture, $"{"field",-20} {"facts",6} {"precision",9} {"recall",7} {"F1",6}");
        foreach (var (field, count) in fields)
        {
            Append(report, field, count);
        }

        Append(report, "overall", Total());
        return report.Append(misses).ToString();
    }

    private static void Append(StringBuilder report, string field, (int Right, int Wrong, int Missed) count) =>
        report.AppendLine(CultureInfo.InvariantCulture,
            $"{field,-20} {count.Right + count.Missed,6} {Precision(count),9:0.000} {Recall(count),7:0.000} {F1(count),6:0.000}");

    private static double Precision((int Right, int Wrong, int Missed) count) => count.Right + count.Wrong == 0 ? 1
        : (double)count.Right / (count.Right + count.Wrong);

    private static double Recall((int Right, int Wrong, int Missed) count) => count.Right + count.Missed == 0 ? 1
        : (double)count.Right / (count.Right + count.Missed);

    private static double F1((int Right, int Wrong, int Missed) count) =>
        2.0 * count.Right / Math.Max(1, (2 * count.Right) + count.Wrong + count.Missed);

    private void Add(CorpusMessage message, Dictionary<string, IReadOnlyList<string>> found)
    {
        foreach (var field in Corpus.Fields)
        {
            var expected = message.Expected.GetValueOrDefault(field, []);
            var right = expected.Intersect(found[field]).Count();
            var (wrong, missed) = (found[field].Count - right, expected.Count - right);
            var total = fields[field];
            fields[field] = (total.Right + right, total.Wrong + wrong, total.Missed + missed);
            if (!expected.SequenceEqual(found[field]))
            {
                misses.AppendLine(CultureInfo.InvariantCulture,
                    $"{field}: expected [{string.Join("; ", expected)}], found [{string.Join("; ", found[field])}] in: {message.Text}");
            }
        }
    }

    private (int Right, int Wrong, int Missed) Total() =>
        (fields.Values.Sum(count => count.Right), fields.Values.Sum(count => count.Wrong), fields.Values.Sum(count => count.Missed));
}
