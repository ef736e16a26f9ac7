namespace Lintel.Model;

/// <summary>
/// What is handed on after the change that it came with is kept: tried until it is taken, each time after a longer pause, and at last parked for
/// a person to look at.
/// </summary>
public abstract class Delivery : IAgencyOwned
{
    /// <summary>Stays the same however often it is delivered, and is never another's.</summary>
    public long Id { get; init; }

    public long AgencyId { get; init; }

    public DateTime CreatedAt { get; init; }

    /// <summary>How often delivering it was begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>
    /// When it may be taken (again): at once to begin with; while somebody has it, when they are given up for dead; null when it was delivered or
    /// is parked.
    /// </summary>
    public DateTime? NextTryAt { get; private set; } = DateTime.UnixEpoch;

    public DateTime? DeliveredAt { get; private set; }

    /// <summary>When it was given up.</summary>
    public DateTime? ParkedAt { get; private set; }

    /// <summary>Why the last try failed; no word of what was to be delivered.</summary>
    public string? LastError { get; private set; }
}
