using System.Text.Json;
using Lintel.Http;

namespace Lintel.Properties;

/// <summary>The keys of a listing that a client may send. Where the listing is known, a key left out stays as it is and null clears.</summary>
public sealed record PropertyRequest
{
    /// <summary>What the listing is called; a new one must have it.</summary>
    [Text(PropertyFields.LongestTitle, NotNull = true)]
    public Field<string> Title { get; init; }

    [Text(PropertyFields.LongestName)]
    public Field<string> Development { get; init; }

    [Text(PropertyFields.LongestAddress)]
    public Field<string> Address { get; init; }

    [Text(PropertyFields.LongestArea)]
    public Field<string> Area { get; init; }

    [Slug]
    public Field<string> PropertyType { get; init; }

    [Whole(0, PropertyFields.MostRooms)]
    public Field<long?> Bedrooms { get; init; }

    [Whole(0, PropertyFields.MostRooms)]
    public Field<long?> Bathrooms { get; init; }

    /// <summary>The saleable area in square feet: a number, or text such as "450 sqft", "450呎" or "41.8 m²".</summary>
    [FloorArea]
    public Field<JsonElement?> SaleableArea { get; init; }

    /// <summary>The gross area in square feet: a number, or text such as "560 sqft".</summary>
    [FloorArea]
    public Field<JsonElement?> GrossArea { get; init; }

    [Text(PropertyFields.LongestFloor)]
    public Field<string> Floor { get; init; }

    [Whole(0, PropertyFields.MostMoney)]
    public Field<long?> Price { get; init; }

    /// <summary>The price per square foot as the source says it. Left out or null, it is worked out from price and area.</summary>
    [Real(0, PropertyFields.MostMoney)]
    public Field<double?> PricePerSqft { get; init; }

    /// <summary>Where the listing comes from, as a slug.</summary>
    [Slug]
    public Field<string> Source { get; init; }

    /// <summary>The listing's id there. With `source` it names one listing of the agency.</summary>
    [Text(PropertyFields.LongestReference)]
    public Field<string> SourceId { get; init; }

    [WebAddress]
    public Field<string> ListingUrl { get; init; }

    [WebAddresses]
    public Field<string[]> Images { get; init; }

    [WebAddresses]
    public Field<string[]> EnrichedImages { get; init; }

    [Text(PropertyFields.LongestName)]
    public Field<string> AgentName { get; init; }

    /// <summary>The phone of the agent who offers it; answered in E.164 where it is one number, else as it was sent.</summary>
    [Text(PropertyFields.LongestPhone)]
    public Field<string> AgentPhone { get; init; }

    [Text(PropertyFields.LongestName)]
    public Field<string> AgentAgency { get; init; }

    [Value(Default = true)]
    public Field<bool?> IsActive { get; init; }

    [Value(Default = false)]
    public Field<bool?> IsFeatured { get; init; }

    [Texts(PropertyFields.LongestPost)]
    public Field<string[]> InstagramPosts { get; init; }

    [Whole(0, PropertyFields.MostMoney, Default = 0L)]
    public Field<long?> TotalViews { get; init; }

    /// <summary>When the source was read. Reading it again without finding a change moves this time and nothing else.</summary>
    [Time]
    public Field<string> ScrapedAt { get; init; }
}
