namespace Lintel.Http;

/// <summary>The order that a list is asked for: <c>sort=-score,created_at</c>, column names, each descending with a minus before it.</summary>
public static class Sorting
{
    private const string Id = "id";

    /// <returns>Columns with their directions, ending with the id, so that pages never overlap; null when none is asked for, or a wrong one.</returns>
    public static IReadOnlyList<(string Column, bool Descending)>? Read<T>(string? sort, Check check)
        where T : ISortOrder
    {
        if (string.IsNullOrWhiteSpace(sort))
        {
            return null;
        }

        var terms = new List<(string Column, bool Descending)>();
        foreach (var part in sort.Split(',', StringSplitOptions.TrimEntries))
        {
            var column = part.TrimStart('-', '+');
            if (part.Length - column.Length > 1 || !T.Columns.Contains(column))
            {
                check.Error("sort", $"must be a list of {string.Join(", ", T.Columns)}, each with - before it for descending");
                return null;
            }

            if (!terms.Any(term => term.Column == column))
            {
                terms.Add((column, part.StartsWith('-')));
            }
        }

        if (!terms.Any(term => term.Column == Id))
        {
            terms.Add((Id, terms[^1].Descending));
        }

        return terms;
    }

    /// <summary>What follows ORDER BY.</summary>
    public static string Sql<T>(IEnumerable<(string Column, bool Descending)> terms, string prefix)
        where T : ISortOrder =>
        string.Join(", ", terms.Select(term => (term.Descending, T.Optional.Contains(term.Column)) switch
        {
            (false, false) => $"{prefix}{term.Column}",
            (true, false) => $"{prefix}{term.Column} DESC",
            (false, true) => $"{prefix}{term.Column} NULLS FIRST",
            (true, true) => $"{prefix}{term.Column} DESC NULLS LAST",
        }));
}
