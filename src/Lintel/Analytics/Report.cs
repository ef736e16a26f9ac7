using Lintel.Data;
using Lintel.Model;

namespace Lintel.Analytics;

/// <summary>All that the page of analytics shows of a period, and what it is compared with.</summary>
/// <param name="Scores">Of all leads as they are now, whatever the period.</param>
public sealed record Report(
    DashboardMetrics Now,
    DashboardMetrics Before,
    TrendData Trend,
    TrendData TrendBefore,
    FunnelCounts Funnel,
    IReadOnlyList<SourceFigures> Sources,
    IReadOnlyList<AgentFigures> Agents,
    IReadOnlyList<PropertyFigures> Properties,
    ResponseTimesAnswer Responses,
    IReadOnlyList<ScoreRange> Scores)
{
    /// <summary>Asks the same questions as the API, and gives the same report again until something is committed.</summary>
    public static ValueTask<Report> Of(Period period, Agency agency, SqlReader sql, Remembered remembered, CancellationToken cancel) =>
        remembered.Get((nameof(Report), agency.Id, period), () => Ask(period, agency, sql, cancel), cancel);

    private static async ValueTask<Report> Ask(Period period, Agency agency, SqlReader sql, CancellationToken cancel)
    {
        var (now, before) = (period.In(agency), period.Before.In(agency));
        return new(
            (await Dashboard.Handle(now, sql, cancel)).Metrics,
            (await Dashboard.Handle(before, sql, cancel)).Metrics,
            (await LeadsTrend.Handle(period.Calendar, agency, sql, cancel)).TrendData,
            (await LeadsTrend.Handle(period.Before.Calendar, agency, sql, cancel)).TrendData,
            (await Analytics.Funnel.Handle(now, sql, cancel)).Funnel.Counts,
            (await SourcePerformance.Handle(now, sql, cancel)).SourcePerformance,
            (await AgentComparison.Handle(now, sql, cancel)).AgentComparison,
            (await PropertyPerformance.Handle(now, sql, cancel)).PropertyPerformance,
            await ResponseTimes.Handle(now, sql, cancel),
            (await LeadScoring.Handle(sql, cancel)).ScoringAnalysis.ScoreDistribution);
    }
}
