using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Lintel.Tests.Running;

/// <summary>What a server said on a bare socket.</summary>
public sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
}

/// <summary>Requests that no well-bred client would send: bytes as they are, on a connection of their own.</summary>
public static class RawHttp
{
    public static Task<RawAnswer> SendRaw(this HttpClient http, string head, params byte[][] body) =>
        http.SendRaw([Encoding.Latin1.GetBytes(head.ReplaceLineEndings("\r\n") + "\r\n\r\n"), .. body]);

    /// <summary>POSTs bytes that are said to be JSON.</summary>
    public static Task<RawAnswer> PostBytes(this HttpClient http, string path, byte[] body, string headers = "") => http.SendRaw(
        $"POST {path} HTTP/1.1\nHost: x\nConnection: close\nContent-Type: application/json\nContent-Length: {body.Length}{headers}", body);

    private static async Task<RawAnswer> SendRaw(this HttpClient http, byte[][] parts)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(http.BaseAddress!.Host, http.BaseAddress.Port, cancel);
        var stream = client.GetStream();
        using var answer = new MemoryStream();
        var listening = stream.CopyToAsync(answer, cancel);
        try
        {
            foreach (var part in parts)
            {
                await stream.WriteAsync(part, cancel);
            }

            await listening;
        }
        catch (IOException)
        {
            // The server may hang up on a body it does not want; what it said before that counts.
        }

        return Parse(answer.ToArray());
    }

    private static RawAnswer Parse(byte[] answer)
    {
        var text = Encoding.UTF8.GetString(answer);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        Assert.True(end > 0, $"No answer: {text}");
        var lines = text[..end].Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = answer.AsSpan(answer.AsSpan().IndexOf("\r\n\r\n"u8) + 4);
        return new(int.Parse(lines[0].Split(' ')[1]), headers, Encoding.UTF8.GetString(headers.ContainsKey("Transfer-Encoding") ? Unchunk(body) : body));
    }

    private static byte[] Unchunk(ReadOnlySpan<byte> rest)
    {
        var whole = new List<byte>();
        while (rest.Length > 0)
        {
            var line = rest.IndexOf("\r\n"u8);
            var length = int.Parse(rest[..line], NumberStyles.HexNumber);
            if (length == 0)
            {
                break;
            }

            whole.AddRange(rest.Slice(line + 2, length));
            rest = rest[(line + 4 + length)..];
        }

        return [.. whole];
    }
}
