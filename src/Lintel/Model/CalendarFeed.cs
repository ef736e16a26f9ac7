namespace Lintel.Model;

/// <summary>An agent's plans as a calendar that other programs read, at an address that only its holder knows.</summary>
public sealed class CalendarFeed : IAgencyOwned
{
    public long AgencyId { get; init; }

    public long AgentId { get; init; }

    /// <summary>SHA-256 of what the address holds, which is shown once and kept nowhere.</summary>
    public required byte[] TokenHash { get; set; }

    /// <summary>The language that its maker reads.</summary>
    public required string Language { get; set; }

    public DateTime CreatedAt { get; set; }
}
