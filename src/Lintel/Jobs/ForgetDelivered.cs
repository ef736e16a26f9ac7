using Lintel.Accounts;
using Lintel.Data;
using Lintel.Mails;
using Lintel.Model;
using Lintel.Outbox;

namespace Lintel.Jobs;

/// <summary>Deletes what was delivered: events once nobody who lost the thread comes back for them, and mails.</summary>
public sealed class ForgetDelivered(Store store, Agencies agencies, TimeProvider clock)
{
    /// <summary>How long a delivered event can be told again to whoever was away.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private const int AtOnce = 1_000;

    /// <summary>A mail holds what was said to a person: it goes when nobody can need it any more.</summary>
    private static readonly TimeSpan MailKept = TimeSpan.FromDays(1);

    public async Task Run(CancellationToken cancel)
    {
        foreach (var agency in await agencies.All(cancel))
        {
            await Forget(DeliverEvents.Events, Kept, agency, cancel);
            await Forget(SendMails.Mails, MailKept, agency, cancel);
        }
    }

    private async Task Forget<T>(DeliveryQueue<T> queue, TimeSpan kept, Agency agency, CancellationToken cancel)
    {
        using var sql = store.Read(agency.Id);
        while (await queue.IsOld(sql, clock.Now() - kept, cancel))
        {
            // What others want to write comes in between.
            await store.Write<int>(new Actor(agency, Actor.System), async db => await queue.Forget(db, db.Now - kept, AtOnce, cancel), cancel);
        }
    }
}
