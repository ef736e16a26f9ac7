using Lintel.Model;

namespace Lintel.Data;

/// <summary>
/// A lead whose person was erased stays for the figures and takes in nothing that could say again who it was: use-cases that write of a person ask here
/// once they hold the lead.
/// </summary>
public static class ErasedPerson
{
    private const string Sql = "SELECT at FROM erasures WHERE agency_id = @agency AND lead_id = @id";

    /// <summary>When a lead's person was erased; null when they were not.</summary>
    public static ValueTask<DateTime?> ErasedAt(this SqlReader sql, long leadId, CancellationToken cancel) =>
        sql.First(Sql, row => (DateTime?)row.Time(), cancel, ("id", leadId));

    /// <summary>Why nothing can be written of a lead's person; null when it can.</summary>
    public static async ValueTask<Refusal?> RefuseErased(this LintelDb db, long leadId, CancellationToken cancel) =>
        await db.Sql.ErasedAt(leadId, cancel) is null
            ? null
            : Refusal.Conflict($"The person behind lead {leadId} was erased. The lead is kept for the figures, and nothing more is written about it.");
}
