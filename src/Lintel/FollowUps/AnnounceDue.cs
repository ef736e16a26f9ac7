using Lintel.Accounts;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.FollowUps;

/// <summary>Says of every open follow-up that it is due, once that it is: the event <c>follow_up.due</c>, once for each time it was promised for.</summary>
public sealed class AnnounceDue(Agencies agencies, TimeProvider clock)
{
    private const int AtOnce = 500;

    private const string Due = "agency_id = @agency AND completed_at IS NULL AND NOT is_announced AND due_at <= @now";

    private const string DueSql = $"SELECT 1 FROM follow_ups WHERE {Due} LIMIT 1";

    private const string AnnounceSql = $"""
        UPDATE follow_ups SET is_announced = true
        WHERE agency_id = @agency AND id IN (SELECT id FROM follow_ups WHERE {Due} ORDER BY due_at LIMIT @most FOR NO KEY UPDATE SKIP LOCKED)
        RETURNING 1
        """;

    public Task Run(CancellationToken cancel) => agencies.WhileDue(DueSql, () => ("now", clock.Now()), db => Handle(db, cancel), cancel);

    private static async Task<Outcome<int>> Handle(LintelDb db, CancellationToken cancel) =>
        (await db.Sql.List(AnnounceSql, row => row.Int(), cancel, ("now", db.Now), ("most", AtOnce))).Count;
}
