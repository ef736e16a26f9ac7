using Lintel.Http;
using Lintel.Model;

namespace Lintel.Conversations;

/// <summary>What the system itself notes in a lead's timeline.</summary>
public static class SystemEntry
{
    public static Interaction Of(StatusChange change, Lead lead) => Of(
        InteractionType.StatusChange,
        change.From is { } from ? $"{WireEnum<LeadStatus>.Name(from)} → {WireEnum<LeadStatus>.Name(change.To)}" : WireEnum<LeadStatus>.Name(change.To),
        change.Reason,
        lead.AssignedAgentId,
        change.At);

    public static Interaction Of(LeadAssignment assignment) => Of(
        InteractionType.Assignment,
        assignment.AgentId is null ? "unassigned" : "assigned",
        assignment.Reason,
        assignment.AgentId,
        assignment.At);

    private static Interaction Of(InteractionType type, string subject, string reason, long? agentId, DateTime at) => new()
    {
        Type = type,
        Channel = Channel.System,
        Direction = Direction.Outbound,
        Subject = subject,
        Message = reason,
        AgentId = agentId,
        IsAutomated = true,
        CreatedAt = at,
    };
}
