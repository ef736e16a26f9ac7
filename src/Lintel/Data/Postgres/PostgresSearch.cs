namespace Lintel.Data.Postgres;

/// <summary>Search by substring among the grams of <c>Scripts/search.sql</c>; a text that has all grams of what is looked for is then read.</summary>
public static class PostgresSearch
{
    /// <param name="text">What is looked for.</param>
    /// <param name="seesAll">Whether all of the agency's leads are seen: then they are counted where they are found.</param>
    public static TextSearch For(string text, bool seesAll)
    {
        var number = TextSearch.NumberIn(text);
        return number.Length == 0
            ? Of(Indexed("text"), Read("text"), seesAll, ("text", text))
            : Of($"({Indexed("text")} OR {Indexed("number")})", $"({Read("text")} OR {Read("number")})", seesAll, ("text", text), ("number", number));
    }

    private static TextSearch Of(string indexed, string read, bool seesAll, params Arg[] args) =>
        new(Found(indexed), Holds(read), seesAll ? $"SELECT count(*) FROM lead_texts WHERE agency_id = @agency AND {indexed}" : null, args);

    // The agency is said by the view. Said here, too, it would be one with the agency of the leads, which their policy is about, and then the index
    // of grams may not be asked before it.
    private static string Found(string condition) => $"l.id IN (SELECT lead_id FROM lead_texts WHERE {condition})";

    private static string Holds(string condition) => $"EXISTS (SELECT 1 FROM lead_texts WHERE agency_id = @agency AND lead_id = l.id AND {condition})";

    private static string Indexed(string arg) => $"grams @@ lead_query(@agency, @{arg}) AND {Read(arg)}";

    private static string Read(string arg) => $"text LIKE lead_pattern(@{arg})";
}
