using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lintel.Tests.Running;

/// <summary>A Redis server of Debian's package on loopback, which keeps nothing on disk and is gone with this process.</summary>
public sealed class RedisProcess : IDisposable
{
    private readonly Process _process;
    private bool _isGone;

    private RedisProcess(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>What an operator would set as <c>REDIS_URL</c>.</summary>
    public Uri Address => new($"redis://127.0.0.1:{Port}/0");

    /// <param name="port">Where it listens; null is wherever there is room.</param>
    public static async Task<RedisProcess> Start(int? port = null)
    {
        var at = port ?? FreePort();

        // Its standard input is closed when this process ends, and with that it ends, too.
        var process = Process.Start(new ProcessStartInfo(
            "bash", ["-c", "redis-server --port $0 --bind 127.0.0.1 --save '' --appendonly no <&- & trap \"kill -9 $!\" EXIT; read -r _", $"{at}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new(process, at);
            }
        }

        throw new InvalidOperationException("Redis did not start.");
    }

    /// <summary>What <c>redis-cli</c> says to a command.</summary>
    public async Task<string> Ask(params string[] command)
    {
        using var client = Process.Start(new ProcessStartInfo("redis-cli", ["-p", $"{Port}", .. command]) { RedirectStandardOutput = true })!;
        return (await client.StandardOutput.ReadToEndAsync()).TrimEnd();
    }

    /// <summary>Ends it at once, as in a crash.</summary>
    public void Dispose()
    {
        if (_isGone)
        {
            return;
        }

        _isGone = true;
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
