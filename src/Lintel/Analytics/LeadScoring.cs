using Lintel.Data;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Analytics;

/// <summary>The leads with a score in one range.</summary>
/// <param name="Range">The range of scores: from and to, both included.</param>
/// <param name="Label">The range in words.</param>
/// <param name="Count">How many leads have such a score now.</param>
/// <param name="Converted">Of them, those that are converted now.</param>
/// <param name="ConversionRate">Converted ÷ all of the range, per cent; 0 when it is empty.</param>
public sealed record ScoreRange(string Range, string Label, long Count, long Converted, decimal ConversionRate);

/// <summary>The leads in one status.</summary>
/// <param name="Status">The status they are in now.</param>
/// <param name="AvgScore">Their average score, 0–100.</param>
/// <param name="Count">How many they are.</param>
public sealed record StatusScore(LeadStatus Status, decimal? AvgScore, long Count);

/// <summary>How scores are spread, and what they foretell.</summary>
/// <param name="ScoreDistribution">Five ranges, always all of them, lowest first.</param>
/// <param name="StatusScores">The statuses that leads are in, in their order.</param>
public sealed record ScoringAnalysis(IReadOnlyList<ScoreRange> ScoreDistribution, IReadOnlyList<StatusScore> StatusScores);

/// <summary>How scores are spread over all leads.</summary>
/// <param name="ScoringAnalysis">By score, and by status.</param>
public sealed record LeadScoringAnswer(ScoringAnalysis ScoringAnalysis)
{
    public bool Success => true;
}

public static class LeadScoring
{
    private const string Sql = """
        SELECT status, score, sum(leads) FROM lead_scores WHERE agency_id = @agency GROUP BY status, score HAVING sum(leads) > 0 ORDER BY status, score
        """;

    private static readonly (int From, int To, string Label)[] Ranges =
        [(0, 20, "Very Low"), (21, 40, "Low"), (41, 60, "Medium"), (61, 80, "High"), (81, 100, "Very High")];

    /// <summary>Shows how scores are spread. Of all leads: how many have a score in each range, how many of those are converted, and the average in each status.</summary>
    public static Task<Ok<LeadScoringAnswer>> Get(Ask ask, CancellationToken cancel) => ask.Now(sql => Handle(sql, cancel), cancel);

    public static async ValueTask<LeadScoringAnswer> Handle(SqlReader sql, CancellationToken cancel)
    {
        var scores = await sql.List(Sql, row => (Status: row.Enum<LeadStatus>(), Score: row.Int(), Leads: row.Long()), cancel);
        return new(new(
            [.. Ranges.Select(range =>
            {
                var within = scores.Where(s => s.Score >= range.From && s.Score <= range.To).ToList();
                var (count, converted) = (within.Sum(s => s.Leads), within.Where(s => s.Status == LeadStatus.Converted).Sum(s => s.Leads));
                return new ScoreRange($"{range.From}-{range.To}", range.Label, count, converted, Rate.Of(converted, count));
            })],
            [.. scores.GroupBy(s => s.Status).Select(status =>
            {
                var count = status.Sum(s => s.Leads);
                return new StatusScore(status.Key, Rate.Mean(status.Sum(s => s.Score * s.Leads), count), count);
            })]));
    }
}
