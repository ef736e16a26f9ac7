using Lintel.Assignment;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.Conversations;

/// <summary>An entry of a lead's timeline as the wire has it, with the agent it belongs to.</summary>
public sealed record InteractionView(
    long Id,
    long LeadId,
    InteractionType Type,
    Channel Channel,
    Direction Direction,
    string? Subject,
    string? Message,
    IReadOnlyList<string> Attachments,
    long? AgentId,
    AgentView? Agent,
    bool IsAutomated,
    DateTime CreatedAt,
    DateTime? ScheduledAt,
    DateTime? CompletedAt,
    string? Outcome,
    string? NextAction,
    DateTime? FollowUpDate)
{
    /// <summary>What <see cref="Read"/> takes, of <c>interactions i LEFT JOIN agents a</c>.</summary>
    public const string Columns = """
        i.id, i.lead_id, i.type, i.channel, i.direction, i.subject, i.message, i.attachments, i.is_automated, i.created_at, i.scheduled_at,
        i.completed_at, i.outcome, i.next_action, i.follow_up_date, i.agent_id, a.id,
        """ + " " + AgentView.Columns;

    public const string From = "interactions i LEFT JOIN agents a ON a.agency_id = i.agency_id AND a.id = i.agent_id";

    public static InteractionView Read(Row row)
    {
        var interaction = new InteractionView(
            row.Long(), row.Long(), row.Enum<InteractionType>(), row.Enum<Channel>(), row.Enum<Direction>(), row.TextOrNull(), row.TextOrNull(),
            row.Texts(), null, null, row.Bool(), row.Time(), row.TimeOrNull(), row.TimeOrNull(), row.TextOrNull(), row.TextOrNull(), row.TimeOrNull());
        var agentId = row.LongOrNull();

        // Whoever sees their own figures alone does not see other agents.
        return interaction with { AgentId = agentId, Agent = row.LongOrNull() is null ? null : AgentView.Read(row) };
    }

    /// <summary>An entry that was just saved.</summary>
    public static InteractionView Of(Interaction saved, AgentView? agent) => new(
        saved.Id, saved.LeadId, saved.Type, saved.Channel, saved.Direction, saved.Subject, saved.Message, saved.Attachments, saved.AgentId, agent,
        saved.IsAutomated, saved.CreatedAt, saved.ScheduledAt, saved.CompletedAt, saved.Outcome, saved.NextAction, saved.FollowUpDate);
}
