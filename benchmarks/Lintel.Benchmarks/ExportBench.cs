namespace Lintel.Benchmarks;

/// <summary>The memory that an export of a million leads takes, in each format.</summary>
public static class ExportBench
{
    private const int Leads = 1_000_000;
    private const double Most = 300;

    public static async Task Run(Report report)
    {
        var folder = await Published.Demo(Leads);
        foreach (var format in (string[])["json", "csv", "xlsx"])
        {
            await using var lintel = await Published.Serve(folder);
            using var http = new HttpClient { BaseAddress = lintel.Address, Timeout = Timeout.InfiniteTimeSpan };
            await using var body = await http.GetStreamAsync($"/analytics/export?days=3650&format={format}");
            var buffer = new byte[1024 * 1024];
            long bytes = 0;
            for (int read; (read = await body.ReadAsync(buffer)) > 0;)
            {
                bytes += read;
            }

            report.Line($"peak memory while exporting {Leads} leads as {format}", $"{lintel.PeakMegabytes:0} MB ({bytes / 1e6:0} MB sent)", $"{Most:0} MB", lintel.PeakMegabytes < Most);
        }
    }
}
