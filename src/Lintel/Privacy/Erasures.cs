using Lintel.Accounts;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.Privacy;

/// <summary>Who was erased. The list outlives a restored backup: what was erased after the backup was made is erased from it again.</summary>
public static class Erasures
{
    private const string AllSql = "SELECT agency_id, lead_id, at, \"by\" FROM erasures ORDER BY agency_id, lead_id";

    private const string RememberSql = """
        INSERT INTO erasures (agency_id, lead_id, at, "by") VALUES (@agency, @id, @at, @by) ON CONFLICT (agency_id, lead_id) DO NOTHING RETURNING lead_id
        """;

    /// <summary>Of every agency: to be read before a database is replaced.</summary>
    public static async Task<List<Erasure>> All(Store store, CancellationToken cancel)
    {
        using var sql = store.ReadAcross();
        return await sql.List(
            AllSql, row => new Erasure { AgencyId = row.Long(), LeadId = row.Long(), At = row.Time(), By = row.Text() }, cancel);
    }

    /// <summary>Erases again in a database that may be from before. Leads that it does not have are remembered all the same.</summary>
    public static async Task Reapply(Store store, IEnumerable<Erasure> erased, CancellationToken cancel)
    {
        var agencies = new Agencies(store, TimeProvider.System);
        foreach (var erasure in erased)
        {
            if (await agencies.Find(erasure.AgencyId, cancel) is { } agency)
            {
                await store.Write(new Actor(agency, erasure.By), db => Handle(erasure, db, cancel), cancel);
            }
        }
    }

    internal static ValueTask<long> Remember(long leadId, DateTime at, string by, SqlReader sql, CancellationToken cancel) =>
        sql.First(RememberSql, row => row.Long(), cancel, ("id", leadId), ("at", at), ("by", by));

    private static async Task<Outcome<bool>> Handle(Erasure erasure, LintelDb db, CancellationToken cancel)
    {
        if (await db.Hold<Lead>(erasure.LeadId, cancel) is { } lead)
        {
            await EraseLead.Again(lead, erasure.At, erasure.By, db, cancel);
        }
        else
        {
            await Remember(erasure.LeadId, erasure.At, erasure.By, db.Sql, cancel);
        }

        return true;
    }
}
