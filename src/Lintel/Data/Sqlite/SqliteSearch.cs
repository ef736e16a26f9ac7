namespace Lintel.Data.Sqlite;

/// <summary>
/// Search by substring in the trigram index. Three characters or more are looked up as they are. Fewer (most Chinese words, many surnames) have
/// no trigram of their own, so every indexed trigram that begins with them is looked up instead; each character of a text begins one.
/// </summary>
public static class SqliteSearch
{
    private const int TrigramLength = 3;

    /// <summary>An expression that finds nothing.</summary>
    private const string Nothing = "\"\"";

    private const string TermsSql = "SELECT term FROM lead_search_terms WHERE term >= @from AND term < @until";

    // Row ids of the search index are the agency and the lead in one number.
    private const string SearchId = "(@agency * 1099511627776)";

    private const string Pending = "SELECT lead_id FROM lead_search_pending WHERE agency_id = @agency";

    private const string PendingHolds = "(instr(lower(text), @text) OR (@number <> '' AND instr(text, @number)))";

    private const string Found = $"""
        l.id IN (
            SELECT rowid - {SearchId} FROM lead_search
            WHERE lead_search MATCH @match AND rowid BETWEEN {SearchId} AND {SearchId} + 1099511627775 AND rowid - {SearchId} NOT IN ({Pending})
            UNION ALL
            SELECT lead_id FROM lead_search_texts WHERE agency_id = @agency AND lead_id IN ({Pending}) AND {PendingHolds})
        """;

    private const string Holds = $"""
        CASE WHEN l.id IN ({Pending})
            THEN EXISTS (SELECT 1 FROM lead_search_texts WHERE agency_id = @agency AND lead_id = l.id AND {PendingHolds})
            ELSE EXISTS (SELECT 1 FROM lead_search WHERE rowid = {SearchId} + l.id AND lead_search MATCH @match)
            END
        """;

    public static async ValueTask<TextSearch> For(string text, SqlReader sql, CancellationToken cancel)
    {
        var number = TextSearch.NumberIn(text);
        return new(Found, Holds, null, ("match", await Match(text, number, sql, cancel)), ("text", text.ToLowerInvariant()), ("number", number));
    }

    /// <summary>What is looked up: an FTS5 expression.</summary>
    private static async ValueTask<string> Match(string text, string number, SqlReader sql, CancellationToken cancel)
    {
        if (text.EnumerateRunes().Count() >= TrigramLength)
        {
            return number.Length >= TrigramLength ? $"{Quote(text)} OR {Quote(number)}" : Quote(text);
        }

        var lower = text.ToLowerInvariant();
        var terms = await sql.List(TermsSql, row => row.Text(), cancel, ("from", lower), ("until", Next(lower)));
        return terms.Count == 0 ? Nothing : string.Join(" OR ", terms.Select(Quote));
    }

    /// <summary>The first text after all that begin with this one, in the index's byte order.</summary>
    private static string Next(string text) => text + "\U0010FFFF";

    private static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
