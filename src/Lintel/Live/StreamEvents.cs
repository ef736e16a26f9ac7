using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Lintel.Outbox;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lintel.Live;

/// <summary>That events may have gone by unheard: whoever shows what there is looks again.</summary>
public sealed record Missed
{
    public string Type => "missed";
}

/// <summary>Server-sent events: what happens in the caller's agency, as it happens.</summary>
public static class StreamEvents
{
    private const int MostAgain = 1_000;

    // By when they were delivered, not by their numbers: what committed late has an early number. What is being delivered just now may have been told
    // already, a moment before this caller came.
    private const string AgainSql = $"""
        SELECT id, {EventView.Columns} FROM outbox
        WHERE agency_id = @agency AND id > @last - 1000 AND id <> @last AND attempts > 0 AND parked_at IS NULL
            AND (delivered_at IS NULL OR delivered_at >= (SELECT coalesce(delivered_at, created_at) FROM outbox WHERE agency_id = @agency AND id = @last))
        ORDER BY id LIMIT @most
        """;

    private const string KnownSql = "SELECT 1 FROM outbox WHERE agency_id = @agency AND id = @last AND attempts > 0";

    /// <summary>Something is sent so often even when nothing happens, so that nobody on the way takes the connection for dead.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    /// <summary>After this long the caller connects again, and is asked again who they are.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Streams what happens, as server-sent events. Each is named by nothing but its id and holds an event as JSON; `beat` is sent every 15 seconds
    /// and means nothing. With Last-Event-ID it goes on where it was broken off, within the last hour; where something may have been missed, the data
    /// is `{"type":"missed"}`. An agent hears of their own leads. The connection ends after ten minutes: connect again.
    /// </summary>
    public static ServerSentEventsResult<object> Get(
        [FromHeader(Name = "Last-Event-ID"), Text(20)] string? lastEventId,
        LiveEvents live,
        Store store,
        Caller caller,
        TimeProvider clock,
        IHostApplicationLifetime lifetime,
        CancellationToken cancel) =>
        TypedResults.ServerSentEvents(Stream(live.Open(caller.Agency.Id), lastEventId, store, caller.Actor, clock, lifetime.ApplicationStopping, cancel));

    private static async IAsyncEnumerable<SseItem<object>> Stream(
        Subscription subscription, string? lastEventId, Store store, Actor actor, TimeProvider clock, CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        using var _ = subscription;
        using var late = new CancellationTokenSource(Longest, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, stopping, late.Token);

        // At once, so that whoever connects knows that it is heard.
        yield return new SseItem<object>("", "beat") { ReconnectionInterval = ComeBackAfter };
        var again = await Again(lastEventId, store, actor.Agency.Id, cancel);
        foreach (var happened in again ?? [])
        {
            if (IsFor(actor, happened))
            {
                yield return Item(happened);
            }
        }

        if (again is null)
        {
            yield return new SseItem<object>(new Missed());
        }

        Task<bool>? more = null;
        while (!end.IsCancellationRequested)
        {
            more ??= subscription.Waiting.WaitToReadAsync(end.Token).AsTask();
            await ((Task)more).WaitAsync(Beat, clock, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (end.IsCancellationRequested)
            {
                yield break;
            }

            if (!more.IsCompleted)
            {
                yield return new SseItem<object>("", "beat");
                continue;
            }

            more = null;
            var hasMissed = false;
            while (subscription.Waiting.TryRead(out var happened))
            {
                hasMissed |= happened is null;
                if (happened is not null && IsFor(actor, happened))
                {
                    yield return Item(happened);
                }
            }

            if (subscription.HasMissed() || hasMissed)
            {
                yield return new SseItem<object>(new Missed());
            }
        }
    }

    /// <returns>What was told since; null when that is not known any more.</returns>
    private static async ValueTask<List<EventView>?> Again(string? lastEventId, Store store, long agencyId, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(lastEventId))
        {
            return [];
        }

        using var sql = store.Read(agencyId);
        if (!long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            || await sql.First(KnownSql, row => row.Int(), cancel, ("last", last)) != 1)
        {
            return null;
        }

        var again = await sql.List(AgainSql, row => EventView.Read(row, row.Long()), cancel, ("last", last), ("most", MostAgain));
        return again.Count < MostAgain ? again : null;
    }

    /// <summary>Whoever is an agent hears of the leads they see, and of those they had until now.</summary>
    private static bool IsFor(Actor actor, EventView happened) =>
        actor.Sight is not { } sight
        || (happened.AgentId is { } agent ? agent == sight.AgentId : sight.Unassigned && happened.LeadId is not null)
        || (happened.Data.TryGetProperty("from_agent_id", out var from) && from.ValueKind == JsonValueKind.Number && from.GetInt64() == sight.AgentId);

    private static SseItem<object> Item(EventView happened) => new(happened) { EventId = happened.Id.ToString(CultureInfo.InvariantCulture) };
}
