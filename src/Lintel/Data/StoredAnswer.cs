namespace Lintel.Data;

/// <summary>The first answer to a POST with an <c>Idempotency-Key</c>, kept so that the same call again gets the same answer and acts once.</summary>
public sealed class StoredAnswer
{
    public long AgencyId { get; init; }

    /// <summary>Whose key it is; two callers may use the same one.</summary>
    public required string Caller { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 over method, path and body: what "the same call" means.</summary>
    public required byte[] Fingerprint { get; init; }

    public int Status { get; init; }

    public string? ContentType { get; init; }

    public string? Location { get; init; }

    public required byte[] Body { get; init; }

    public DateTime CreatedAt { get; init; }
}
