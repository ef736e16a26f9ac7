namespace Lintel.Model;

/// <summary>That somebody has read a lead's conversation up to a moment; what the person said after it is new to them.</summary>
public sealed class ReadMark : IAgencyOwned
{
    public long AgencyId { get; init; }

    public long LeadId { get; init; }

    /// <summary>The user who read; 0 is everyone who is nobody in particular (the open API).</summary>
    public long ReaderId { get; init; }

    public DateTime ReadAt { get; set; }
}
