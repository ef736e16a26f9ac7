using Lintel.Http;
using Lintel.Model;

namespace Lintel.Conversations;

/// <summary>The keys of an interaction that a client may send; null is the same as left out.</summary>
public sealed record InteractionRequest
{
    [Choice("message", "call", "email", "meeting", "viewing", "note", Default = "message")]
    public Field<InteractionType?> Type { get; init; }

    [Choice("instagram", "whatsapp", "phone", "email", "in_person", "sms", "web", "facebook")]
    public Field<Channel?> Channel { get; init; }

    [Value(Default = "outbound")]
    public Field<Direction?> Direction { get; init; }

    [Text(InteractionFields.LongestSubject)]
    public Field<string> Subject { get; init; }

    [Text(InteractionFields.LongestMessage)]
    public Field<string> Message { get; init; }

    [WebAddresses]
    public Field<string[]> Attachments { get; init; }

    [Whole(1)]
    public Field<long?> AgentId { get; init; }

    [Value(Default = false)]
    public Field<bool?> IsAutomated { get; init; }

    [Time]
    public Field<string> ScheduledAt { get; init; }

    [Time]
    public Field<string> CompletedAt { get; init; }

    [Text(InteractionFields.LongestOutcome)]
    public Field<string> Outcome { get; init; }

    [Text(InteractionFields.LongestNextAction)]
    public Field<string> NextAction { get; init; }

    [Time]
    public Field<string> FollowUpDate { get; init; }
}
