using Lintel.Model;

namespace Lintel.Data;

/// <summary>That somebody did something to a record: kept for good, and changed by nobody (<c>Scripts/audit.sql</c>).</summary>
public sealed class AuditEntry : IAgencyOwned
{
    public long Id { get; init; }

    public long AgencyId { get; init; }

    public DateTime At { get; init; }

    /// <summary>The name of whoever did it, as histories have it.</summary>
    public required string Actor { get; init; }

    public long? UserId { get; init; }

    public long? KeyId { get; init; }

    public string? Address { get; init; }

    /// <summary>The call by which it was done, as the log names it.</summary>
    public string? TraceId { get; init; }

    /// <summary>One of <see cref="AuditAction"/>.</summary>
    public required string Action { get; init; }

    /// <summary>What kind of record it was done to: <c>lead</c>, <c>user</c>, <c>key</c>, <c>export</c>.</summary>
    public required string Entity { get; init; }

    public long? EntityId { get; init; }

    /// <summary>What changed, as it was: a JSON object by the names of the wire; null where nothing was there.</summary>
    public string? Before { get; init; }

    /// <summary>The same as it is now.</summary>
    public string? After { get; init; }
}
