namespace Lintel.Model;

/// <summary>One step of a lead through its statuses. A lead's first row has no <see cref="From"/>.</summary>
public sealed class StatusChange : IAgencyOwned
{
    public long Id { get; init; }

    public long AgencyId { get; init; }

    public long LeadId { get; init; }

    public LeadStatus? From { get; init; }

    public LeadStatus To { get; init; }

    public DateTime At { get; init; }

    /// <summary>Who changed it: <c>system</c>, or the caller's name.</summary>
    public required string By { get; init; }

    public required string Reason { get; init; }
}
