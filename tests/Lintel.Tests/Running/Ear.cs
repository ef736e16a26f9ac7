using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Lintel.Tests.Running;

/// <summary>Whoever wants to know what happens: they listen to <c>GET /events</c>, and after each break say what they heard last.</summary>
public sealed class Ear
{
    private const int MostReturns = 30;

    private readonly ConcurrentDictionary<long, string> _heard = [];
    private long? _last;

    /// <summary>What nobody should have heard: one event told in two ways, or that more was missed than can be told again.</summary>
    public ConcurrentBag<string> Odd { get; } = [];

    /// <summary>The events heard at least once.</summary>
    public ICollection<long> Heard => _heard.Keys;

    /// <summary>Listens until whoever speaks there has stopped, or was killed.</summary>
    public async Task Listen(Uri address, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = address };
        try
        {
            for (var returns = 0; await HasMissed(http, cancel); returns++)
            {
                if (returns == MostReturns)
                {
                    Odd.Add("missed again and again");
                    return;
                }
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // It was killed.
        }
    }

    /// <summary>Listens to the end of the stream, or until something was missed: then all since its beginning is to be asked for again.</summary>
    private async Task<bool> HasMissed(HttpClient http, CancellationToken cancel)
    {
        var began = _last;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/events");
        request.Headers.Add("Last-Event-ID", began is null ? [] : [$"{began}"]);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync(cancel)).EnumerateAsync(cancel))
        {
            if (item.EventType == "beat")
            {
                continue;
            }

            if ((string)JsonNode.Parse(item.Data)!["type"]! == "missed")
            {
                _last = began;
                return true;
            }

            _last = long.Parse(item.EventId!);
            if (_heard.GetOrAdd(_last.Value, item.Data) != item.Data)
            {
                Odd.Add($"{_heard[_last.Value]} was told again as {item.Data}");
            }
        }

        return false;
    }
}
