using System.Globalization;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Leads;

/// <summary>One page of leads.</summary>
public sealed record LeadsAnswer(IReadOnlyList<LeadView> Leads, Pagination Pagination)
{
    public bool Success => true;
}

public static class ListLeads
{
    /// <summary>A page of the agency's leads: filtered, searched and sorted. Without a sort, the most urgent come first and of those the newest.</summary>
    public static async Task<Results<Ok<LeadsAnswer>, ProblemHttpResult>> Get(
        [AsParameters] LeadQuery query, Reading sql, Remembered remembered, Caller caller, CancellationToken cancel)
    {
        var outcome = await Handle(query, caller.Agency, sql, remembered, cancel);
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(outcome.Value);
    }

    public static async Task<Outcome<LeadsAnswer>> Handle(LeadQuery query, Agency agency, SqlReader sql, Remembered remembered, CancellationToken cancel)
    {
        var check = new Check(agency);
        var paging = Paging.Read(check, query.Page, query.PerPage);
        var filter = LeadFilter.Read(query, check);
        var order = LeadOrder.Read(query.Sort, check);
        if (check.Failed)
        {
            return check.Refusal;
        }

        var match = filter.Search is null ? null : await LeadSearch.Match(filter.Search, sql, cancel);
        if (match is { Length: 0 })
        {
            return new LeadsAnswer([], Pagination.Of(paging, 0));
        }

        var total = await Total(filter, order, match, agency.Id, sql, remembered, cancel);
        if (paging.Offset >= total)
        {
            return new LeadsAnswer([], Pagination.Of(paging, total));
        }

        var page = new LeadSql(filter, order);
        var text = page.Page(match, total, paging);
        return new LeadsAnswer(await sql.List(text, LeadView.Read, cancel, page.Args), Pagination.Of(paging, total));
    }

    private static async ValueTask<long> Total(
        LeadFilter filter, LeadOrder order, string? match, long agencyId, SqlReader sql, Remembered remembered, CancellationToken cancel)
    {
        var count = new LeadSql(filter, order);
        var text = filter.IsCounted ? count.CountFromCounts() : count.Count(match);
        var args = count.Args;
        var key = string.Create(CultureInfo.InvariantCulture, $"{agencyId}\n{text}\n{string.Join('\n', args.Select(Value))}");
        return await remembered.Get(key, () => sql.First(text, row => row.Long(), cancel, args), cancel);
    }

    private static string Value(Arg arg) => arg.Value switch
    {
        DateTime time => time.Ticks.ToString(CultureInfo.InvariantCulture),
        IEnumerable<string> texts => string.Join('\t', texts),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
