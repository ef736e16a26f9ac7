namespace Lintel.Data;

/// <summary>That the person behind a lead was erased: kept for good, so that it can be done again where an older copy of the data comes back.</summary>
public sealed class Erasure
{
    public long AgencyId { get; init; }

    /// <summary>The lead, whether or not this database has it (yet).</summary>
    public long LeadId { get; init; }

    public DateTime At { get; init; }

    public required string By { get; init; }
}
