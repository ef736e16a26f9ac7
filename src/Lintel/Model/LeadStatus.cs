namespace Lintel.Model;

/// <summary>Where a lead stands. All but <see cref="Converted"/> and <see cref="Lost"/> are open.</summary>
public enum LeadStatus
{
    New,
    Contacted,
    Qualified,
    ViewingScheduled,
    Applied,
    Converted,
    Lost,
}

public static class LeadStatuses
{
    /// <summary>The first status that is no longer open: <c>status &lt; FirstClosed</c> is the SQL for "open".</summary>
    public const LeadStatus FirstClosed = LeadStatus.Converted;

    public static bool IsOpen(this LeadStatus status) => status < FirstClosed;
}
