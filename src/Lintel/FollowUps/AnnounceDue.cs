using Lintel.Accounts;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.FollowUps;

/// <summary>Says of every open follow-up that it is due, once that it is: the event <c>follow_up.due</c>, once for each time it was promised for.</summary>
public sealed class AnnounceDue(Store store, Agencies agencies, TimeProvider clock)
{
    private const int AtOnce = 500;

    private const string Due = "agency_id = @agency AND completed_at IS NULL AND NOT is_announced AND due_at <= @now";

    // Asked by a reader first, so that when nothing is due nothing is written.
    private const string DueSql = $"SELECT 1 FROM follow_ups WHERE {Due} LIMIT 1";

    private const string AnnounceSql = $"""
        UPDATE follow_ups SET is_announced = true
        WHERE agency_id = @agency AND id IN (SELECT id FROM follow_ups WHERE {Due} ORDER BY due_at LIMIT @most FOR NO KEY UPDATE SKIP LOCKED)
        RETURNING 1
        """;

    public async Task Run(CancellationToken cancel)
    {
        foreach (var agency in await agencies.All(cancel))
        {
            var system = new Actor(agency, Actor.System);
            while (await IsDue(agency, cancel))
            {
                await store.Write(system, db => Handle(db, cancel), cancel);
            }
        }
    }

    private async ValueTask<bool> IsDue(Agency agency, CancellationToken cancel)
    {
        using var sql = store.Read(agency.Id);
        return await sql.First(DueSql, row => row.Int(), cancel, ("now", clock.Now())) == 1;
    }

    private static async Task<Outcome<int>> Handle(LintelDb db, CancellationToken cancel) =>
        (await db.Sql.List(AnnounceSql, row => row.Int(), cancel, ("now", db.Now), ("most", AtOnce))).Count;
}
