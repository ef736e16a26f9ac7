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

    /// <summary>The second factor's secret, encrypted; null where there is none.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>Since when a code is asked for; null until the person has shown one.</summary>
    public DateTime? TotpSince { get; set; }

    /// <summary>The half minute of the last code that was taken: none of it or of earlier ones is taken again.</summary>
    public long? TotpUsedStep { get; set; }

    /// <summary>SHA-256 of the recovery codes that are left, in hex, with a space after each.</summary>
    public string? RecoveryHashes { get; set; }

    public DateTime CreatedAt { get; init; }
}
