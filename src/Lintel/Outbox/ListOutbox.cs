using Lintel.Data;
using Lintel.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lintel.Outbox;

/// <summary>An event that is still to be delivered, and how that goes.</summary>
/// <param name="Attempts">How often delivering it was begun.</param>
/// <param name="NextTryAt">When it is tried next; null when it is parked.</param>
/// <param name="ParkedAt">When it was given up; null while it is tried.</param>
/// <param name="LastError">Why the last try failed; null when none did.</param>
public sealed record OutboxEntry(EventView Event, int Attempts, DateTime? NextTryAt, DateTime? ParkedAt, string? LastError);

/// <summary>One page of what is still to be delivered.</summary>
public sealed record OutboxAnswer(IReadOnlyList<OutboxEntry> Entries, Pagination Pagination)
{
    public bool Success => true;
}

public static class ListOutbox
{
    private const string Where = """
        FROM outbox WHERE agency_id = @agency AND delivered_at IS NULL AND (parked_at IS NOT NULL) = coalesce(@parked, parked_at IS NOT NULL)
        """;

    private const string Sql = $"SELECT id, {EventView.Columns}, attempts, next_try_at, parked_at, last_error {Where} ORDER BY id LIMIT @take OFFSET @skip";

    /// <summary>Lists events that are not delivered, the oldest first: those that wait, and those that were given up and are parked.</summary>
    public static async Task<Results<Ok<OutboxAnswer>, ProblemHttpResult>> Get(
        [FromQuery(Name = "parked"), Truth] string? parked,
        [FromQuery(Name = "page"), Whole(1, Default = 1)] string? page,
        [FromQuery(Name = "per_page"), Whole(1, Paging.MostPerPage, Default = Paging.DefaultPerPage)] string? perPage,
        Reading sql,
        Caller caller,
        CancellationToken cancel)
    {
        var check = new Check(caller.Agency);
        var paging = Paging.Read(check, page, perPage);
        var isParked = check.Truth("parked", parked);
        if (check.Failed)
        {
            return Problems.Of(check.Refusal);
        }

        return TypedResults.Ok(await Of(isParked, paging, sql, cancel));
    }

    /// <param name="isParked">Whether those that were given up, or those that are still tried; null for both.</param>
    /// <param name="paging">Which page of them.</param>
    /// <param name="sql">Of the agency.</param>
    /// <param name="cancel">Gives up.</param>
    public static async ValueTask<OutboxAnswer> Of(bool? isParked, Paging paging, SqlReader sql, CancellationToken cancel)
    {
        var total = await sql.First($"SELECT count(*) {Where}", row => row.Long(), cancel, ("parked", isParked));
        var entries = paging.Offset >= total
            ? []
            : await sql.List(Sql, Read, cancel, ("parked", isParked), ("take", paging.PerPage), ("skip", paging.Offset));
        return new(entries, Pagination.Of(paging, total));
    }

    private static OutboxEntry Read(Row row) => new(EventView.Read(row, row.Long()), row.Int(), row.TimeOrNull(), row.TimeOrNull(), row.TextOrNull());
}
