using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Lintel.Understanding;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lintel.Matching;

/// <summary>How many of the best are asked for.</summary>
public sealed record MatchesQuery
{
    public const int Usual = 20;

    [FromQuery(Name = "limit"), Whole(1, Paging.MostPerPage, Default = Usual)]
    public string? Limit { get; init; }

    public int Read(Check check) => check.Whole("limit", Limit, 1, Paging.MostPerPage) ?? Usual;
}

/// <summary>A listing as far as it is compared with a lead.</summary>
public sealed record PropertyOffer(
    long Id,
    string Title,
    string? Development,
    string? Area,
    string? PropertyType,
    int? Bedrooms,
    double? SaleableArea,
    string? Floor,
    long? Price,
    string? Source,
    string? SourceId,
    string? ListingUrl);

/// <summary>A listing and how well it fits the lead.</summary>
/// <param name="Score">0 to 100.</param>
/// <param name="TurnedDown">Whether the person has turned it down.</param>
public sealed record MatchingProperty(PropertyOffer Property, int Score, IReadOnlyList<MatchReason> Reasons, bool TurnedDown);

/// <summary>The best first.</summary>
public sealed record MatchingPropertiesAnswer(IReadOnlyList<MatchingProperty> Matches)
{
    public bool Success => true;
}

public static class FindMatchingProperties
{
    private const string WishSql = """
        SELECT preferred_areas, property_type, bedrooms, budget_min, budget_max, turned_down_properties FROM leads WHERE agency_id = @agency AND id = @id
        """;

    // All of them, in about the order they lie in the file.
    private const string OffersSql = """
        SELECT id, area, development, property_type, bedrooms, price, source_id
        FROM properties INDEXED BY ix_properties_agency_id_created_at WHERE agency_id = @agency AND is_active = @active
        """;

    private const string BestSql = """
        SELECT id, title, development, area, property_type, bedrooms, saleable_area, floor, price, source, source_id, listing_url
        FROM properties WHERE agency_id = @agency AND id IN (SELECT value FROM each(@ids))
        """;

    /// <summary>
    /// Lists the properties that fit a lead. Those on offer, each scored 0–100 with the reasons; the best come first. What is not known is neither a hit nor
    /// a miss, and what the person turned down sinks to the end.
    /// </summary>
    public static async Task<Results<Ok<MatchingPropertiesAnswer>, ProblemHttpResult>> Get(
        long id, [AsParameters] MatchesQuery query, Caller caller, Gazetteers gazetteers, Reading sql, CancellationToken cancel)
    {
        var check = new Check(caller.Agency);
        var limit = query.Read(check);
        if (check.Failed)
        {
            return Problems.Of(check.Refusal);
        }

        return await Of(id, limit, await gazetteers.Of(caller.Agency, sql, cancel), sql, cancel) is { } matches
            ? TypedResults.Ok(new MatchingPropertiesAnswer(matches))
            : Problems.Of(Refusal.NotFound("Lead", id));
    }

    /// <summary>The best for a lead; null when there is no such lead.</summary>
    public static async ValueTask<IReadOnlyList<MatchingProperty>?> Of(long leadId, int limit, Gazetteer gazetteer, SqlReader sql, CancellationToken cancel)
    {
        if (await sql.First(WishSql, Wish.Read, cancel, ("id", leadId)) is not { } wish)
        {
            return null;
        }

        var nearnesses = new Nearnesses<Place>(gazetteer, place => (wish.Areas, place.Area, place.Development));
        var offers = new Best<Candidate>(limit);
        await sql.Each(OffersSql, row => offers.Take(Candidate.Read(row, wish, nearnesses)), cancel, ("active", true));
        var best = offers.List();
        var views = (await sql.List(BestSql, ReadOffer, cancel, ("ids", best.Select(offer => offer.Id)))).ToDictionary(view => view.Id);
        return [.. best.Where(offer => views.ContainsKey(offer.Id)).Select(offer => new MatchingProperty(
            views[offer.Id], offer.Score, Fit.Explain(wish.Wanted, offer.Offered, offer.Nearness, offer.IsTurnedDown), offer.IsTurnedDown))];
    }

    private static PropertyOffer ReadOffer(Row row) => new(
        row.Long(), row.Text(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.IntOrNull(), row.RealOrNull(), row.TextOrNull(),
        row.LongOrNull(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull());

    private sealed record Wish(IReadOnlyList<string> Areas, Wanted Wanted, HashSet<string> TurnedDown)
    {
        public static Wish Read(Row row)
        {
            var areas = row.Texts();
            return new(areas, new(row.TextOrNull(), row.IntOrNull(), row.LongOrNull(), row.LongOrNull()), [.. row.Texts()]);
        }
    }

    private readonly record struct Place(string? Area, string? Development);

    private readonly record struct Candidate(long Id, Offered Offered, Nearness Nearness, bool IsTurnedDown, bool IsComparable, int Score) : IScored
    {
        public static Candidate Read(Row row, Wish wish, Nearnesses<Place> nearnesses)
        {
            var id = row.Long();
            var nearness = nearnesses.Of(new(row.TextOrNull(), row.TextOrNull()));
            var offered = new Offered(row.TextOrNull(), row.IntOrNull(), row.LongOrNull());
            var isTurnedDown = wish.TurnedDown.Count > 0
                && ((row.TextOrNull() is { } sourceId && wish.TurnedDown.Contains(sourceId)) || wish.TurnedDown.Contains(TurnedDown.Digits(id)));
            return new(id, offered, nearness, isTurnedDown, Fit.IsComparable(wish.Wanted, offered, nearness), Fit.Score(wish.Wanted, offered, nearness, isTurnedDown));
        }
    }
}
