using Lintel.Data;
using Lintel.Model;

namespace Lintel.Inbox;

/// <summary>A lead's conversation, as a list of them has it.</summary>
/// <param name="Called">What the lead is called.</param>
/// <param name="Text">What was said last.</param>
/// <param name="At">When.</param>
/// <param name="UnansweredSince">Since when the person waits for an answer; null when they do not.</param>
/// <param name="IsUnread">Whether the person said something that neither was answered nor read by who asks.</param>
public sealed record Conversation(
    long LeadId,
    string Called,
    LeadStatus Status,
    Priority Priority,
    string? AgentName,
    string? Text,
    InteractionType Type,
    Channel Channel,
    Direction Direction,
    DateTime At,
    DateTime? UnansweredSince,
    bool IsUnread);

/// <summary>The conversations with all leads, over all channels.</summary>
public static class ListConversations
{
    // Messages, calls and emails; the rest of a timeline is no conversation. Of one that waits, what the person said is told, and no automatic answer.
    private const string Columns = """
        l.id, coalesce(l.name, l.instagram_handle, l.whatsapp_number, l.phone, l.email), l.status, l.priority, a.name,
        coalesce(i.message, i.subject), i.type, i.channel, i.direction, i.created_at, l.unanswered_since
        """;

    // Which entry it is is known before it is looked up: under row-level security no index is asked for what a subquery has yet to find.
    private const string Last = """
        (SELECT s.id FROM interactions s
            WHERE s.agency_id = l.agency_id AND s.lead_id = l.id AND s.type < 3 AND (l.unanswered_since IS NULL OR s.direction = 0)
            ORDER BY s.created_at DESC, s.id DESC LIMIT 1) AS last_id
        """;

    private const string Said = """
        JOIN interactions i ON i.agency_id = @agency AND i.id = l.last_id
        LEFT JOIN agents a ON a.agency_id = l.agency_id AND a.id = l.assigned_agent_id
        """;

    private const string IsRead = """
        EXISTS (SELECT 1 FROM read_marks r
            WHERE r.agency_id = l.agency_id AND r.reader_id = @reader AND r.lead_id = l.id AND r.read_at >= l.last_inbound_at)
        """;

    private const string Mine = "(CAST(@agent AS BIGINT) IS NULL OR l.assigned_agent_id = @agent)";

    // What a lead said before anybody ever answered waits in another list, for those who want it apart.
    private const string UnreadLeads = $"""
        leads l WHERE l.agency_id = @agency AND l.unanswered_since IS NOT NULL AND {Mine} AND NOT {IsRead}
            AND (NOT @known OR l.response_seconds IS NOT NULL OR l.status >= 5)
        """;

    private const string UnreadSql = $"""
        WITH page AS MATERIALIZED (SELECT l.*, {Last} FROM {UnreadLeads} ORDER BY l.last_inbound_at DESC, l.id DESC LIMIT @take OFFSET @skip)
        SELECT {Columns} FROM page l {Said}
        ORDER BY l.last_inbound_at DESC, l.id DESC
        """;

    private const string CountSql = $"SELECT count(*) FROM (SELECT 1 FROM {UnreadLeads} LIMIT @most) unread";

    // The index has the order; it is named, because without statistics SQLite would sort all leads.
    private const string RestSql = $"""
        WITH page AS MATERIALIZED (
            SELECT l.*, {Last} FROM leads l INDEXED BY ix_leads_agency_id_last_contact_at
            WHERE l.agency_id = @agency AND l.last_contact_at IS NOT NULL AND {Mine} AND (l.unanswered_since IS NULL OR {IsRead})
            ORDER BY l.last_contact_at DESC, l.id DESC LIMIT @take OFFSET @skip)
        SELECT {Columns} FROM page l {Said}
        ORDER BY l.last_contact_at DESC, l.id DESC
        """;

    private const string OneSql = $"SELECT l.id FROM leads l WHERE l.agency_id = @agency AND l.id = @id AND l.unanswered_since IS NOT NULL AND NOT {IsRead}";

    /// <summary>Whose marks count: the person's who is signed in, else those of everyone who is nobody in particular.</summary>
    public static long Reader(Actor actor) => actor.UserId ?? 0;

    /// <summary>The unread ones, the latest first, of everyone's leads or one agent's.</summary>
    /// <param name="known">Without those who wait for their very first answer.</param>
    public static ValueTask<List<Conversation>> Unread(
        Actor actor, long? agent, int take, long skip, SqlReader sql, CancellationToken cancel, bool known = false) =>
        sql.List(
            UnreadSql, row => Read(row, true), cancel, ("agent", agent), ("reader", Reader(actor)), ("known", known), ("take", take), ("skip", skip));

    /// <summary>Whether the conversation with a lead is unread.</summary>
    public static async ValueTask<bool> IsUnread(Actor actor, long lead, SqlReader sql, CancellationToken cancel) =>
        await sql.First(OneSql, row => (long?)row.Long(), cancel, ("id", lead), ("reader", Reader(actor))) is not null;

    /// <summary>How many are unread, counted up to <paramref name="most"/>.</summary>
    public static ValueTask<long> CountUnread(Actor actor, long? agent, int most, SqlReader sql, CancellationToken cancel, bool known = false) =>
        sql.First(CountSql, row => row.Long(), cancel, ("agent", agent), ("reader", Reader(actor)), ("known", known), ("most", most));

    /// <summary>A page of all, the unread ones first, and then those with the latest contact.</summary>
    public static async ValueTask<List<Conversation>> Page(Actor actor, long? agent, int take, long skip, SqlReader sql, CancellationToken cancel)
    {
        var page = await Unread(actor, agent, take, skip, sql, cancel);
        if (page.Count < take)
        {
            var unread = page.Count > 0 ? skip + page.Count : await CountUnread(actor, agent, int.MaxValue, sql, cancel);
            page.AddRange(await sql.List(
                RestSql,
                row => Read(row, false),
                cancel,
                ("agent", agent),
                ("reader", Reader(actor)),
                ("take", take - page.Count),
                ("skip", Math.Max(0, skip - unread))));
        }

        return page;
    }

    private static Conversation Read(Row row, bool isUnread)
    {
        var (id, called) = (row.Long(), row.TextOrNull());
        return new(
            id, called ?? $"#{id}", row.Enum<LeadStatus>(), row.Enum<Priority>(), row.TextOrNull(), row.TextOrNull(), row.Enum<InteractionType>(),
            row.Enum<Channel>(), row.Enum<Direction>(), row.Time(), row.TimeOrNull(), isUnread);
    }
}
