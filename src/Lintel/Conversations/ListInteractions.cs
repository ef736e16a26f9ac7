using System.Text.Json.Serialization;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lintel.Conversations;

/// <summary>A lead's timeline, or a page of it, newest first.</summary>
/// <param name="Pagination">Only there when a page was asked for.</param>
public sealed record InteractionsAnswer(
    IReadOnlyList<InteractionView> Interactions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Pagination? Pagination)
{
    public bool Success => true;
}

public static class ListInteractions
{
    /// <summary>So many are sent when no page is asked for.</summary>
    private const int Most = 1_000;

    private const string LeadSql = "SELECT id FROM leads WHERE agency_id = @agency AND id = @id";

    private const string CountSql = "SELECT count(*) FROM interactions WHERE agency_id = @agency AND lead_id = @id";

    private const string Sql = $"""
        SELECT {InteractionView.Columns} FROM {InteractionView.From}
        WHERE i.agency_id = @agency AND i.lead_id = @id
        ORDER BY i.created_at DESC, i.id DESC LIMIT @take OFFSET @skip
        """;

    /// <summary>A lead's interactions, newest first: a page with pagination when page is sent, else all, up to 1,000.</summary>
    public static async Task<Results<Ok<InteractionsAnswer>, ProblemHttpResult>> Get(
        long id,
        [FromQuery(Name = "page"), Whole(1, Default = 1)] string? page,
        [FromQuery(Name = "per_page"), Whole(1, Paging.MostPerPage, Default = Paging.DefaultPerPage)] string? perPage,
        Reading sql,
        Caller caller,
        CancellationToken cancel)
    {
        if (await sql.First(LeadSql, row => (long?)row.Long(), cancel, ("id", id)) is null)
        {
            return Problems.Of(Refusal.NotFound("Lead", id));
        }

        var check = new Check(caller.Agency);
        var paging = Paging.Read(check, page, perPage);
        if (check.Failed)
        {
            return Problems.Of(check.Refusal);
        }

        var isPaged = !string.IsNullOrEmpty(page);
        var (take, skip) = isPaged ? (paging.PerPage, paging.Offset) : (Most, 0);
        var interactions = await Page(id, take, skip, sql, cancel);
        var pagination = isPaged ? Pagination.Of(paging, await sql.First(CountSql, row => row.Long(), cancel, ("id", id))) : null;
        return TypedResults.Ok(new InteractionsAnswer(interactions, pagination));
    }

    /// <summary>Some of a lead's interactions, newest first.</summary>
    public static ValueTask<List<InteractionView>> Page(long id, int take, long skip, SqlReader sql, CancellationToken cancel) =>
        sql.List(Sql, InteractionView.Read, cancel, ("id", id), ("take", take), ("skip", skip));
}
