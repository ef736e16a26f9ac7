namespace Lintel.Model;

/// <summary>A person who can sign in. What they may do is said by their memberships: one person may work for several agencies.</summary>
public sealed class User
{
    public const int LongestName = 200;

    public long Id { get; init; }

    /// <summary>Lower case; unique on this server.</summary>
    public required string Email { get; set; }

    public required string Name { get; set; }

    /// <summary>Null until the person chose one.</summary>
    public string? PasswordHash { get; set; }

    public DateTime CreatedAt { get; init; }
}
