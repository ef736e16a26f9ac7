using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lintel.Benchmarks;

/// <summary>What a load measured.</summary>
/// <param name="PerSecond">Answers per second.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
public sealed record Measured(double PerSecond, double Median, double P99, long Bytes);

/// <summary>
/// Sends requests over a number of connections, each with one request at a time, and reads the answers with as little work as it can: the
/// client shares the machine with what it measures.
/// </summary>
public static class Load
{
    /// <param name="request">The n-th request, counted over all connections.</param>
    public static async Task<Measured> Run(Uri server, int connections, TimeSpan duration, Func<long, byte[]> request)
    {
        var sent = new Counter();
        var started = Stopwatch.GetTimestamp();
        var until = started + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var runs = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => Connection(server, until, sent, request))));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var times = runs.SelectMany(run => run.Times).Order().ToArray();
        return new(times.Length / seconds, Milliseconds(times, 0.5), Milliseconds(times, 0.99), runs.Sum(run => run.Bytes));
    }

    /// <param name="path">What is asked for.</param>
    /// <param name="headers">Further ones, each with its end of line.</param>
    public static byte[] Get(string path, string headers = "") => Encoding.UTF8.GetBytes($"GET {path} HTTP/1.1\r\nHost: x\r\n{headers}\r\n");

    public static byte[] Post(string path, string json) =>
        Encoding.UTF8.GetBytes($"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    private static double Milliseconds(long[] times, double quantile) =>
        times.Length == 0 ? double.NaN : times[(int)((times.Length - 1) * quantile)] * 1000.0 / Stopwatch.Frequency;

    private static async Task<(List<long> Times, long Bytes)> Connection(Uri server, long until, Counter sent, Func<long, byte[]> request)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port));
        var buffer = new byte[256 * 1024];
        var times = new List<long>(100_000);
        long bytes = 0;
        while (Stopwatch.GetTimestamp() is var start && start < until)
        {
            await socket.SendAsync(request(sent.Next()));
            bytes += await Answer(socket, buffer);
            times.Add(Stopwatch.GetTimestamp() - start);
        }

        return (times, bytes);
    }

    private static async Task<int> Answer(Socket socket, byte[] buffer)
    {
        var length = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0)
            {
                throw new IOException("The server closed the connection: " + Encoding.UTF8.GetString(buffer, 0, length));
            }

            length += read;
            if (IsWhole(buffer.AsSpan(0, length)))
            {
                return buffer.AsSpan(0, length).StartsWith("HTTP/1.1 2"u8)
                    ? length
                    : throw new IOException("The server refused: " + Encoding.UTF8.GetString(buffer, 0, length));
            }
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        var field = answer[..head].IndexOf("Content-Length: "u8);
        if (field < 0)
        {
            return answer.EndsWith("\r\n0\r\n\r\n"u8);
        }

        var digits = answer[(field + 16)..head];
        var end = digits.IndexOf((byte)'\r');
        return System.Buffers.Text.Utf8Parser.TryParse(end < 0 ? digits : digits[..end], out int length, out _) && answer.Length >= head + 4 + length;
    }

    private sealed class Counter
    {
        private long _count;

        public long Next() => Interlocked.Increment(ref _count);
    }
}
