namespace Lintel.Model;

/// <summary>What an entry of the timeline is. The last three are written by the system only.</summary>
public enum InteractionType
{
    Message,
    Call,
    Email,
    Meeting,
    Viewing,
    Note,
    Assignment,
    StatusChange,
    Escalation,
}

public enum Channel
{
    Instagram,
    Whatsapp,
    Phone,
    Email,
    InPerson,
    Sms,
    Web,
    Facebook,
    System,
}

public enum Direction
{
    Inbound,
    Outbound,
}

/// <summary>One entry of a lead's timeline: something said, done, planned or noted.</summary>
public sealed class Interaction : IAgencyOwned
{
    /// <summary>The outcome that says a viewing was agreed.</summary>
    public const string ViewingScheduledOutcome = "viewing_scheduled";

    /// <summary>The first type that only the system writes: <c>type &lt; FirstOfSystem</c> is the SQL for "by people".</summary>
    public const InteractionType FirstOfSystem = InteractionType.Assignment;

    public long Id { get; init; }

    public long AgencyId { get; init; }

    public long LeadId { get; init; }

    public InteractionType Type { get; set; }

    public Channel Channel { get; init; }

    public Direction Direction { get; init; }

    public string? Subject { get; init; }

    public string? Message { get; init; }

    /// <summary>http or https addresses.</summary>
    public List<string> Attachments { get; init; } = [];

    public long? AgentId { get; set; }

    /// <summary>Written by a rule, not by a human: never counts as a response.</summary>
    public bool IsAutomated { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime? ScheduledAt { get; set; }

    public DateTime? CompletedAt { get; set; }

    public string? Outcome { get; init; }

    public string? NextAction { get; init; }

    public DateTime? FollowUpDate { get; init; }

    public bool IsSystem => Type >= FirstOfSystem;

    /// <summary>Something that was planned: a call, a meeting, a viewing.</summary>
    public bool IsAppointment => ScheduledAt is not null && !IsSystem;

    /// <summary>A contact with the person that had taken place when it was recorded: not a note, not a system row, not one still ahead.</summary>
    public bool IsContact => HasTakenPlace(CreatedAt);

    /// <summary>When the contact took place: when it was completed, else when it was planned for, and never later than its record.</summary>
    public DateTime OccurredAt => (CompletedAt ?? ScheduledAt) is { } at && at < CreatedAt ? at : CreatedAt;

    /// <summary>Whether it is a contact that has taken place by now; one that was planned ahead, once it is completed.</summary>
    public bool HasTakenPlace(DateTime now) => Type != InteractionType.Note && !IsSystem && !(ScheduledAt > CreatedAt && !(CompletedAt <= now));
}
