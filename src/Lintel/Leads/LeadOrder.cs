using Lintel.Http;

namespace Lintel.Leads;

/// <summary>The order of a list of leads.</summary>
/// <param name="Terms">Columns with their directions, ending with the id, so that pages never overlap.</param>
/// <param name="IsDefault">Priority urgent to low, then newest first.</param>
public sealed record LeadOrder(IReadOnlyList<(string Column, bool Descending)> Terms, bool IsDefault) : ISortOrder
{
    private static readonly string[] Known =
    [
        "created_at", "updated_at", "score", "priority", "status", "name", "last_contact_at", "next_follow_up_at", "budget_max", "id",
    ];

    public static IReadOnlyList<string> Columns => Known;

    private static readonly LeadOrder Default = new([("priority", true), ("created_at", true), ("id", true)], true);

    /// <summary>Reads <c>sort=-score,created_at</c>: column names, each descending with a minus before it.</summary>
    public static LeadOrder Read(string? sort, Check check)
    {
        if (string.IsNullOrWhiteSpace(sort))
        {
            return Default;
        }

        var terms = new List<(string Column, bool Descending)>();
        foreach (var part in sort.Split(',', StringSplitOptions.TrimEntries))
        {
            var column = part.TrimStart('-', '+');
            if (part.Length - column.Length > 1 || !Known.Contains(column))
            {
                check.Error("sort", $"must be a list of {string.Join(", ", Known)}, each with - before it for descending");
                return Default;
            }

            if (!terms.Any(term => term.Column == column))
            {
                terms.Add((column, part.StartsWith('-')));
            }
        }

        if (!terms.Any(term => term.Column == "id"))
        {
            terms.Add(("id", terms[^1].Descending));
        }

        return new(terms, false);
    }
}
