using Lintel.Data;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>Deletes what lets nobody in any more: ended sessions, links and challenges that are over, and attempts to sign in that are too old to count.</summary>
public sealed class ForgetAccess(Store store, TimeProvider clock)
{
    private const int AtOnce = 1_000;

    private static readonly (string Table, string Key, string IsOver)[] Kept =
    [
        ("sessions", "id", "created_at <= @longest OR last_used_at <= @idle"),
        ("mailed_links", "id", "expires_at <= @now"),
        ("used_challenges", "hash", "expires_at <= @now"),
        ("sign_in_failures", "account, address", "last_at <= @failed"),
    ];

    public async Task Run(CancellationToken cancel)
    {
        foreach (var (table, key, isOver) in Kept)
        {
            while (await IsDue($"SELECT 1 FROM {table} WHERE {isOver} LIMIT 1", cancel))
            {
                // A slice to a transaction: what others want to write comes in between.
                await store.Write(Actor.Nobody, db => Forget($"DELETE FROM {table} WHERE ({key}) IN (SELECT {key} FROM {table} WHERE {isOver} LIMIT @most) RETURNING 1", db, cancel), cancel);
            }
        }
    }

    private async ValueTask<bool> IsDue(string sql, CancellationToken cancel)
    {
        using var reading = store.ReadAcross();
        return await reading.First(sql, _ => true, cancel, Times(clock.Now()));
    }

    private static async Task<Outcome<int>> Forget(string sql, LintelDb db, CancellationToken cancel) =>
        (await db.Sql.List(sql, row => row.Int(), cancel, [.. Times(db.Now), ("most", AtOnce)])).Count;

    private static Arg[] Times(DateTime now) =>
        [("now", now), ("longest", now - Session.Longest), ("idle", now - Session.LongestIdle), ("failed", now - SignIn.Remembered)];
}
