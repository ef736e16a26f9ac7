namespace Lintel.Model;

/// <summary>One sign-in of a person on one device, working for one agency. It goes with the membership.</summary>
public sealed class Session : IAgencyOwned
{
    /// <summary>A session that nobody uses for so long has ended.</summary>
    public static readonly TimeSpan LongestIdle = TimeSpan.FromDays(7);

    /// <summary>However much it is used, one signs in again after so long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public long Id { get; init; }

    public long AgencyId { get; set; }

    public long UserId { get; init; }

    /// <summary>SHA-256 of what the cookie holds, which is kept nowhere else.</summary>
    public required byte[] TokenHash { get; init; }

    public DateTime CreatedAt { get; init; }

    /// <summary>To within a minute.</summary>
    public DateTime LastUsedAt { get; set; }

    /// <summary>Where it was last used from.</summary>
    public string? Address { get; set; }

    /// <summary>What the browser says it is.</summary>
    public string? Device { get; init; }
}
