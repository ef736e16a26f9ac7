namespace Lintel.Model;

/// <summary>An address that a lead's message gave and that somebody else is known by: perhaps the same person.</summary>
public sealed class Mention : IAgencyOwned
{
    public long Id { get; init; }

    public long AgencyId { get; init; }

    public long LeadId { get; init; }

    public IdentityKind Kind { get; init; }

    public required string Value { get; init; }
}
