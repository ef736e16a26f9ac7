namespace Lintel.Model;

/// <summary>A promise to get back to a lead. Open until done; done, it stays in the timeline.</summary>
public sealed class FollowUp : IAgencyOwned
{
    public long Id { get; init; }

    public long AgencyId { get; init; }

    public long LeadId { get; init; }

    /// <summary>When it is due; moved, it is announced again when that comes.</summary>
    public DateTime DueAt
    {
        get;
        set
        {
            IsAnnounced = IsAnnounced && value == field;
            field = value;
        }
    }

    /// <summary>Whether it was said that it is due: once for each time it was promised for.</summary>
    public bool IsAnnounced { get; set; }

    public string? Note { get; set; }

    public DateTime CreatedAt { get; init; }

    public DateTime? CompletedAt { get; set; }

    public bool IsOpen => CompletedAt is null;
}
