namespace Lintel.Outbox;

/// <summary>Whoever wants to know what happened.</summary>
public interface IListener
{
    /// <summary>Is told in the order in which it happened, at least once: an event that is told again has the id that it had.</summary>
    /// <exception cref="Exception">It was not heard: it is told again later.</exception>
    Task Hear(long agencyId, IReadOnlyList<EventView> events, CancellationToken cancel);
}
