using System.Net.Mime;
using Lintel.Http.Limits;
using Lintel.Spreadsheets;

namespace Lintel.Analytics;

public static class AnalyticsApi
{
    public static void MapAnalytics(this IEndpointRouteBuilder app)
    {
        var analytics = app.MapGroup("/analytics").WithTags("Analytics");
        analytics.MapGet("dashboard", Dashboard.Get);
        analytics.MapGet("leads-trend", LeadsTrend.Get);
        analytics.MapGet("source-performance", SourcePerformance.Get);
        analytics.MapGet("agent-comparison", AgentComparison.Get);
        analytics.MapGet("property-performance", PropertyPerformance.Get);
        analytics.MapGet("funnel", Funnel.Get);
        analytics.MapGet("response-times", ResponseTimes.Get);
        analytics.MapGet("lead-scoring", LeadScoring.Get);
        analytics.MapGet("export", Export.Get)
            .Produces(StatusCodes.Status200OK, contentType: CsvZip.ContentType)
            .Produces(StatusCodes.Status200OK, contentType: Xlsx.ContentType)
            .Produces<ExportAnswer>(contentType: MediaTypeNames.Application.Json)
            .Costs(20)
            .DisableRequestTimeout();
    }
}
