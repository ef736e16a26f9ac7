using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Lintel.Tests.Running;

/// <summary>The program as an operator runs it: a process of its own on a free port, which can be told to stop, or killed.</summary>
public sealed partial class RunningLintel : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _reading;
    private readonly Task<string> _setUp;

    private RunningLintel(Process process, Uri address, Task<string> setUp, Task reading)
    {
        (_process, _setUp, _reading) = (process, setUp, reading);
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public HttpClient Http { get; }

    public Uri Address => Http.BaseAddress!;

    /// <summary>How the system knows it.</summary>
    public int ProcessId => _process.Id;

    /// <summary>The page that its log says to begin at, once it says so.</summary>
    public Task<string> SetUp => _setUp.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    /// <summary>Starts it and waits until it listens.</summary>
    public static Task<RunningLintel> Start(string data, string? database, params (string Name, string Value)[] settings) =>
        Start(LintelProgram.Command(data, database, "serve"), settings);

    public static async Task<RunningLintel> Start(ProcessStartInfo start, params (string Name, string Value)[] settings)
    {
        foreach (var (name, value) in (IEnumerable<(string, string)>)[("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("LINTEL_OPEN_API", "true"), ("LINTEL_RATE_LIMIT", "off"), .. settings])
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var listens = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var setUp = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = Read(process, listens, setUp);
        return new(process, await listens.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken), setUp.Task, reading);
    }

    /// <summary>Ends it between two instructions.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Tells it to stop, as a service manager does, and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Stop()
    {
        await Terminate();
        return await Ended();
    }

    /// <returns>Its exit code, once it has one.</returns>
    public async Task<int> Ended()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public Task Terminate() => Signal("TERM");

    /// <summary>Holds it where it is.</summary>
    public Task Freeze() => Signal("STOP");

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _reading;
        _process.Dispose();
    }

    private async Task Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Reads on, so that it never waits for its reader.</summary>
    private static async Task Read(Process process, TaskCompletionSource<Uri> listens, TaskCompletionSource<string> setUp)
    {
        var complaints = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening.Match(line) is { Success: true } found)
            {
                listens.TrySetResult(new Uri(found.Groups[1].Value));
            }

            if (SettingUp.Match(line) is { Success: true } link)
            {
                setUp.TrySetResult(link.Value);
            }
        }

        listens.TrySetException(new InvalidOperationException($"lintel did not start: {await complaints}"));
    }

    [GeneratedRegex(@"Now listening on: (http://[\d.]+:\d+)")]
    private static partial Regex Listening { get; }

    [GeneratedRegex(@"/app/setup\?token=[\w-]+")]
    private static partial Regex SettingUp { get; }
}
