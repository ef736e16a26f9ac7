using Lintel.Data;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Outbox;

/// <summary>
/// A table of <see cref="Delivery"/> as what it is worked through by: any number of workers take from it, none the same at the same time, and what a
/// dead one had is taken by another. Each is delivered at least once.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="columns">What is read of a row beside its id and its attempts.</param>
/// <param name="read">Reads them.</param>
public sealed class DeliveryQueue<T>(string table, string columns, Func<Row, Taken, T> read)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>How long whoever took something has for it.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly string _waiting = $"SELECT DISTINCT agency_id FROM {table} WHERE next_try_at <= @now ORDER BY agency_id";

    private readonly string _take = $"""
        UPDATE {table} SET attempts = attempts + 1, next_try_at = @until
        WHERE agency_id = @agency AND id IN (
            SELECT id FROM {table} WHERE agency_id = @agency AND next_try_at <= @now ORDER BY next_try_at, id LIMIT @most FOR NO KEY UPDATE SKIP LOCKED)
        RETURNING id, attempts, {columns}
        """;

    private readonly string _deliver = $"""
        UPDATE {table} SET delivered_at = @now, next_try_at = NULL, last_error = NULL
        WHERE agency_id = @agency AND id IN (SELECT value FROM each(@ids))
        RETURNING 1
        """;

    private readonly string _fail = $"""
        UPDATE {table} SET next_try_at = @next, parked_at = @parked, last_error = @error
        WHERE agency_id = @agency AND id = @id AND delivered_at IS NULL
        RETURNING 1
        """;

    private readonly string _retry = $"""
        UPDATE {table} SET attempts = 0, next_try_at = @now, parked_at = NULL WHERE agency_id = @agency AND id = @id AND delivered_at IS NULL
        RETURNING 1
        """;

    private readonly string _undelivered = $"""
        FROM {table} WHERE agency_id = @agency AND delivered_at IS NULL AND (parked_at IS NOT NULL) = coalesce(@parked, parked_at IS NOT NULL)
        """;

    private readonly string _old = $"SELECT 1 FROM {table} WHERE agency_id = @agency AND delivered_at <= @before LIMIT 1";

    private readonly string _forget = $"""
        DELETE FROM {table} WHERE agency_id = @agency AND id IN (
            SELECT id FROM {table} WHERE agency_id = @agency AND delivered_at <= @before ORDER BY id LIMIT @most)
        RETURNING 1
        """;

    /// <summary>The agencies that have something to deliver.</summary>
    public ValueTask<List<long>> Waiting(SqlReader sql, DateTime now, CancellationToken cancel) =>
        sql.List(_waiting, row => row.Long(), cancel, ("now", now));

    /// <summary>Takes the oldest that wait, for as long as a lease lasts.</summary>
    public async Task<List<T>> Take(LintelDb db, int most, CancellationToken cancel)
    {
        var taken = await db.Sql.List(
            _take,
            row =>
            {
                var mark = new Taken(row.Long(), row.Int());
                return (mark.Id, Item: read(row, mark));
            },
            cancel,
            ("now", db.Now),
            ("until", db.Now + Lease),
            ("most", most));
        return [.. taken.OrderBy(one => one.Id).Select(one => one.Item)];
    }

    public async Task Delivered(LintelDb db, IReadOnlyList<long> ids, CancellationToken cancel) =>
        await db.Sql.List(_deliver, row => row.Int(), cancel, ("now", db.Now), ("ids", ids));

    /// <summary>Lets another try come after a pause, or parks it when that was the last.</summary>
    public async Task Failed(LintelDb db, Taken taken, string error, CancellationToken cancel)
    {
        var pause = FirstPause * Math.Pow(2, taken.Attempts - 1);
        await db.Sql.First(
            _fail,
            row => row.Int(),
            cancel,
            ("next", taken.IsLast ? null : db.Now + (pause < LongestPause ? pause : LongestPause)),
            ("parked", taken.IsLast ? db.Now : null),
            ("error", error),
            ("id", taken.Id));
    }

    /// <summary>Begins again with one that was parked or waits for its next try; false when there is none, or it was delivered.</summary>
    public async ValueTask<bool> Retry(LintelDb db, long id, CancellationToken cancel) =>
        await db.Sql.First(_retry, row => row.Int(), cancel, ("now", db.Now), ("id", id)) == 1;

    /// <summary>One page of what is not delivered, the oldest first.</summary>
    /// <param name="shown">What is shown of a row between its id and how delivering it goes.</param>
    /// <param name="entry">Reads those, and behind them the attempts, the next try, since when it is parked and the last error.</param>
    /// <param name="isParked">Whether those that were given up, or those that are still tried; null for both.</param>
    /// <param name="paging">Which page of them.</param>
    /// <param name="sql">Of the agency.</param>
    /// <param name="cancel">Gives up.</param>
    public async ValueTask<(IReadOnlyList<TEntry> Entries, Pagination Pagination)> Undelivered<TEntry>(
        string shown, Func<Row, TEntry> entry, bool? isParked, Paging paging, SqlReader sql, CancellationToken cancel)
    {
        var total = await sql.First($"SELECT count(*) {_undelivered}", row => row.Long(), cancel, ("parked", isParked));
        var entries = paging.Offset >= total
            ? []
            : await sql.List(
                $"SELECT id, {shown}, attempts, next_try_at, parked_at, last_error {_undelivered} ORDER BY id LIMIT @take OFFSET @skip",
                entry,
                cancel,
                ("parked", isParked),
                ("take", paging.PerPage),
                ("skip", paging.Offset));
        return (entries, Pagination.Of(paging, total));
    }

    /// <summary>Whether something was delivered before a moment. Asked by a reader first, so that when nothing is old nothing is written.</summary>
    public async ValueTask<bool> IsOld(SqlReader sql, DateTime before, CancellationToken cancel) =>
        await sql.First(_old, row => row.Int(), cancel, ("before", before)) == 1;

    /// <summary>Deletes what was delivered before a moment.</summary>
    /// <returns>How many.</returns>
    public async ValueTask<int> Forget(LintelDb db, DateTime before, int most, CancellationToken cancel) =>
        (await db.Sql.List(_forget, row => row.Int(), cancel, ("before", before), ("most", most))).Count;
}

/// <summary>Which was taken, and how often it was by now.</summary>
public readonly record struct Taken(long Id, int Attempts)
{
    private const int MostAttempts = 12;

    /// <summary>Whether there is no other try after this one.</summary>
    public bool IsLast => Attempts >= MostAttempts;
}
