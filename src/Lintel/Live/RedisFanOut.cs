using System.Text.Json;
using Lintel.Data.Redis;
using Lintel.Http;
using Lintel.Outbox;
using StackExchange.Redis;

namespace Lintel.Live;

/// <summary>
/// Tells those who listen on this instance, and by Redis those who listen on others: for several processes on one SQLite file, which cannot
/// tell each other. What Redis did not take is not sent again; when it is back, everyone is told to look again.
/// </summary>
public sealed partial class RedisFanOut(RedisLink redis, LiveEvents live, Settings settings, ILogger<RedisFanOut> log) : IListener, IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Guid _self = Guid.NewGuid();
    private int _hasLost;

    // A database's number does not part channels, unlike keys.
    private RedisChannel Channel => RedisChannel.Literal($"lintel:events:{settings.Redis!.AbsolutePath.Trim('/')}");

    public async Task Hear(long agencyId, IReadOnlyList<EventView> events, CancellationToken cancel)
    {
        live.Tell(agencyId, events);
        var hasLost = Interlocked.Exchange(ref _hasLost, 0) != 0;
        try
        {
            var message = JsonSerializer.SerializeToUtf8Bytes(new Told(_self, hasLost, agencyId, [.. events]), WireJson.Options);
            await redis.Connection.GetSubscriber().PublishAsync(Channel, message).WaitAsync(Patience, TimeProvider.System, cancel);
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException or ObjectDisposedException)
        {
            Volatile.Write(ref _hasLost, 1);
            if (!hasLost)
            {
                Log.NotTold(log, failure);
            }
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.IsWeb)
        {
            redis.Connection.ConnectionRestored += Miss;

            // One that is away is subscribed to when it comes.
            await redis.Connection.GetSubscriber().SubscribeAsync(Channel, (_, message) => Tell(message), CommandFlags.FireAndForget);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        redis.Connection.ConnectionRestored -= Miss;
        return Task.CompletedTask;
    }

    /// <summary>Between two connections something may have been told.</summary>
    private void Miss(object? sender, ConnectionFailedEventArgs restored)
    {
        if (restored.ConnectionType == ConnectionType.Subscription)
        {
            live.Miss();
        }
    }

    private void Tell(RedisValue message)
    {
        var told = JsonSerializer.Deserialize<Told>((byte[])message!, WireJson.Options)!;
        if (told.From == _self)
        {
            return;
        }

        if (told.HasLost)
        {
            live.Miss();
        }

        live.Tell(told.AgencyId, told.Events);
    }

    private sealed record Told(Guid From, bool HasLost, long AgencyId, EventView[] Events);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Events are not told to other instances while Redis is away; their pages look again when it is back")]
        public static partial void NotTold(ILogger logger, Exception failure);
    }
}
