using Lintel.Data;

namespace Lintel.Assignment;

/// <summary>How many more open leads an agent may take.</summary>
public static class AgentRoom
{
    // The condition is checked by the database as it takes the places, so that no two can take the last one; the count itself moves by trigger
    // when the leads' rows do, within the same transaction.
    private const string ClaimSql = """
        UPDATE agents SET last_assigned_at = @now
        WHERE agency_id = @agency AND id = @id AND is_active AND open_leads + @places <= max_leads
        RETURNING id
        """;

    /// <summary>Whether the agent is active and had room for so many more open leads, and now keeps it until this unit of work ends.</summary>
    public static async ValueTask<bool> Claim(long agentId, LintelDb db, CancellationToken cancel, int places = 1) =>
        await db.Sql.First(ClaimSql, row => (long?)row.Long(), cancel, ("now", db.Now), ("id", agentId), ("places", places)) is not null;
}
