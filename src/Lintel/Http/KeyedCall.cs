using Lintel.Data;

namespace Lintel.Http;

/// <summary>A POST that carries an idempotency key.</summary>
public sealed record KeyedCall(string Caller, string Key, byte[] Fingerprint)
{
    /// <summary>How long an answer is given again; then its key is new.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>What the caller is told whose first call has no answer yet.</summary>
    public const string StillRuns = "The first call with this Idempotency-Key is still running.";

    private const string FindSql = """
        SELECT fingerprint, status, content_type, location, body, created_at FROM stored_answers
        WHERE agency_id = @agency AND caller = @caller AND "key" = @key AND created_at > @expired
        """;

    // The answers of before may still lie there: they are only swept up now and then.
    private const string ForgetSql = """
        DELETE FROM stored_answers WHERE agency_id = @agency AND caller = @caller AND "key" = @key AND created_at <= @expired RETURNING 1
        """;

    /// <summary>The first answer to this key, if there was one not too long ago.</summary>
    public ValueTask<StoredAnswer?> Find(SqlReader sql, DateTime now, CancellationToken cancel) => sql.First(
        FindSql,
        row => new StoredAnswer
        {
            Caller = Caller,
            Key = Key,
            Fingerprint = row.Bytes(),
            Status = row.Int(),
            ContentType = row.TextOrNull(),
            Location = row.TextOrNull(),
            Body = row.Bytes(),
            CreatedAt = row.Time(),
        },
        cancel,
        ("caller", Caller),
        ("key", Key),
        ("expired", now - Kept));

    /// <summary>Stores what a result says to the caller, byte for byte, with the unit of work it belongs to.</summary>
    public async Task Keep(IResult result, HttpContext context, LintelDb db)
    {
        using var body = new MemoryStream();
        var copy = new DefaultHttpContext
        {
            RequestServices = context.RequestServices,
            TraceIdentifier = context.TraceIdentifier,
            Response = { Body = body },
        };
        await result.ExecuteAsync(copy);
        await db.Sql.Do(ForgetSql, context.RequestAborted, ("caller", Caller), ("key", Key), ("expired", db.Now - Kept));
        db.StoredAnswers.Add(new StoredAnswer
        {
            AgencyId = db.AgencyId,
            Caller = Caller,
            Key = Key,
            Fingerprint = Fingerprint,
            Status = copy.Response.StatusCode,
            ContentType = copy.Response.ContentType,
            Location = copy.Response.Headers.Location,
            Body = body.ToArray(),
            CreatedAt = db.Now,
        });
        await db.SaveChangesAsync(context.RequestAborted);
    }
}
