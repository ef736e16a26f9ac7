using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Lintel.Benchmarks;

/// <summary>The published program, run as an operator would.</summary>
public sealed class Published : IAsyncDisposable
{
    private static readonly string Program = Environment.GetEnvironmentVariable("LINTEL_PROGRAM")
        ?? throw new InvalidOperationException("LINTEL_PROGRAM must name the published program; ./dev bench sets it.");

    private readonly Process _process;

    private Published(Process process, Uri address, TimeSpan healthyAfter) => (_process, Address, HealthyAfter) = (process, address, healthyAfter);

    public Uri Address { get; }

    /// <summary>From the start of the process to the first healthy answer.</summary>
    public TimeSpan HealthyAfter { get; }

    /// <summary>Resident memory, in megabytes.</summary>
    public double Megabytes => Memory("VmRSS:");

    /// <summary>The most resident memory there was since the start, in megabytes.</summary>
    public double PeakMegabytes => Memory("VmHWM:");

    /// <summary>A folder with a made-up agency; made once for each count of leads and listings and kept for the run.</summary>
    /// <param name="database">Where the agency is put when not into a file there.</param>
    public static async Task<string> Demo(int leads, int agents = 50, int properties = 2_000, string? database = null)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"lintel-bench-{Environment.ProcessId}-{leads}-{properties}{(database is null ? "" : "-elsewhere")}");
        if (!Directory.Exists(folder))
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
            Directory.CreateDirectory(folder);
            using var demo = Start(folder, database, null, "demo", "--leads", $"{leads}", "--agents", $"{agents}", "--properties", $"{properties}", "--seed", "1");
            await demo.WaitForExitAsync();
            if (demo.ExitCode != 0)
            {
                throw new InvalidOperationException($"lintel demo ended with {demo.ExitCode}.");
            }
        }

        return folder;
    }

    public static async Task<Published> Serve(string folder, string? database = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var started = Stopwatch.GetTimestamp();
        var process = Start(folder, database, address, "serve");
        using var http = new HttpClient { BaseAddress = address };
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync("/health");
                if (answer.IsSuccessStatusCode)
                {
                    return new(process, address, Stopwatch.GetElapsedTime(started));
                }
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                // Not listening yet: asked again at once, because what is measured is when it does.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Start(string folder, string? database, Uri? address, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true };
        start.Environment["LINTEL_DATA"] = folder;
        start.Environment["DATABASE_URL"] = database;
        start.Environment["LINTEL_AUTO_MIGRATE"] = "true";
        start.Environment["LINTEL_OPEN_API"] = "true";
        start.Environment["LINTEL_RATE_LIMIT"] = "off";
        start.Environment["ASPNETCORE_URLS"] = address?.ToString().TrimEnd('/');
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private double Memory(string field) =>
        File.ReadLines($"/proc/{_process.Id}/status").Where(line => line.StartsWith(field, StringComparison.Ordinal))
            .Select(line => double.Parse(line[field.Length..^"kB".Length], CultureInfo.InvariantCulture) / 1024).First();
}
