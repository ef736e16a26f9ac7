using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lintel.Data;

/// <summary>Writes to the audit. What is done and that it was done are committed together.</summary>
public static class AuditTrail
{
    /// <summary>Values as the wire has them.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private const string Columns = "agency_id, at, actor, user_id, key_id, address, trace_id, action, entity, entity_id, \"before\", \"after\"";

    private const string OneSql = $"""
        INSERT INTO audit_entries ({Columns})
        VALUES (@agency, @at, @actor, @user, @key, @address, @trace, @action, @entity, @id, @before, @after) RETURNING id
        """;

    private const string ManySql = $"""
        INSERT INTO audit_entries ({Columns})
        SELECT @agency, @at, @actor, CAST(@user AS BIGINT), CAST(@key AS BIGINT), @address, @trace, @action, @entity, CAST(value ->> 'id' AS BIGINT),
            value ->> 'before', value ->> 'after'
        FROM each(@done) RETURNING id
        """;

    /// <summary>Notes that this unit of work did something to a record.</summary>
    /// <param name="db">The unit of work: who, from where, when.</param>
    /// <param name="action">One of <see cref="AuditAction"/>.</param>
    /// <param name="entity">What kind of record.</param>
    /// <param name="id">Which one; null where there is none.</param>
    /// <param name="before">What changed, as it was: an object, written with the names of the wire.</param>
    /// <param name="after">The same as it is now. Never a secret: no password, no key, no token.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task Note(
        this LintelDb db, string action, string entity, long? id, object? before, object? after, CancellationToken cancel) => await db.Sql.Do(
        OneSql,
        cancel,
        [.. Who(db), ("action", action), ("entity", entity), ("id", id), ("before", Text(before)), ("after", Text(after))]);

    /// <summary>The same of many records of one kind at once.</summary>
    public static async Task Note(
        this LintelDb db, string action, string entity, IEnumerable<(long Id, object? Before, object? After)> done, CancellationToken cancel) => await db.Sql.Do(
        ManySql,
        cancel,
        [.. Who(db), ("action", action), ("entity", entity), ("done", Rows.Of(done.Select(one => new { id = one.Id, before = Text(one.Before), after = Text(one.After) })))]);

    private static IEnumerable<Arg> Who(LintelDb db) =>
    [
        ("at", db.Now), ("actor", db.Actor.Name), ("user", db.Actor.UserId), ("key", db.Actor.KeyId), ("address", db.Actor.Address), ("trace", db.Actor.TraceId),
    ];

    private static string? Text(object? values) => values is null ? null : JsonSerializer.Serialize(values, Json);
}
