using System.Threading.Channels;
using Lintel.Outbox;

namespace Lintel.Live;

/// <summary>What one listener has not taken yet. One that is slow loses the oldest, and is told that it did.</summary>
public sealed class Subscription : IDisposable
{
    private const int Most = 500;

    private readonly LiveEvents _events;
    private readonly Channel<EventView?> _waiting;
    private bool _hasMissed;

    internal Subscription(LiveEvents events)
    {
        _events = events;
        _waiting = Channel.CreateBounded<EventView?>(
            new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => Volatile.Write(ref _hasMissed, true));
    }

    /// <summary>What happened, and null where something may have been missed.</summary>
    public ChannelReader<EventView?> Waiting => _waiting.Reader;

    /// <summary>Whether something was lost since this was last asked.</summary>
    public bool HasMissed() => Interlocked.Exchange(ref _hasMissed, false);

    internal void Add(IReadOnlyList<EventView> events)
    {
        foreach (var happened in events)
        {
            _waiting.Writer.TryWrite(happened);
        }
    }

    internal void Miss() => _waiting.Writer.TryWrite(null);

    public void Dispose() => _events.Close(this);
}
