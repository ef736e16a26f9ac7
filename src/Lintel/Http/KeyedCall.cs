using Lintel.Data;

namespace Lintel.Http;

/// <summary>A POST that carries an idempotency key.</summary>
public sealed record KeyedCall(string Caller, string Key, byte[] Fingerprint)
{
    private const string Sql = """
        SELECT fingerprint, status, content_type, location, body, created_at FROM stored_answers
        WHERE agency_id = @agency AND caller = @caller AND "key" = @key
        """;

    /// <summary>The first answer to this key, if there was one.</summary>
    public ValueTask<StoredAnswer?> Find(SqlReader sql, CancellationToken cancel) => sql.First(
        Sql,
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
        ("key", Key));

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
