namespace Lintel.Model;

/// <summary>That something happened, told to whoever wants to know. It says which records to look at, and holds no personal text.</summary>
/// <remarks>The databases write them by trigger, in the transaction that changes what they are about, so that no way of writing can forget it.</remarks>
public sealed class DomainEvent : Delivery
{
    /// <summary><c>lead.created</c>, <c>interaction.created</c>, …: the kind of record, and what became of it.</summary>
    public required string Type { get; init; }

    public long? LeadId { get; init; }

    /// <summary>Whose lead it is, after what happened.</summary>
    public long? AgentId { get; init; }

    /// <summary>What else there is to say, as a JSON object.</summary>
    public required string Data { get; init; }
}
