using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Lintel.Data;

namespace Lintel.Privacy;

/// <summary>What was written about a lead into texts that are kept as they are: answers for repeated calls, and the audit.</summary>
internal static class KeptWords
{
    private const string AnswersSql = "SELECT caller, \"key\", body FROM stored_answers WHERE agency_id = @agency";

    private const string ForgetAnswerSql = """
        UPDATE stored_answers SET body = @body WHERE agency_id = @agency AND caller = @caller AND "key" = @key RETURNING 1
        """;

    private const string AuditSql = """
        SELECT id, "before", "after" FROM audit_entries
        WHERE agency_id = @agency AND entity = 'lead' AND entity_id = @id AND ("before" IS NOT NULL OR "after" IS NOT NULL)
        """;

    private const string ForgetAuditSql = """
        UPDATE audit_entries SET "before" = given.was, "after" = given.is_now
        FROM (SELECT CAST(value ->> 'id' AS BIGINT) AS id, value ->> 'before' AS was, value ->> 'after' AS is_now FROM each(@entries)) given
        WHERE audit_entries.agency_id = @agency AND audit_entries.id = given.id RETURNING audit_entries.id
        """;

    private static readonly byte[] Erased = """{"success":true,"erased":true}"""u8.ToArray();

    /// <summary>The keys stay used: a call that comes again still does nothing twice, and is told no more than that.</summary>
    public static async Task ForgetInAnswers(long leadId, SqlReader sql, CancellationToken cancel)
    {
        // They are a day's, and nobody erases all day: looking into each is cheap enough, and the same on both databases.
        var id = leadId.ToString(CultureInfo.InvariantCulture);
        byte[][] marks = [.. new[] { $"\"lead\":{{\"id\":{id},", $"\"lead_id\":{id},", $"\"lead_id\":{id}}}" }.Select(Encoding.UTF8.GetBytes)];
        var about = new List<(string Caller, string Key)>();
        await foreach (var (caller, key, body) in sql.Stream(AnswersSql, row => (row.Text(), row.Text(), row.Bytes()), cancel))
        {
            if (marks.Any(mark => body.AsSpan().IndexOf(mark) >= 0))
            {
                about.Add((caller, key));
            }
        }

        foreach (var (caller, key) in about)
        {
            await sql.First(ForgetAnswerSql, row => row.Int(), cancel, ("caller", caller), ("key", key), ("body", Erased));
        }
    }

    /// <summary>That something was changed, by whom and when, stays; what it was does not.</summary>
    public static async Task ForgetInAudit(long leadId, SqlReader sql, CancellationToken cancel)
    {
        var entries = await sql.List(
            AuditSql, row => new { id = row.Long(), before = Anonymous(row.TextOrNull()), after = Anonymous(row.TextOrNull()) }, cancel, ("id", leadId));
        await sql.List(ForgetAuditSql, row => row.Long(), cancel, ("entries", Rows.Of(entries)));
    }

    private static string? Anonymous(string? json)
    {
        if (json is null)
        {
            return null;
        }

        var values = JsonNode.Parse(json)!.AsObject();
        foreach (var field in values.Select(value => value.Key).Where(PersonalColumns.OfLead.Contains).ToList())
        {
            values[field] = null;
        }

        return values.ToJsonString();
    }
}
