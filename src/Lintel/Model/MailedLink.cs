namespace Lintel.Model;

/// <summary>A link that was sent by mail: whoever opens it chooses a password, once. With a <see cref="Role"/> it is an invitation.</summary>
public sealed class MailedLink : IAgencyOwned
{
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);

    public static readonly TimeSpan ResetLasts = TimeSpan.FromHours(1);

    public long Id { get; init; }

    public long AgencyId { get; init; }

    /// <summary>Whom it was sent to, lower case.</summary>
    public required string Email { get; init; }

    /// <summary>What an invited person becomes; null where a password is only chosen anew.</summary>
    public Role? Role { get; init; }

    /// <summary>The agent whose leads will be theirs.</summary>
    public long? AgentId { get; init; }

    /// <summary>SHA-256 of what the link holds, which is kept nowhere else.</summary>
    public required byte[] TokenHash { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime ExpiresAt { get; init; }
}
