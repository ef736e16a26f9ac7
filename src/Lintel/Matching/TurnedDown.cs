using System.Globalization;
using Lintel.Data;

namespace Lintel.Matching;

/// <summary>How a lead keeps that it turned a property down: by its source id, or its id in digits.</summary>
public static class TurnedDown
{
    private const string Sql = """
        SELECT coalesce(source_id, CAST(id AS TEXT)) FROM properties WHERE agency_id = @agency AND source_id = @reference
        UNION ALL
        SELECT coalesce(source_id, CAST(id AS TEXT)) FROM properties WHERE agency_id = @agency AND id = @id
        """;

    /// <summary>What is kept for a property that somebody names; null when there is none.</summary>
    public static ValueTask<string?> Reference(string named, SqlReader sql, CancellationToken cancel) => sql.First(
        Sql,
        row => row.Text(),
        cancel,
        ("reference", named),
        ("id", long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0));

    internal static string Digits(long id) => id.ToString(CultureInfo.InvariantCulture);
}
