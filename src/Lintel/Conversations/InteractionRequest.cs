using Lintel.Http;
using Lintel.Model;

namespace Lintel.Conversations;

/// <summary>The keys of an interaction that a client may send; null is the same as left out.</summary>
public sealed record InteractionRequest
{
    public Field<InteractionType?> Type { get; init; }

    public Field<Channel?> Channel { get; init; }

    public Field<Direction?> Direction { get; init; }

    public Field<string> Subject { get; init; }

    public Field<string> Message { get; init; }

    public Field<string[]> Attachments { get; init; }

    public Field<long?> AgentId { get; init; }

    public Field<bool?> IsAutomated { get; init; }

    public Field<string> ScheduledAt { get; init; }

    public Field<string> CompletedAt { get; init; }

    public Field<string> Outcome { get; init; }

    public Field<string> NextAction { get; init; }

    public Field<string> FollowUpDate { get; init; }
}
