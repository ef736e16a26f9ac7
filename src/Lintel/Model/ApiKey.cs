namespace Lintel.Model;

/// <summary>What an API key may be used for.</summary>
public enum Scope
{
    /// <summary>Reads everything of the agency's business.</summary>
    Read,

    /// <summary>Hands in inquiries, and reads nothing.</summary>
    Inquiries,

    /// <summary>Reads and changes everything of the agency's business.</summary>
    Write,

    /// <summary>All that the agency's owner may do.</summary>
    Admin,
}

/// <summary>A program's way in: whoever shows it acts for the agency, within its scope.</summary>
public sealed class ApiKey : IAgencyOwned
{
    public const int LongestName = 100;
    public const int MostAddresses = 20;

    public long Id { get; init; }

    public long AgencyId { get; init; }

    public required string Name { get; init; }

    public Scope Scope { get; init; }

    /// <summary>SHA-256 of the key, which is shown once and kept nowhere.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>How it begins, so that people can tell their keys apart.</summary>
    public required string Hint { get; init; }

    /// <summary>Addresses and networks it may be used from; from everywhere when there are none.</summary>
    public List<string> AllowedAddresses { get; init; } = [];

    public DateTime CreatedAt { get; init; }

    /// <summary>Null for one that does not end by itself.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>To within a minute; null before the first time.</summary>
    public DateTime? LastUsedAt { get; set; }

    public DateTime? RevokedAt { get; set; }
}
