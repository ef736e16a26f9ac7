using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Lintel.Understanding;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Matching;

/// <summary>A lead as far as it is compared with a listing.</summary>
public sealed record LeadWish(
    long Id,
    string? Name,
    LeadStatus Status,
    Priority Priority,
    int Score,
    long? AssignedAgentId,
    IReadOnlyList<string> PreferredAreas,
    string? PropertyType,
    int? Bedrooms,
    long? BudgetMin,
    long? BudgetMax);

/// <summary>A lead and how well the listing fits it.</summary>
/// <param name="Score">0 to 100.</param>
/// <param name="TurnedDown">Whether the person has turned it down.</param>
public sealed record MatchingLead(LeadWish Lead, int Score, IReadOnlyList<MatchReason> Reasons, bool TurnedDown);

/// <summary>The best first.</summary>
public sealed record MatchingLeadsAnswer(IReadOnlyList<MatchingLead> Matches)
{
    public bool Success => true;
}

public static class FindMatchingLeads
{
    private const string OfferSql = """
        SELECT area, development, property_type, bedrooms, price, source_id FROM properties WHERE agency_id = @agency AND id = @id
        """;

    // All of them, by the index of the open ones, in the order they lie in the file: by any other SQLite would jump about in it.
    private const string WishesSql = """
        SELECT id, preferred_areas, property_type, bedrooms, budget_min, budget_max, nullif(turned_down_properties, '[]')
        FROM leads INDEXED BY ix_leads_open WHERE agency_id = @agency AND status < 5
        """;

    private const string BestSql = """
        SELECT id, name, status, priority, score, assigned_agent_id, preferred_areas, property_type, bedrooms, budget_min, budget_max
        FROM leads WHERE agency_id = @agency AND id IN (SELECT value FROM each(@ids))
        """;

    /// <summary>
    /// Lists the leads that a property fits. The open ones, each scored 0–100 with the reasons; the best come first. What is not known is neither a hit nor a
    /// miss, and who turned the property down sinks to the end.
    /// </summary>
    public static async Task<Results<Ok<MatchingLeadsAnswer>, ProblemHttpResult>> Get(
        long id, [AsParameters] MatchesQuery query, Caller caller, Gazetteers gazetteers, Remembered remembered, Reading sql, CancellationToken cancel)
    {
        var check = new Check(caller.Agency);
        var limit = query.Read(check);
        if (check.Failed)
        {
            return Problems.Of(check.Refusal);
        }

        return await Of(id, limit, await gazetteers.Of(caller.Agency, sql, cancel), remembered, sql, cancel) is { } matches
            ? TypedResults.Ok(new MatchingLeadsAnswer(matches))
            : Problems.Of(Refusal.NotFound("Property", id));
    }

    /// <summary>The best for a property; null when there is no such property.</summary>
    public static async ValueTask<IReadOnlyList<MatchingLead>?> Of(
        long propertyId, int limit, Gazetteer gazetteer, Remembered remembered, SqlReader sql, CancellationToken cancel) =>
        await sql.First(OfferSql, row => Offer.Read(row, propertyId), cancel, ("id", propertyId)) is { } offer
            ? await remembered.Get((nameof(FindMatchingLeads), propertyId, limit), () => Compare(offer, limit, gazetteer, sql, cancel), cancel)
            : null;

    private static async ValueTask<IReadOnlyList<MatchingLead>> Compare(Offer offer, int limit, Gazetteer gazetteer, SqlReader sql, CancellationToken cancel)
    {
        var nearnesses = new Nearnesses<string>(gazetteer, areas => (Candidate.List(areas), offer.Area, offer.Development));
        var wishes = new Best<Candidate>(limit);
        await sql.Each(WishesSql, row => wishes.Take(Candidate.Read(row, offer, nearnesses)), cancel);
        var best = wishes.List();
        var leads = (await sql.List(BestSql, ReadLead, cancel, ("ids", best.Select(wish => wish.Id)))).ToDictionary(lead => lead.Id);
        return [.. best.Where(wish => leads.ContainsKey(wish.Id)).Select(wish => new MatchingLead(
            leads[wish.Id], wish.Score, Fit.Explain(wish.Wanted, offer.Offered, wish.Nearness, wish.IsTurnedDown), wish.IsTurnedDown))];
    }

    private static LeadWish ReadLead(Row row) => new(
        row.Long(), row.TextOrNull(), row.Enum<LeadStatus>(), row.Enum<Priority>(), row.Int(), row.LongOrNull(), row.Texts(), row.TextOrNull(),
        row.IntOrNull(), row.LongOrNull(), row.LongOrNull());

    private sealed record Offer(string? Area, string? Development, Offered Offered, string? SourceId, string Digits)
    {
        public static Offer Read(Row row, long id) => new(
            row.TextOrNull(), row.TextOrNull(), new(row.TextOrNull(), row.IntOrNull(), row.LongOrNull()), row.TextOrNull(), TurnedDown.Digits(id));
    }

    private readonly record struct Candidate(long Id, Wanted Wanted, Nearness Nearness, bool IsTurnedDown, bool IsComparable, int Score) : IScored
    {
        public static Candidate Read(Row row, Offer offer, Nearnesses<string> nearnesses)
        {
            var id = row.Long();
            var nearness = nearnesses.Of(row.Text());
            var wanted = new Wanted(row.TextOrNull(), row.IntOrNull(), row.LongOrNull(), row.LongOrNull());
            var isTurnedDown = row.TextOrNull() is { } turnedDown && List(turnedDown).Any(reference => reference == offer.SourceId || reference == offer.Digits);
            return new(id, wanted, nearness, isTurnedDown, Fit.IsComparable(wanted, offer.Offered, nearness), Fit.Score(wanted, offer.Offered, nearness, isTurnedDown));
        }

        public static string[] List(string json) => System.Text.Json.JsonSerializer.Deserialize<string[]>(json) ?? [];
    }
}
