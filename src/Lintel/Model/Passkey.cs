namespace Lintel.Model;

/// <summary>A key that signs a person in: on their device, or with whoever keeps their passwords. What is kept here lets nobody in.</summary>
public sealed class Passkey
{
    public const int LongestName = 100;

    /// <summary>Of one person.</summary>
    public const int Most = 20;

    public long Id { get; init; }

    public long UserId { get; init; }

    /// <summary>How the authenticator names it; unique on this server.</summary>
    public required byte[] CredentialId { get; init; }

    public required byte[] PublicKey { get; init; }

    /// <summary>How often it was used, where the authenticator counts that: one that does not grow is of a copy.</summary>
    public long SignCount { get; init; }

    /// <summary>By which ways a browser reaches it.</summary>
    public List<string> Transports { get; init; } = [];

    /// <summary>Whether it may be copied to the person's other devices.</summary>
    public bool IsBackupEligible { get; init; }

    /// <summary>Whether it was.</summary>
    public bool IsBackedUp { get; init; }

    /// <summary>What the person calls it.</summary>
    public required string Name { get; set; }

    public DateTime CreatedAt { get; init; }

    public DateTime? LastUsedAt { get; init; }
}

/// <summary>What a passkey was asked to sign, once it did: nothing is signed in by the same again.</summary>
public sealed class UsedChallenge
{
    /// <summary>SHA-256 of it.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>From when on it would not be accepted anyway.</summary>
    public DateTime ExpiresAt { get; init; }
}
