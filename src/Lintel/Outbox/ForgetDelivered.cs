using Lintel.Accounts;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.Outbox;

/// <summary>Deletes events that were delivered, once nobody who lost the thread comes back for them.</summary>
public sealed class ForgetDelivered(Store store, Agencies agencies, TimeProvider clock)
{
    /// <summary>How long a delivered event can be told again to whoever was away.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private const int AtOnce = 1_000;

    public async Task Run(CancellationToken cancel)
    {
        foreach (var agency in await agencies.All(cancel))
        {
            while (await Forget(agency, cancel) == AtOnce)
            {
                // What others want to write comes in between.
            }
        }
    }

    private async Task<int> Forget(Agency agency, CancellationToken cancel)
    {
        using var sql = store.Read(agency.Id);
        if (!await DeliverEvents.Events.IsOld(sql, clock.Now() - Kept, cancel))
        {
            return 0;
        }

        var outcome = await store.Write<int>(
            new Actor(agency, Actor.System), async db => await DeliverEvents.Events.Forget(db, db.Now - Kept, AtOnce, cancel), cancel);
        return outcome.Value;
    }
}
