using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Lintel.Tests.Running;

/// <summary>A client of <c>GET /events</c>.</summary>
public sealed class EventStream : IAsyncDisposable
{
    /// <summary>Nothing comes so late; a test that waits for what never comes fails.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly HttpResponseMessage _answer;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private EventStream(HttpResponseMessage answer, Stream body)
    {
        _answer = answer;
        _end.CancelAfter(Patience);
        _items = SseParser.Create(body).EnumerateAsync(_end.Token).GetAsyncEnumerator();
    }

    public string? ContentType => _answer.Content.Headers.ContentType?.ToString();

    /// <summary>Connects; when this returns, what happens from now on is heard.</summary>
    public static async Task<EventStream> Open(HttpClient http, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/events");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var stream = new EventStream(answer, await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("beat", (await stream.Item())!.Value.EventType);
        return stream;
    }

    /// <summary>The next one that is no beat, with its id; null at the end of the stream.</summary>
    public async Task<(string? Id, JsonNode Data)?> Next()
    {
        while (await Item() is { } item)
        {
            if (item.EventType != "beat")
            {
                return (item.EventId, JsonNode.Parse(item.Data)!);
            }
        }

        return null;
    }

    /// <summary>The types of the next ones.</summary>
    public async Task<List<string>> Types(int count)
    {
        var types = new List<string>();
        while (types.Count < count && await Next() is var (_, data))
        {
            types.Add((string)data["type"]!);
        }

        return types;
    }

    /// <summary>The next one of any kind.</summary>
    public async Task<SseItem<string>?> Item() => await _items.MoveNextAsync() ? _items.Current : null;

    public async ValueTask DisposeAsync()
    {
        // Broken off in the middle of an answer, as a browser does.
        _answer.Dispose();
        _end.Dispose();
        try
        {
            await _items.DisposeAsync();
        }
        catch (IOException)
        {
            // The stream was open.
        }
    }
}
