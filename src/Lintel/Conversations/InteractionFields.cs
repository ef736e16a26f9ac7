using Lintel.Http;
using Lintel.Model;

namespace Lintel.Conversations;

/// <summary>The fields of an interaction in canonical form: what is left of an <see cref="InteractionRequest"/> that is in order.</summary>
public sealed record InteractionFields
{
    public const int LongestSubject = 200;
    public const int LongestMessage = 10_000;
    public const int LongestOutcome = 100;
    public const int LongestNextAction = 500;

    // What a client writes; the rest is the system's.
    private static readonly InteractionType[] Types =
        [InteractionType.Message, InteractionType.Call, InteractionType.Email, InteractionType.Meeting, InteractionType.Viewing, InteractionType.Note];

    private static readonly Channel[] Channels =
        [.. Enum.GetValues<Channel>().Where(channel => channel != Model.Channel.System)];

    // Further ahead, it is no clock that runs fast and no time zone that was left out.
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(1);

    public InteractionType Type { get; private init; }

    /// <summary>Null when it was not sent.</summary>
    public Channel? Channel { get; private init; }

    public Direction Direction { get; private init; }

    public string? Subject { get; private init; }

    public string? Message { get; private init; }

    public List<string> Attachments { get; private init; } = [];

    public long? AgentId { get; private init; }

    public bool IsAutomated { get; private init; }

    public DateTime? ScheduledAt { get; private init; }

    public DateTime? CompletedAt { get; private init; }

    public string? Outcome { get; private init; }

    public string? NextAction { get; private init; }

    public DateTime? FollowUpDate { get; private init; }

    /// <summary>Reads a request; what is wrong with it is left in <paramref name="check"/>.</summary>
    public static InteractionFields Read(InteractionRequest request, DateTime now, Check check)
    {
        var fields = new InteractionFields
        {
            Type = OneOf("type", request.Type, Types, check) ?? InteractionType.Message,
            Channel = OneOf("channel", request.Channel, Channels, check),
            Direction = check.Plain("direction", request.Direction).Value ?? Direction.Outbound,
            Subject = check.Text("subject", request.Subject, LongestSubject).Value,
            Message = check.Text("message", request.Message, LongestMessage).Value,
            Attachments = check.Urls("attachments", request.Attachments).Value ?? [],
            AgentId = check.Plain("agent_id", request.AgentId).Value,
            IsAutomated = check.Plain("is_automated", request.IsAutomated).Value ?? false,
            ScheduledAt = check.Time("scheduled_at", request.ScheduledAt).Value,
            CompletedAt = check.Time("completed_at", request.CompletedAt).Value,
            Outcome = check.Text("outcome", request.Outcome, LongestOutcome).Value,
            NextAction = check.Text("next_action", request.NextAction, LongestNextAction).Value,
            FollowUpDate = check.Time("follow_up_date", request.FollowUpDate).Value,
        };
        if (fields.CompletedAt > now + MostAhead)
        {
            check.Error("completed_at", "must not be in the future");
        }

        if (!check.Failed && fields is { Message: null, Subject: null, Outcome: null, Attachments.Count: 0, ScheduledAt: null })
        {
            check.Error("message", "or one of subject, outcome, attachments and scheduled_at is required");
        }

        return fields;
    }

    private static T? OneOf<T>(string field, Field<T?> sent, T[] ours, Check check)
        where T : struct, Enum
    {
        if (sent.Problem is not null || (sent.Value is { } value && !ours.Contains(value)))
        {
            check.Error(field, $"must be one of {string.Join(", ", ours.Select(WireEnum<T>.Name))}");
        }

        return sent.Value;
    }
}
