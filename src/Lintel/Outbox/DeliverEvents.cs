using Lintel.Accounts;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.Outbox;

/// <summary>Tells what happened to those who want to know.</summary>
public sealed class DeliverEvents(IEnumerable<IListener> listeners, Store store, Agencies agencies, TimeProvider clock, ILogger<DeliverEvents> log)
    : QueueWorker<TakenEvent>(Events, AtOnce, store, agencies, clock, log)
{
    /// <summary>What so many cost the one writer of a file is some milliseconds.</summary>
    private const int AtOnce = 500;

    public static DeliveryQueue<TakenEvent> Events { get; } =
        new("outbox", EventView.Columns, (row, taken) => new TakenEvent(taken, EventView.Read(row, taken.Id)));

    protected override Taken MarkOf(TakenEvent item) => item.Mark;

    protected override async Task Deliver(Agency agency, IReadOnlyList<TakenEvent> items, CancellationToken cancel)
    {
        EventView[] events = [.. items.Select(item => item.Event)];
        foreach (var listener in listeners)
        {
            await listener.Hear(agency.Id, events, cancel);
        }
    }
}

/// <summary>An event that a worker has taken.</summary>
public sealed record TakenEvent(Taken Mark, EventView Event);
