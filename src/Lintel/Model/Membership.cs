namespace Lintel.Model;

/// <summary>What a person is in an agency. Without one, they are nobody there.</summary>
public sealed class Membership : IAgencyOwned
{
    public long AgencyId { get; init; }

    public long UserId { get; init; }

    public Role Role { get; set; }

    /// <summary>The agent whose leads are this person's; only an <see cref="Role.Agent"/> needs one.</summary>
    public long? AgentId { get; set; }

    public DateTime CreatedAt { get; init; }
}
