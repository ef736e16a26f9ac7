using Lintel.Outbox;

namespace Lintel.Live;

/// <summary>Tells those who listen on this instance, where there is no other.</summary>
public sealed class LocalFanOut(LiveEvents live) : IListener
{
    public Task Hear(long agencyId, IReadOnlyList<EventView> events, CancellationToken cancel)
    {
        live.Tell(agencyId, events);
        return Task.CompletedTask;
    }
}
