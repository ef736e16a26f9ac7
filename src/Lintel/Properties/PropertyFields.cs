using System.Text.Json;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Properties;

/// <summary>The fields of a listing in canonical form, each with whether it was sent: what is left of a <see cref="PropertyRequest"/> that is in order.</summary>
public sealed record PropertyFields
{
    public const int LongestTitle = 300;
    public const int LongestName = 200;
    public const int LongestAddress = 500;
    public const int LongestArea = Check.LongestItem;
    public const int LongestFloor = 50;
    public const int LongestReference = 100;
    public const int LongestPhone = 50;
    public const int LongestPost = 500;
    public const int MostRooms = 50;

    /// <summary>Far above any price, and a number that JSON readers keep whole.</summary>
    public const long MostMoney = 1_000_000_000_000_000;

    public Field<string> Title { get; private init; }

    public Field<string> Development { get; private init; }

    public Field<string> Address { get; private init; }

    public Field<string> Area { get; private init; }

    public Field<string> PropertyType { get; private init; }

    public Field<long?> Bedrooms { get; private init; }

    public Field<long?> Bathrooms { get; private init; }

    public Field<double?> SaleableArea { get; private init; }

    public Field<double?> GrossArea { get; private init; }

    public Field<string> Floor { get; private init; }

    public Field<long?> Price { get; private init; }

    public Field<double?> PricePerSqft { get; private init; }

    public Field<string> Source { get; private init; }

    public Field<string> SourceId { get; private init; }

    public Field<string> ListingUrl { get; private init; }

    public Field<List<string>> Images { get; private init; }

    public Field<List<string>> EnrichedImages { get; private init; }

    public Field<string> AgentName { get; private init; }

    public Field<string> AgentPhone { get; private init; }

    public Field<string> AgentAgency { get; private init; }

    public Field<bool?> IsActive { get; private init; }

    public Field<bool?> IsFeatured { get; private init; }

    public Field<List<string>> InstagramPosts { get; private init; }

    public Field<long?> TotalViews { get; private init; }

    public Field<DateTime?> ScrapedAt { get; private init; }

    /// <summary>The listing's name at its source, when both parts of it are there.</summary>
    public SourceKey? Key => Source.Value is { } source && SourceId.Value is { } id ? new(source, id) : null;

    /// <summary>Reads a request; what is wrong with it is left in <paramref name="check"/>.</summary>
    public static PropertyFields Read(PropertyRequest request, Check check, Agency agency) => new()
    {
        Title = check.Text("title", request.Title, LongestTitle),
        Development = check.Text("development", request.Development, LongestName),
        Address = check.Text("address", request.Address, LongestAddress),
        Area = check.Text("area", request.Area, LongestArea),
        PropertyType = check.Slug("property_type", request.PropertyType),
        Bedrooms = check.Whole("bedrooms", request.Bedrooms, 0, MostRooms),
        Bathrooms = check.Whole("bathrooms", request.Bathrooms, 0, MostRooms),
        SaleableArea = ReadArea("saleable_area", request.SaleableArea, check),
        GrossArea = ReadArea("gross_area", request.GrossArea, check),
        Floor = check.Text("floor", request.Floor, LongestFloor),
        Price = check.Whole("price", request.Price, 0, MostMoney),
        PricePerSqft = check.Real("price_per_sqft", request.PricePerSqft, 0, MostMoney),
        Source = check.Slug("source", request.Source),
        SourceId = check.Text("source_id", request.SourceId, LongestReference),
        ListingUrl = check.Url("listing_url", request.ListingUrl),
        Images = check.Urls("images", request.Images),
        EnrichedImages = check.Urls("enriched_images", request.EnrichedImages),
        AgentName = check.Text("agent_name", request.AgentName, LongestName),
        AgentPhone = ReadPhone("agent_phone", request.AgentPhone, check, agency),
        AgentAgency = check.Text("agent_agency", request.AgentAgency, LongestName),
        IsActive = check.Plain("is_active", request.IsActive),
        IsFeatured = check.Plain("is_featured", request.IsFeatured),
        InstagramPosts = check.Texts("instagram_posts", request.InstagramPosts, LongestPost),
        TotalViews = check.Whole("total_views", request.TotalViews, 0, MostMoney),
        ScrapedAt = check.Time("scraped_at", request.ScrapedAt),
    };

    /// <summary>What the listing as a whole must be: it has a title, be it from before.</summary>
    public void CheckWhole(bool isKnown, Check check)
    {
        if (isKnown)
        {
            check.NotNull("title", Title);
        }
        else
        {
            check.Required("title", Title);
        }
    }

