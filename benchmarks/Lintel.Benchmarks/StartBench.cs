namespace Lintel.Benchmarks;

/// <summary>From the start of the process to the first healthy answer, on a database that exists; and what the process takes when idle.</summary>
public static class StartBench
{
    private const int Starts = 7;

    public static async Task Run(Report report)
    {
        var folder = await Published.Demo(100_000);
        var times = new List<double>();
        double idle = 0;
        for (var i = 0; i < Starts; i++)
        {
            await using var lintel = await Published.Serve(folder);
            times.Add(lintel.HealthyAfter.TotalSeconds);
            idle = Math.Max(idle, lintel.Megabytes);
        }

        times.Sort();
        var median = times[Starts / 2];
        report.Line("healthy after lintel serve", $"{median:0.00} s (slowest {times[^1]:0.00} s)", "1.5 s", median < 1.5);
        report.Line("resident when idle", $"{idle:0} MB", "150 MB", idle < 150);
    }
}
