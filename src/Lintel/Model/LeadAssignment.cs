namespace Lintel.Model;

/// <summary>That a lead went to an agent, or to nobody, at a moment: the history behind <see cref="Lead.AssignedAgentId"/>.</summary>
public sealed class LeadAssignment : IAgencyOwned
{
    public long Id { get; init; }

    public long AgencyId { get; init; }

    public long LeadId { get; init; }

    /// <summary>Null when the lead was taken from its agent.</summary>
    public long? AgentId { get; init; }

    public DateTime At { get; init; }

    /// <summary>Who decided: <c>system</c>, or the caller's name.</summary>
    public required string By { get; init; }

    /// <summary>Why, in words and points: "Central 20 + apartment 15 + workload 7.2 + performance 3.1".</summary>
    public required string Reason { get; init; }
}
