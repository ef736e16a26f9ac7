using Lintel.Accounts;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Jobs;

/// <summary>Deletes the answers kept for repeated calls once they are given no more.</summary>
public sealed class ForgetAnswers(Agencies agencies, TimeProvider clock)
{
    /// <summary>How many share a transaction; a few more when they were kept in the same millisecond.</summary>
    private const int AtOnce = 500;

    private const string DueSql = "SELECT 1 FROM stored_answers WHERE agency_id = @agency AND created_at <= @expired LIMIT 1";

    private const string ForgetSql = """
        DELETE FROM stored_answers
        WHERE agency_id = @agency AND created_at <= (
            SELECT max(created_at) FROM (
                SELECT created_at FROM stored_answers WHERE agency_id = @agency AND created_at <= @expired ORDER BY created_at LIMIT @most) oldest)
        RETURNING 1
        """;

    public Task Run(CancellationToken cancel) => agencies.WhileDue(DueSql, () => ("expired", clock.Now() - KeyedCall.Kept), db => Handle(db, cancel), cancel);

    private static async Task<Outcome<int>> Handle(LintelDb db, CancellationToken cancel) =>
        (await db.Sql.List(ForgetSql, row => row.Int(), cancel, ("expired", db.Now - KeyedCall.Kept), ("most", AtOnce))).Count;
}
