using Lintel.Data;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Properties;

/// <summary>A listing as the answer to a call about one.</summary>
public sealed record PropertyAnswer(PropertyView Property)
{
    public bool Success => true;
}

/// <summary>A listing as the wire has it.</summary>
/// <param name="PricePerSqft">As the source says it, else price over saleable area, else over gross area.</param>
/// <param name="TotalInquiries">How many leads name it among the properties they are interested in, by its source id or its id.</param>
public sealed record PropertyView(
    long Id,
    string Title,
    string? Development,
    string? Address,
    string? Area,
    string? PropertyType,
    int? Bedrooms,
    int? Bathrooms,
    double? SaleableArea,
    double? GrossArea,
    string? Floor,
    long? Price,
    double? PricePerSqft,
    string? Source,
    string? SourceId,
    string? ListingUrl,
    IReadOnlyList<string> Images,
    IReadOnlyList<string> EnrichedImages,
    string? AgentName,
    string? AgentPhone,
    string? AgentAgency,
    bool IsActive,
    bool IsFeatured,
    IReadOnlyList<string> InstagramPosts,
    long TotalViews,
    long TotalInquiries,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    DateTime? ScrapedAt)
{
    /// <summary>What <see cref="Read"/> takes, of <c>properties p</c>. A lead that names a listing both ways counts once.</summary>
    public const string Columns = """
        p.version, p.id, p.title, p.development, p.address, p.area, p.property_type, p.bedrooms, p.bathrooms, p.saleable_area, p.gross_area,
        p.floor, p.price, p.stated_price_per_sqft, p.source, p.source_id, p.listing_url, p.images, p.enriched_images, p.agent_name,
        p.agent_phone, p.agent_agency, p.is_active, p.is_featured, p.instagram_posts, p.total_views,
        (SELECT count(*) FROM lead_interests WHERE agency_id = @agency AND reference = p.source_id)
        + (SELECT count(*) FROM lead_interests i WHERE agency_id = @agency AND reference = CAST(p.id AS TEXT)
            AND NOT EXISTS (SELECT 1 FROM lead_interests WHERE agency_id = @agency AND reference = p.source_id AND lead_id = i.lead_id)),
        p.created_at, p.updated_at, p.scraped_at
        """;

    private const string ById = $"SELECT {Columns} FROM properties p WHERE p.agency_id = @agency AND p.id = @id";

    /// <summary>The strong entity tag of this representation.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string ETag { get; private init; } = "";

    public static ValueTask<PropertyView?> Load(SqlReader sql, long id, CancellationToken cancel) => sql.First(ById, Read, cancel, ("id", id));

    public static PropertyView Read(Row row)
    {
        var version = row.Int();
        var property = new PropertyView(
            row.Long(), row.Text(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.IntOrNull(), row.IntOrNull(),
            row.RealOrNull(), row.RealOrNull(), row.TextOrNull(), row.LongOrNull(), row.RealOrNull(), row.TextOrNull(), row.TextOrNull(),
            row.TextOrNull(), row.Texts(), row.Texts(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.Bool(), row.Bool(), row.Texts(),
            row.Long(), row.Long(), row.Time(), row.Time(), row.TimeOrNull());
        return property with
        {
            PricePerSqft = property.PricePerSqft ?? Property.PricePerSqft(property.Price, property.SaleableArea, property.GrossArea),
            ETag = IfMatch.Tag(version, HashCodes.Of(property.TotalInquiries, property.ScrapedAt?.Ticks ?? 0)),
        };
    }
}
