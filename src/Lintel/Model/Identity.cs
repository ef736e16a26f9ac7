namespace Lintel.Model;

/// <summary>What kind of address a person is known by. A WhatsApp number and a phone of the same digits are one identity.</summary>
public enum IdentityKind
{
    Phone,
    Email,
    InstagramHandle,
}

/// <summary>One address of one person, in canonical form; unique in the agency, so that one person is one lead.</summary>
public sealed class Identity : IAgencyOwned
{
    public long AgencyId { get; init; }

    public IdentityKind Kind { get; init; }

    public required string Value { get; init; }

    public long LeadId { get; init; }
}
