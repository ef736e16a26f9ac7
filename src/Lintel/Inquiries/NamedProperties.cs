using Lintel.Data;

namespace Lintel.Inquiries;

/// <summary>Which of the agency's listings a message names, by the reference or the address they have at their source.</summary>
internal static class NamedProperties
{
    private const string Sql = """
        SELECT coalesce(p.source_id, CAST(p.id AS TEXT)), r.key FROM each(@references) r CROSS JOIN properties p ON p.agency_id = @agency AND p.source_id = r.value
        UNION
        SELECT coalesce(p.source_id, CAST(p.id AS TEXT)), r.key FROM each(@references) r CROSS JOIN properties p ON p.agency_id = @agency AND p.listing_url = r.value
        ORDER BY 2
        """;

    /// <returns>For each listing, in the order they are named, what leads keep of one they ask about: its source id, else its id.</returns>
    public static async ValueTask<IReadOnlyList<string>> In(IReadOnlyList<string> references, SqlReader sql, CancellationToken cancel) =>
        [.. (await sql.List(Sql, row => row.Text(), cancel, ("references", references.SelectMany(Spellings).ToList()))).Distinct()];

    // People copy a link with what was clicked behind it, and type a reference in whatever case.
    private static IEnumerable<string> Spellings(string reference)
    {
        if (!reference.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !reference.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return new[] { reference, reference.ToUpperInvariant(), reference.ToLowerInvariant() }.Distinct();
        }

        var bare = reference.Split('#')[0];
        var path = bare.Split('?')[0].TrimEnd('/');
        var rest = path[(path.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0)..];
        return new[] { reference, bare, path, path + "/", "https://" + rest, "https://" + rest + "/", "http://" + rest, "http://" + rest + "/" }.Distinct();
    }
}
