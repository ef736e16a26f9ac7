using System.Collections.Concurrent;
using Lintel.Outbox;

namespace Lintel.Live;

/// <summary>Who listens on this instance, and telling them what happened in their agency.</summary>
public sealed class LiveEvents
{
    private readonly ConcurrentDictionary<Subscription, long> _open = new();

    /// <summary>From now on; dispose it to listen no more.</summary>
    public Subscription Open(long agencyId)
    {
        var subscription = new Subscription(this);
        _open[subscription] = agencyId;
        return subscription;
    }

    public void Tell(long agencyId, IReadOnlyList<EventView> events)
    {
        foreach (var (subscription, of) in _open)
        {
            if (of == agencyId)
            {
                subscription.Add(events);
            }
        }
    }

    /// <summary>Tells everyone that something may have gone by unheard.</summary>
    public void Miss()
    {
        foreach (var (subscription, _) in _open)
        {
            subscription.Miss();
        }
    }

    internal void Close(Subscription subscription) => _open.TryRemove(subscription, out _);
}
