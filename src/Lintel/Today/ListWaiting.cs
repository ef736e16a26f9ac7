using Lintel.Assignment;
using Lintel.Data;
using Lintel.Leads;

namespace Lintel.Today;

/// <summary>The open leads that nobody has answered yet.</summary>
public static class ListWaiting
{
    // The index is named, because without statistics SQLite would walk all open leads.
    private const string Leads = """
        leads l INDEXED BY ix_leads_unanswered WHERE l.agency_id = @agency AND l.response_seconds IS NULL AND l.status < 5
            AND (CAST(@agent AS BIGINT) IS NULL OR l.assigned_agent_id = @agent)
        """;

    private const string CountSql = $"SELECT count(*) FROM {Leads}";

    private const string Sql = $"SELECT {LeadView.Columns} FROM {Leads} ORDER BY coalesce(l.first_inbound_at, l.created_at) DESC, l.id DESC LIMIT @take";

    /// <summary>Those who came last, of everyone's leads or one agent's: whoever was forgotten long ago is not the first to be lost.</summary>
    public static async ValueTask<List<LeadView>> Of(long? agent, int take, long agencyId, AgentBook book, SqlReader sql, CancellationToken cancel) =>
        await ListLeads.WithAgents(await sql.List(Sql, LeadView.ReadAlone, cancel, ("agent", agent), ("take", take)), agencyId, book, sql, cancel);

    public static ValueTask<long> Count(long? agent, SqlReader sql, CancellationToken cancel) =>
        sql.First(CountSql, row => row.Long(), cancel, ("agent", agent));
}
