using Lintel.Data;
using Lintel.Model;

namespace Lintel.Leads;

/// <summary>What stands at the head of the board's columns beside how many there are: what the people in them would spend.</summary>
public static class StatusSums
{
    private const string Sql = """
        SELECT status, sum(budget) FROM status_budgets WHERE agency_id = @agency GROUP BY status
        """;

    /// <summary>Of all leads of the agency: the upper end of each budget, or the lower where that is all there is.</summary>
    public static ValueTask<Dictionary<LeadStatus, long>> Of(Agency agency, Remembered remembered, SqlReader sql, CancellationToken cancel) => remembered.Get(
        (nameof(StatusSums), agency.Id),
        async () => (await sql.List(Sql, row => (Status: row.Enum<LeadStatus>(), Sum: row.Long()), cancel)).ToDictionary(row => row.Status, row => row.Sum),
        cancel);
}
