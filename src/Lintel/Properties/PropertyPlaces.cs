using System.Globalization;
using Lintel.Data;
using Lintel.Model;
using Lintel.Web;
using Microsoft.Extensions.Localization;

namespace Lintel.Properties;

/// <summary>What the pages about listings share: their addresses, and what can be chosen on them.</summary>
public static class PropertyPlaces
{
    public const string List = "/app/properties";

    /// <summary>The keys of the address that narrow a list; they are the API's.</summary>
    public static readonly string[] Filters = ["q", "area", "property_type", "min_price", "max_price", "bedrooms", "source", "is_active", "is_featured"];

    private const string KindsSql = "SELECT DISTINCT property_type FROM properties WHERE agency_id = @agency AND property_type IS NOT NULL ORDER BY property_type";

    private const string SourcesSql = "SELECT DISTINCT source FROM properties WHERE agency_id = @agency AND source IS NOT NULL ORDER BY source";

    public static string Property(long id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");

    /// <summary>The question that the API is asked for what an address shows.</summary>
    public static PropertyQuery Query(Here here, int perPage) => new()
    {
        Page = here.Get("page"),
        PerPage = perPage.ToString(CultureInfo.InvariantCulture),
        Q = here.Get("q"),
        Area = here.Get("area"),
        PropertyType = here.Get("property_type"),
        MinPrice = Digits(here.Get("min_price")),
        MaxPrice = Digits(here.Get("max_price")),
        Bedrooms = here.Get("bedrooms"),
        Source = here.Get("source"),
        IsActive = here.Get("is_active"),
        IsFeatured = here.Get("is_featured"),
        Sort = here.Get("sort"),
    };

    /// <summary>The kinds of property that there are, as slugs.</summary>
    public static ValueTask<List<string>> Kinds(Agency agency, Remembered remembered, SqlReader sql, CancellationToken cancel) =>
        remembered.Get((nameof(PropertyPlaces), agency.Id, nameof(Kinds)), () => sql.List(KindsSql, row => row.Text(), cancel), cancel);

    /// <summary>The sources that listings come from, as slugs.</summary>
    public static ValueTask<List<string>> Sources(Agency agency, Remembered remembered, SqlReader sql, CancellationToken cancel) =>
        remembered.Get((nameof(PropertyPlaces), agency.Id, nameof(Sources)), () => sql.List(SourcesSql, row => row.Text(), cancel), cancel);

    /// <summary>A listing's size and rooms in one line: 2 bedrooms · 450 sq ft.</summary>
    public static string About(PropertyView property, Formats formats, IStringLocalizer<PropertyWords> words) => string.Join(" · ", new[]
    {
        property.PropertyType is { } kind ? formats.Kind(kind) : null,
        property is { PropertyType: "studio", Bedrooms: 0 } ? null : formats.Rooms(property.Bedrooms),
        (property.SaleableArea ?? property.GrossArea) is { } area ? words["sqft", formats.Number((long)area)].Value : null,
    }.Where(part => part is not null));

    // People write 20,000.
    private static string? Digits(string? text) => text?.Replace(",", "", StringComparison.Ordinal);
}
