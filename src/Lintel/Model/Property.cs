namespace Lintel.Model;

/// <summary>A listing: something to rent or buy that leads ask about.</summary>
public sealed class Property : IAgencyOwned
{
    public long Id { get; init; }

    public long AgencyId { get; init; }

    public required string Title { get; set; }

    public string? Development { get; set; }

    public string? Address { get; set; }

    public string? Area { get; set; }

    public string? PropertyType { get; set; }

    public int? Bedrooms { get; set; }

    public int? Bathrooms { get; set; }

    /// <summary>Square feet.</summary>
    public double? SaleableArea { get; set; }

    /// <summary>Square feet.</summary>
    public double? GrossArea { get; set; }

    public string? Floor { get; set; }

    /// <summary>Whole units of the agency's currency: per month for a letting, in all for a sale.</summary>
    public long? Price { get; set; }

    /// <summary>As the source says it; null when it does not, and then derived for display.</summary>
    public double? StatedPricePerSqft { get; set; }

    /// <summary>Where the listing comes from (28hse, squarefoot, centaline, …).</summary>
    public string? Source { get; set; }

    /// <summary>The listing's id there; (source, source id) is unique in the agency.</summary>
    public string? SourceId { get; set; }

    public string? ListingUrl { get; set; }

    public List<string> Images { get; set; } = [];

    public List<string> EnrichedImages { get; set; } = [];

    public string? AgentName { get; set; }

    public string? AgentPhone { get; set; }

    public string? AgentAgency { get; set; }

    public bool IsActive { get; set; } = true;

    public bool IsFeatured { get; set; }

    public List<string> InstagramPosts { get; set; } = [];

    public long TotalViews { get; set; }

    public DateTime CreatedAt { get; init; }

    public DateTime UpdatedAt { get; set; }

    public DateTime? ScrapedAt { get; set; }

    /// <summary>Counts the changes a client made, for <c>If-Match</c>.</summary>
    public int Version { get; private set; }

    /// <summary>Price over saleable area, else over gross area, to two decimals; null when either is missing.</summary>
    public static double? PricePerSqft(long? price, double? saleableArea, double? grossArea) =>
        price is { } whole && (saleableArea ?? grossArea) is { } area and > 0 ? Math.Round(whole / area, 2) : null;

    public void Touch(DateTime now)
    {
        UpdatedAt = now;
        Version++;
    }
}
