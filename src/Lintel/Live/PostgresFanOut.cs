using System.Text;
using System.Text.Json;
using Lintel.Data.Postgres;
using Lintel.Http;
using Lintel.Outbox;

namespace Lintel.Live;

/// <summary>Tells those who listen on whichever instance, by the database that all share.</summary>
public sealed partial class PostgresFanOut(PostgresStore store, LiveEvents live, Settings settings, TimeProvider clock, ILogger<PostgresFanOut> log)
    : BackgroundService, IListener
{
    private const string Channel = "lintel_events";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly PostgresSignals _signals = new(store.Source);

    public Task Hear(long agencyId, IReadOnlyList<EventView> events, CancellationToken cancel) => _signals.Send(Channel, Messages(agencyId, events), cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (settings.IsWeb && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Between two connections something may have been told.
                await _signals.Listen(Channel, live.Miss, Tell, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotListening(log, failure);
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                // The server stops.
            }
        }
    }

    /// <summary>As few messages as hold all events.</summary>
    private static IEnumerable<string> Messages(long agencyId, IReadOnlyList<EventView> events)
    {
        var message = new StringBuilder();
        foreach (var happened in events)
        {
            var json = JsonSerializer.Serialize(happened, WireJson.Options);
            if (message.Length > 0 && Encoding.UTF8.GetByteCount(message.ToString()) + Encoding.UTF8.GetByteCount(json) > PostgresSignals.Longest)
            {
                yield return message.Append("]}").ToString();
                message.Clear();
            }

            message.Append(message.Length == 0 ? $"{{\"agency_id\":{agencyId},\"events\":[" : ",").Append(json);
        }

        if (message.Length > 0)
        {
            yield return message.Append("]}").ToString();
        }
    }

    private void Tell(string message)
    {
        var told = JsonSerializer.Deserialize<Told>(message, WireJson.Options)!;
        live.Tell(told.AgencyId, told.Events);
    }

    private sealed record Told(long AgencyId, EventView[] Events);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Events of other instances are not heard; listening is tried again each second")]
        public static partial void NotListening(ILogger logger, Exception failure);
    }
}
