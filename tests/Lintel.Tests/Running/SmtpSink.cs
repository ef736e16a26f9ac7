using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Lintel.Tests.Running;

/// <summary>A mail server on loopback that keeps what it takes, and does as badly as a test wants.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly TcpListener _listener;
    private readonly Task _serving;

    /// <param name="port">Where it listens; 0 is wherever there is room.</param>
    public SmtpSink(int port = 0)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = Serve();
    }

    public int Port { get; }

    /// <summary>The mails it took, each with the one it was for.</summary>
    public ConcurrentQueue<(string Recipient, MimeMessage Mail)> Taken { get; } = [];

    /// <summary>What a client said to be let in.</summary>
    public ConcurrentQueue<string> Credentials { get; } = [];

    /// <summary>What is answered to a command instead of what is usual, if anything.</summary>
    public Func<string, string?> Instead { get; set; } = _ => null;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task Serve()
    {
        while (!_end.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_end.Token);
            try
            {
                // Latin-1 keeps every byte as it is.
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1);
                await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
                await Converse(reader, writer);
            }
            catch (IOException)
            {
                // The client hung up.
            }
        }
    }

    private async Task Converse(StreamReader reader, StreamWriter writer)
    {
        var recipient = "";
        await writer.WriteLineAsync("220 sink");
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            var command = line.Split(' ')[0].ToUpperInvariant();
            var instead = Instead(line);
            if (instead is null && command == "RCPT")
            {
                recipient = line[(line.IndexOf('<') + 1)..line.IndexOf('>')];
            }
            else if (instead is null && command == "AUTH")
            {
                await LetIn(line.Split(' '), reader, writer);
            }
            else if (instead is null && command == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                Taken.Enqueue((recipient, await Message(reader)));
            }

            await writer.WriteLineAsync(instead ?? command switch
            {
                "EHLO" => "250-sink\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN",
                "MAIL" or "RCPT" or "DATA" or "RSET" or "NOOP" => "250 ok",
                "AUTH" => "235 welcome",
                "QUIT" => "221 bye",
                _ => "502 what?",
            });
            if (command == "QUIT")
            {
                return;
            }
        }
    }

    private async Task LetIn(string[] words, StreamReader reader, StreamWriter writer)
    {
        var said = new List<string>();
        if (words.Length > 2)
        {
            said.Add(words[2]);
        }

        while (said.Count < (words[1] == "PLAIN" ? 1 : 2))
        {
            await writer.WriteLineAsync(said.Count == 0 ? "334 VXNlcm5hbWU6" : "334 UGFzc3dvcmQ6");
            said.Add((await reader.ReadLineAsync(_end.Token))!);
        }

        Credentials.Enqueue(string.Join('\0', said.Select(text => Encoding.UTF8.GetString(Convert.FromBase64String(text)))).Trim('\0'));
    }

    private async Task<MimeMessage> Message(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line and not ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
        return await MimeMessage.LoadAsync(stream, _end.Token);
    }
}
