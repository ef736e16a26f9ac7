using Lintel.Data;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>Deletes what lets nobody in any more: ended sessions, links and challenges that are over, and attempts to sign in that are too old to count.</summary>
public sealed class ForgetAccess(Store store, TimeProvider clock)
{
    private const int AtOnce = 1_000;

    private const string SessionsSql = "SELECT id FROM sessions WHERE created_at <= @longest OR last_used_at <= @idle";

    private const string LinksSql = "SELECT id FROM mailed_links WHERE expires_at <= @now";

    private const string ChallengesSql = "SELECT hash FROM used_challenges WHERE expires_at <= @now";

    private const string FailuresSql = "SELECT account, address FROM sign_in_failures WHERE last_at <= @failed";

    /// <summary>What is over, and how it goes.</summary>
    private static readonly (string DueSql, string ForgetSql)[] Over =
    [
        ($"{SessionsSql} LIMIT 1", $"DELETE FROM sessions WHERE id IN ({SessionsSql} LIMIT @most) RETURNING 1"),
        ($"{LinksSql} LIMIT 1", $"DELETE FROM mailed_links WHERE id IN ({LinksSql} LIMIT @most) RETURNING 1"),
        ($"{ChallengesSql} LIMIT 1", $"DELETE FROM used_challenges WHERE hash IN ({ChallengesSql} LIMIT @most) RETURNING 1"),
        ($"{FailuresSql} LIMIT 1", $"DELETE FROM sign_in_failures WHERE (account, address) IN ({FailuresSql} LIMIT @most) RETURNING 1"),
    ];

    public async Task Run(CancellationToken cancel)
    {
        foreach (var (dueSql, forgetSql) in Over)
        {
            while (await IsDue(dueSql, cancel))
            {
                // A slice to a transaction: what others want to write comes in between.
                await store.Write(Actor.Nobody, db => Forget(forgetSql, db, cancel), cancel);
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
