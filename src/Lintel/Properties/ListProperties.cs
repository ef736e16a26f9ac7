using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Properties;

/// <summary>One page of listings.</summary>
public sealed record PropertiesAnswer(IReadOnlyList<PropertyView> Properties, Pagination Pagination)
{
    public bool Success => true;
}

public static class ListProperties
{
    /// <summary>A page of the agency's listings: filtered, searched and sorted. Without a sort, the newest come first.</summary>
    public static async Task<Results<Ok<PropertiesAnswer>, ProblemHttpResult>> Get(
        [AsParameters] PropertyQuery query, Reading sql, Remembered remembered, Caller caller, CancellationToken cancel)
    {
        var outcome = await Handle(query, caller.Agency, sql, remembered, cancel);
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(outcome.Value);
    }

    public static async Task<Outcome<PropertiesAnswer>> Handle(
        PropertyQuery query, Agency agency, SqlReader sql, Remembered remembered, CancellationToken cancel)
    {
        var check = new Check(agency);
        var paging = Paging.Read(check, query.Page, query.PerPage);
        var filter = PropertyFilter.Read(query, check);
        var order = Sorting.Read<PropertyOrder>(query.Sort, check) ?? [("created_at", true), ("id", true)];
        return check.Failed
            ? check.Refusal
            : await remembered.Get((agency.Id, query), () => Page(filter, order, paging, sql, cancel), cancel);
    }

    private static async ValueTask<PropertiesAnswer> Page(
        PropertyFilter filter, IReadOnlyList<(string Column, bool Descending)> order, Paging paging, SqlReader sql, CancellationToken cancel)
    {
        await filter.Locate(sql, cancel);
        var total = await sql.First($"SELECT count(*) FROM properties p WHERE {filter.Where}", row => row.Long(), cancel, filter.Args);
        if (paging.Offset >= total)
        {
            return new([], Pagination.Of(paging, total));
        }

        // The page is found first: inquiries are counted for what is shown only.
        var by = Sorting.Sql<PropertyOrder>(order, "p.");
        var page = $"SELECT p.id FROM properties p WHERE {filter.Where} ORDER BY {by} LIMIT @take OFFSET @skip";
        var properties = await sql.List(
            $"SELECT {PropertyView.Columns} FROM ({page}) page JOIN properties p ON p.id = page.id ORDER BY {by}",
            PropertyView.Read,
            cancel,
            [.. filter.Args, ("take", paging.PerPage), ("skip", paging.Offset)]);
        return new(properties, Pagination.Of(paging, total));
    }
}
