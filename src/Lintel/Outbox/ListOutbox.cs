using Lintel.Data;
using Lintel.Http;
using Microsoft.AspNetCore.Http.HttpResults;

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
    /// <summary>Lists events that are not delivered, the oldest first: those that wait, and those that were given up and are parked.</summary>
    public static async Task<Results<Ok<OutboxAnswer>, ProblemHttpResult>> Get(
        [AsParameters] UndeliveredQuery query, Reading sql, Caller caller, CancellationToken cancel)
    {
        var check = new Check(caller.Agency);
        var (isParked, paging) = query.Read(check);
        return check.Failed ? Problems.Of(check.Refusal) : TypedResults.Ok(await Of(isParked, paging, sql, cancel));
    }

    /// <param name="isParked">Whether those that were given up, or those that are still tried; null for both.</param>
    /// <param name="paging">Which page of them.</param>
    /// <param name="sql">Of the agency.</param>
    /// <param name="cancel">Gives up.</param>
    public static async ValueTask<OutboxAnswer> Of(bool? isParked, Paging paging, SqlReader sql, CancellationToken cancel)
    {
        var (entries, pagination) = await DeliverEvents.Events.Undelivered(EventView.Columns, Read, isParked, paging, sql, cancel);
        return new(entries, pagination);
    }

    private static OutboxEntry Read(Row row) => new(EventView.Read(row, row.Long()), row.Int(), row.TimeOrNull(), row.TimeOrNull(), row.TextOrNull());
}
