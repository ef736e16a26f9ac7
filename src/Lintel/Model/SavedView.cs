namespace Lintel.Model;

/// <summary>A list as somebody likes to look at it: its filters, order and columns under a name, for themselves or for all of the agency.</summary>
public sealed class SavedView : IAgencyOwned
{
    public long Id { get; init; }

    public long AgencyId { get; init; }

    /// <summary>The list that it is a view of: <c>leads</c>.</summary>
    public required string Place { get; init; }

    public required string Name { get; set; }

    /// <summary>What follows the question mark in the list's address.</summary>
    public required string Query { get; set; }

    /// <summary>Whose it is, by the name of the caller who made it.</summary>
    public required string Owner { get; init; }

    /// <summary>Whether all of the agency see it.</summary>
    public bool IsShared { get; set; }

    public DateTime CreatedAt { get; init; }
}
