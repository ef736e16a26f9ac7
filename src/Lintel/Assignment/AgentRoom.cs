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

    /// <summary>
    /// So many places, more than are given away at the same time, that one need not be claimed first: who claims holds the agent's row from then on, and
    /// everybody else for whom the same agent is the best waits.
    /// </summary>
    public const int Plenty = 100;

    private const string NoteSql = "UPDATE agents SET last_assigned_at = @now WHERE agency_id = @agency AND id = @id RETURNING 1";

    /// <summary>Notes that an agent was given a lead without a claim.</summary>
    public static ValueTask Note(long agentId, LintelDb db, CancellationToken cancel) => db.Sql.Do(NoteSql, cancel, ("now", db.Now), ("id", agentId));

    /// <summary>Whether the agent is active and had room for so many more open leads, and now keeps it until this unit of work ends.</summary>
    public static async ValueTask<bool> Claim(long agentId, LintelDb db, CancellationToken cancel, int places = 1) =>
        await db.Sql.First(ClaimSql, row => (long?)row.Long(), cancel, ("now", db.Now), ("id", agentId), ("places", places)) is not null;
}
