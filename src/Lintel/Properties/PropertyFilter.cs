using System.Globalization;
using System.Text;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Lintel.Understanding;
using Microsoft.AspNetCore.Mvc;

namespace Lintel.Properties;

/// <summary>The query of <c>GET /properties</c> as it is sent.</summary>
public sealed record PropertyQuery
{
    public const int LongestSearch = 200;

    [FromQuery(Name = "page"), Whole(1, Default = 1)]
    public string? Page { get; init; }

    [FromQuery(Name = "per_page"), Whole(1, Paging.MostPerPage, Default = Paging.DefaultPerPage)]
    public string? PerPage { get; init; }

    /// <summary>Text to be found anywhere in title, development, address, area or source id.</summary>
    [FromQuery(Name = "q"), Text(LongestSearch)]
    public string? Q { get; init; }

    /// <summary>Listings in this area, in any of its names, or in a part of it.</summary>
    [FromQuery(Name = "area"), Text(PropertyFields.LongestArea)]
    public string? Area { get; init; }

    /// <summary>Listings of one of these kinds.</summary>
    [FromQuery(Name = "property_type"), Slugs(Example = new[] { "apartment", "studio" })]
    public string? PropertyType { get; init; }

    /// <summary>Listings that cost at least this.</summary>
    [FromQuery(Name = "min_price"), Whole(0, PropertyFields.MostMoney, Example = 20_000)]
    public string? MinPrice { get; init; }

    /// <summary>Listings that cost at most this.</summary>
    [FromQuery(Name = "max_price"), Whole(0, PropertyFields.MostMoney, Example = 35_000)]
    public string? MaxPrice { get; init; }

    /// <summary>Listings with exactly so many bedrooms; 0 is a studio.</summary>
    [FromQuery(Name = "bedrooms"), Whole(0, PropertyFields.MostRooms)]
    public string? Bedrooms { get; init; }

    /// <summary>Listings from one of these sources.</summary>
    [FromQuery(Name = "source"), Slugs(Example = new[] { "28hse" })]
    public string? Source { get; init; }

    /// <summary>Listings on offer (true), or no longer (false).</summary>
    [FromQuery(Name = "is_active"), Truth]
    public string? IsActive { get; init; }

    /// <summary>Listings that are put in the window (true), or are not (false).</summary>
    [FromQuery(Name = "is_featured"), Truth]
    public string? IsFeatured { get; init; }

    [FromQuery(Name = "sort"), Sort<PropertyOrder>(Example = new[] { "-price", "created_at" })]
    public string? Sort { get; init; }
}

/// <summary>The order of a list of listings.</summary>
public sealed class PropertyOrder : ISortOrder
{
    public static IReadOnlyList<string> Columns { get; } =
        ["created_at", "updated_at", "scraped_at", "title", "area", "price", "saleable_area", "bedrooms", "total_views", "id"];

    public static IReadOnlyList<string> Optional { get; } = ["scraped_at", "area", "price", "saleable_area", "bedrooms"];
}

/// <summary>Which listings a list shows, in SQL over <c>properties p</c>; every part that is there must hold.</summary>
public sealed class PropertyFilter
{
    private const string AreasSql = "SELECT DISTINCT area FROM properties WHERE agency_id = @agency AND area IS NOT NULL";

    private readonly StringBuilder _where = new("p.agency_id = @agency");
    private readonly List<Arg> _args = [];
    private string? _area;

    public string Where => _where.ToString();

    public Arg[] Args => [.. _args];

    public static PropertyFilter Read(PropertyQuery query, Check check)
    {
        var filter = new PropertyFilter { _area = check.Text("area", query.Area, PropertyFields.LongestArea) };
        if (check.Text("q", query.Q, PropertyQuery.LongestSearch) is { } search)
        {
            filter.Add(
                "lower(concat_ws('\n', p.title, p.development, p.address, p.area, p.source_id)) LIKE @search ESCAPE '\\'",
                "search",
                $"%{PlainText.LowerAscii(search).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%");
        }

        filter.AddSlugs("property_type", check.Slugs("property_type", query.PropertyType));
        filter.AddSlugs("source", check.Slugs("source", query.Source));
        filter.Add("p.price >= @least", "least", check.Long("min_price", query.MinPrice, 0, PropertyFields.MostMoney));
        filter.Add("p.price <= @most", "most", check.Long("max_price", query.MaxPrice, 0, PropertyFields.MostMoney));
        filter.Add("p.bedrooms = @bedrooms", "bedrooms", check.Whole("bedrooms", query.Bedrooms, 0, PropertyFields.MostRooms));
        filter.Add("p.is_active = @active", "active", check.Truth("is_active", query.IsActive));
        filter.Add("p.is_featured = @featured", "featured", check.Truth("is_featured", query.IsFeatured));
        return filter;
    }

    /// <summary>Adds the area asked for. Sources name areas in either language and more or less exactly: those that mean it are looked up first.</summary>
    public async ValueTask Locate(SqlReader sql, CancellationToken cancel)
    {
        if (_area is not null)
        {
            var meant = Areas.Meaning([_area]);
            var named = await sql.List(AreasSql, row => row.Text(), cancel);
            Add("p.area IN (SELECT value FROM each(@areas))", "areas", named.Where(name => meant.Contains(Areas.Name(name))));
        }
    }

    private void AddSlugs(string column, IReadOnlyList<string> slugs)
    {
        if (slugs.Count > 0)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"p.{column} IN (SELECT value FROM each(@{column}))"), column, slugs);
        }
    }

    private void Add(string condition, string arg, object? value)
    {
        if (value is not null)
        {
            _where.Append(" AND ").Append(condition);
            _args.Add((arg, value));
        }
    }
}
