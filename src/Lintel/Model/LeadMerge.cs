namespace Lintel.Model;

/// <summary>That a lead was joined with another, with all that is needed to take it back.</summary>
public sealed class LeadMerge : IAgencyOwned
{
    public long Id { get; init; }

    public long AgencyId { get; init; }

    /// <summary>The lead that stayed.</summary>
    public long LeadId { get; init; }

    /// <summary>The lead that is no more.</summary>
    public long MergedLeadId { get; init; }

    public DateTime At { get; init; }

    public required string By { get; init; }

    /// <summary>The columns of the lead that stayed, before, as JSON.</summary>
    public required string Before { get; init; }

    /// <summary>The same after: what still is so is taken back, what somebody changed since stays.</summary>
    public required string After { get; init; }

    /// <summary>The columns of the lead that is no more, as JSON.</summary>
    public required string Merged { get; init; }

    /// <summary>The rows that went from one to the other, by table, as JSON.</summary>
    public required string Moved { get; init; }
}