    /// <summary>Puts what was sent on the listing.</summary>
    /// <returns>Whether that changed anything a reader of the listing would call a change; that it was read again is none.</returns>
    public bool ApplyTo(Property property)
    {
        ScrapedAt.IfSent(time => property.ScrapedAt = time);
        var put = new Putting();
        put.Value(Title, property.Title, value => property.Title = value!);
        put.Value(Development, property.Development, value => property.Development = value);
        put.Value(Address, property.Address, value => property.Address = value);
        put.Value(Area, property.Area, value => property.Area = value);
        put.Value(PropertyType, property.PropertyType, value => property.PropertyType = value);
        put.Value(Bedrooms, property.Bedrooms, value => property.Bedrooms = (int?)value);
        put.Value(Bathrooms, property.Bathrooms, value => property.Bathrooms = (int?)value);
        put.Value(SaleableArea, property.SaleableArea, value => property.SaleableArea = value);
        put.Value(GrossArea, property.GrossArea, value => property.GrossArea = value);
        put.Value(Floor, property.Floor, value => property.Floor = value);
        put.Value(Price, property.Price, value => property.Price = value);
        put.Value(PricePerSqft, property.StatedPricePerSqft, value => property.StatedPricePerSqft = value);
        put.Value(Source, property.Source, value => property.Source = value);
        put.Value(SourceId, property.SourceId, value => property.SourceId = value);
        put.Value(ListingUrl, property.ListingUrl, value => property.ListingUrl = value);
        put.List(Images, property.Images, list => property.Images = list);
        put.List(EnrichedImages, property.EnrichedImages, list => property.EnrichedImages = list);
        put.Value(AgentName, property.AgentName, value => property.AgentName = value);
        put.Value(AgentPhone, property.AgentPhone, value => property.AgentPhone = value);
        put.Value(AgentAgency, property.AgentAgency, value => property.AgentAgency = value);
        put.Value(IsActive.To<bool?>(IsActive.Value ?? true), property.IsActive, value => property.IsActive = value!.Value);
        put.Value(IsFeatured.To<bool?>(IsFeatured.Value ?? false), property.IsFeatured, value => property.IsFeatured = value!.Value);
        put.List(InstagramPosts, property.InstagramPosts, list => property.InstagramPosts = list);
        put.Value(TotalViews.To<long?>(TotalViews.Value ?? 0), property.TotalViews, value => property.TotalViews = value!.Value);
        return put.Changed;
    }

    private static Field<double?> ReadArea(string field, Field<JsonElement?> sent, Check check)
    {
        if (sent.Value is not { } json)
        {
            return sent.To<double?>(null);
        }

        var text = json.ValueKind == JsonValueKind.String ? check.Text(field, json.Deserialize<Field<string>>(), FloorArea.LongestText).Value : null;
        var area = json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) && number is >= 0 and <= FloorArea.Most ? number
            : text is not null ? FloorArea.Canonical(text)
            : null;
        if (area is null && (text is not null || json.ValueKind != JsonValueKind.String))
        {
            check.Error(field, "must be a number of square feet, or text such as \"450 sqft\" or \"450呎\"");
        }

        return sent.To(area);
    }

    /// <summary>Sources write two numbers, or a name beside one: what is not one number is kept as it is, for it is not ours to call.</summary>
    private static Field<string> ReadPhone(string field, Field<string> sent, Check check, Agency agency)
    {
        var text = check.Text(field, sent, LongestPhone);
        return text.To(text.Value is { } written ? PhoneNumber.Canonical(written, agency.Region) ?? written : null);
    }

    /// <summary>Puts values in their places and remembers whether one was new there.</summary>
    private sealed class Putting
    {
        public bool Changed { get; private set; }

        public void Value<T, TBefore>(Field<T> sent, TBefore before, Action<T?> put)
        {
            if (sent.IsSent && !Equals(Same(sent.Value), Same(before)))
            {
                put(sent.Value);
                Changed = true;
            }
        }

        public void List(Field<List<string>> sent, List<string> before, Action<List<string>> put)
        {
            if (sent.IsSent && !(sent.Value ?? []).SequenceEqual(before, StringComparer.Ordinal))
            {
                put(sent.Value ?? []);
                Changed = true;
            }
        }

        /// <summary>Rooms come as long and are kept as int.</summary>
        private static object? Same(object? value) => value is int number ? (long)number : value;
    }
}

/// <summary>By what a source names a listing; unique in the agency.</summary>
public readonly record struct SourceKey(string Source, string Id);
