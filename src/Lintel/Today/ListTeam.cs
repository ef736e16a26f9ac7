using Lintel.Data;

namespace Lintel.Today;

/// <summary>How an active agent stands now.</summary>
/// <param name="Open">Open leads.</param>
/// <param name="Most">How many the agent may hold.</param>
/// <param name="Unanswered">Of the open leads, those that nobody has answered yet.</param>
/// <param name="Overdue">Leads with a follow-up that was due before now.</param>
public sealed record TeamMember(long Id, string Name, int Open, int Most, long Unanswered, long Overdue)
{
    public bool IsOver => Open >= Most;
}

/// <summary>The team as who runs it sees it in the morning.</summary>
public static class ListTeam
{
    // Counted for all agents at once, by the index of those who wait: SQLite would walk all open leads.
    private const string Sql = """
        SELECT a.id, a.name, a.open_leads, a.max_leads, coalesce(w.leads, 0) AS unanswered,
            (SELECT count(*) FROM leads l WHERE l.agency_id = a.agency_id AND l.assigned_agent_id = a.id AND l.next_follow_up_at < @now) AS overdue
        FROM agents a LEFT JOIN (
            SELECT l.assigned_agent_id AS agent_id, count(*) AS leads FROM leads l INDEXED BY ix_leads_unanswered
            WHERE l.agency_id = @agency AND l.response_seconds IS NULL AND l.status < 5 GROUP BY l.assigned_agent_id) w ON w.agent_id = a.id
        WHERE a.agency_id = @agency AND a.is_active
        ORDER BY a.open_leads >= a.max_leads DESC, unanswered DESC, overdue DESC, a.name, a.id LIMIT @take
        """;

    /// <summary>Those in need first: who has no room, then who has most leads that nobody answered, then who is late with most.</summary>
    public static ValueTask<List<TeamMember>> Of(DateTime now, int take, SqlReader sql, CancellationToken cancel) => sql.List(
        Sql, row => new TeamMember(row.Long(), row.Text(), row.Int(), row.Int(), row.Long(), row.Long()), cancel, ("now", now), ("take", take));
}
