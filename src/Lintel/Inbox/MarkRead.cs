using Lintel.Data;
using Lintel.Model;

namespace Lintel.Inbox;

/// <summary>Which conversation, and whether it was read.</summary>
public sealed record ReadState(long LeadId, bool IsRead);

/// <summary>Notes that someone has read what a lead said, or would rather come back to it.</summary>
public static class MarkRead
{
    private const string LeadSql = "SELECT id FROM leads WHERE agency_id = @agency AND id = @id";

    private const string ReadSql = """
        INSERT INTO read_marks (agency_id, reader_id, lead_id, read_at) VALUES (@agency, @reader, @id, @now)
        ON CONFLICT (agency_id, reader_id, lead_id) DO UPDATE SET read_at = excluded.read_at
        RETURNING lead_id
        """;

    // Nothing is written while there is nothing new.
    private const string OpenedSql = """
        INSERT INTO read_marks (agency_id, reader_id, lead_id, read_at)
        SELECT agency_id, @reader, id, @now FROM leads
        WHERE agency_id = @agency AND id = @id AND unanswered_since IS NOT NULL
        ON CONFLICT (agency_id, reader_id, lead_id) DO UPDATE SET read_at = excluded.read_at
        RETURNING lead_id
        """;

    private const string UnreadSql = "DELETE FROM read_marks WHERE agency_id = @agency AND reader_id = @reader AND lead_id = @id RETURNING lead_id";

    public static async Task<Outcome<ReadState>> Handle(ReadState state, LintelDb db, CancellationToken cancel)
    {
        if (await db.Sql.First(LeadSql, row => (long?)row.Long(), cancel, ("id", state.LeadId)) is null)
        {
            return Refusal.NotFound("Lead", state.LeadId);
        }

        var reader = ListConversations.Reader(db.Actor);
        await (state.IsRead
            ? db.Sql.First(ReadSql, row => row.Long(), cancel, ("reader", reader), ("id", state.LeadId), ("now", db.Now))
            : db.Sql.First(UnreadSql, row => row.Long(), cancel, ("reader", reader), ("id", state.LeadId)));
        return state;
    }

    /// <summary>Notes that someone looks at a conversation; it changes nothing when all that was said in it was answered.</summary>
    public static async Task<Outcome<ReadState>> Opened(long leadId, LintelDb db, CancellationToken cancel)
    {
        await db.Sql.First(OpenedSql, row => row.Long(), cancel, ("reader", ListConversations.Reader(db.Actor)), ("id", leadId), ("now", db.Now));
        return new ReadState(leadId, true);
    }
}
