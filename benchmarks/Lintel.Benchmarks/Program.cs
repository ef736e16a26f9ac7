using Lintel.Benchmarks;

// ./dev bench [NAME…]: without a name, all of them. LINTEL_PROGRAM is the published program that is started, filled and measured.
var benches = new Dictionary<string, Func<Report, Task>>(StringComparer.Ordinal)
{
    ["api"] = ApiBench.Run,
    ["postgres"] = PostgresBench.Run,
    ["access"] = AccessBench.Run,
    ["scale"] = ScaleBench.Run,
    ["start"] = StartBench.Run,
    ["understanding"] = UnderstandingBench.Run,
    ["matching"] = MatchingBench.Run,
    ["export"] = ExportBench.Run,
    ["pages"] = PageBench.Run,
};
var wanted = args.Length > 0 ? args : [.. benches.Keys];
if (wanted.FirstOrDefault(name => !benches.ContainsKey(name)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no benchmark {unknown}; there are {string.Join(", ", benches.Keys)}.");
    return 2;
}

var report = new Report(Console.Out);
foreach (var name in wanted)
{
    await benches[name](report);
}

return 0;
