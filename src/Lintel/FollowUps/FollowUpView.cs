using Lintel.Data;
using Lintel.Model;

namespace Lintel.FollowUps;

/// <summary>A follow-up as the wire has it.</summary>
/// <param name="CompletedAt">When it was done; null while it is open.</param>
public sealed record FollowUpView(long Id, long LeadId, DateTime DueAt, string? Note, bool Done, DateTime? CompletedAt, DateTime CreatedAt)
{
    /// <summary>What <see cref="Read"/> takes, of the table by the alias <c>f</c>.</summary>
    public const string Columns = "f.id, f.lead_id, f.due_at, f.note, f.completed_at, f.created_at";

    public static FollowUpView Read(Row row)
    {
        var (id, leadId, due, note, completed) = (row.Long(), row.Long(), row.Time(), row.TextOrNull(), row.TimeOrNull());
        return new(id, leadId, due, note, completed is not null, completed, row.Time());
    }

    public static FollowUpView Of(FollowUp saved) =>
        new(saved.Id, saved.LeadId, saved.DueAt, saved.Note, !saved.IsOpen, saved.CompletedAt, saved.CreatedAt);
}

/// <summary>A follow-up as the answer to a call about one.</summary>
public sealed record FollowUpAnswer(FollowUpView FollowUp)
{
    public bool Success => true;
}
