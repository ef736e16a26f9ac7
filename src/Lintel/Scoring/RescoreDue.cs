using Lintel.Accounts;
using Lintel.Data;
using Lintel.Model;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Scoring;

/// <summary>Gives every lead whose score has faded since it was kept the one it has now, so that lists, filters and charts are true.</summary>
public sealed class RescoreDue(Agencies agencies, TimeProvider clock)
{
    /// <summary>
    /// How many leads share a transaction: some 20 ms of the one writer's time. What others want to write comes in between; after a long stop
    /// tens of thousands are due at once.
    /// </summary>
    private const int AtOnce = 200;

    private const string DueSql = "SELECT 1 FROM leads WHERE agency_id = @agency AND score_fades_at <= @now LIMIT 1";

    public Task Run(CancellationToken cancel) => agencies.WhileDue(DueSql, () => ("now", clock.Now()), db => Handle(db, cancel), cancel);

    private static async Task<Outcome<int>> Handle(LintelDb db, CancellationToken cancel)
    {
        var due = await db.Leads.Where(lead => lead.ScoreFadesAt <= db.Now).OrderBy(lead => lead.ScoreFadesAt).Take(AtOnce).ToListAsync(cancel);
        foreach (var lead in due)
        {
            lead.Rate(db.Now);
        }

        await db.SaveChangesAsync(cancel);
        return due.Count;
    }
}
