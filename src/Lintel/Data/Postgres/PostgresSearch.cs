namespace Lintel.Data.Postgres;

/// <summary>Search by substring among the grams of <c>Scripts/search.sql</c>; a text that has all grams of what is looked for is then read.</summary>
public static class PostgresSearch
{
    public static TextSearch For(string text)
    {
        var number = TextSearch.NumberIn(text);
        return number.Length == 0
            ? new(Found(Indexed("text")), Holds(Read("text")), ("text", text))
            : new(
                Found($"({Indexed("text")} OR {Indexed("number")})"),
                Holds($"({Read("text")} OR {Read("number")})"),
                ("text", text),
                ("number", number));
    }

    private static string Found(string condition) => $"l.id IN (SELECT lead_id FROM lead_texts WHERE agency_id = @agency AND {condition})";

    private static string Holds(string condition) => $"EXISTS (SELECT 1 FROM lead_texts WHERE agency_id = @agency AND lead_id = l.id AND {condition})";

    private static string Indexed(string arg) => $"grams @@ lead_query(@agency, @{arg}) AND {Read(arg)}";

    private static string Read(string arg) => $"text LIKE lead_pattern(@{arg})";
}
