using Lintel.Accounts;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.Imports;

/// <summary>
/// Forgets what imported files said, once nobody mends refused rows any more: the cells go, that there was an import and what came of each row stays. A
/// file whose columns nobody named goes as a whole.
/// </summary>
public sealed class ForgetRows(Agencies agencies, TimeProvider clock)
{
    /// <summary>So long after it was done, or taken in, an import is nobody's work any more.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const int AtOnce = 1_000;

    private const string Old = """
        SELECT r.import_id, r.number FROM imports i JOIN import_rows r ON r.agency_id = i.agency_id AND r.import_id = i.id
        WHERE i.agency_id = @agency AND r.cells <> '[]' AND coalesce(i.finished_at, CASE WHEN i.state IN (0, 1) THEN i.created_at END) <= @before
        """;

    private const string DueSql = $"SELECT 1 FROM ({Old} LIMIT 1) old";

    private const string ForgetSql = $"""
        UPDATE import_rows SET cells = '[]', problem = NULL WHERE agency_id = @agency AND (import_id, number) IN ({Old} LIMIT @most) RETURNING number
        """;

    // Their rows go with them.
    private const string ImportsSql = "DELETE FROM imports WHERE agency_id = @agency AND state IN (0, 1) AND created_at <= @before RETURNING 1";

    public Task Run(CancellationToken cancel) => agencies.WhileDue(DueSql, () => ("before", clock.Now() - Kept), db => Handle(db, cancel), cancel);

    private static async Task<Outcome<int>> Handle(LintelDb db, CancellationToken cancel)
    {
        Arg before = ("before", db.Now - Kept);
        var forgotten = await db.Sql.List(ForgetSql, row => row.Int(), cancel, before, ("most", AtOnce));
        if (forgotten.Count < AtOnce)
        {
            await db.Sql.List(ImportsSql, row => row.Int(), cancel, before);
        }

        return forgotten.Count;
    }
}
