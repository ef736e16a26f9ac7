using Lintel.Accounts;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.Privacy;

/// <summary>Erases whom the agency no longer has a reason to keep: closed leads that nothing has happened to for as many months as it says.</summary>
public sealed class EraseExpired(Store store, Agencies agencies, TimeProvider clock)
{
    private const int AtOnce = 100;

    private const string MonthsSql = "SELECT retention_months FROM agencies WHERE id = @agency";

    private const string ExpiredSql = """
        SELECT id FROM leads
        WHERE agency_id = @agency AND updated_at < @before AND status >= 5
            AND NOT EXISTS (SELECT 1 FROM erasures e WHERE e.agency_id = leads.agency_id AND e.lead_id = leads.id)
        ORDER BY updated_at, id LIMIT @most
        """;

    public async Task Run(CancellationToken cancel)
    {
        foreach (var agency in await agencies.All(cancel))
        {
            while (await Expired(agency, cancel) is { Count: > 0 } expired)
            {
                foreach (var id in expired)
                {
                    await store.Write(new Actor(agency, Actor.System), db => EraseLead.Handle(id, db, cancel), cancel);
                }
            }
        }
    }

    private async ValueTask<List<long>> Expired(Agency agency, CancellationToken cancel)
    {
        using var sql = store.Read(agency.Id);
        return await sql.First(MonthsSql, row => row.IntOrNull(), cancel) is { } months
            ? await sql.List(ExpiredSql, row => row.Long(), cancel, ("before", clock.Now().AddMonths(-months)), ("most", AtOnce))
            : [];
    }
}
