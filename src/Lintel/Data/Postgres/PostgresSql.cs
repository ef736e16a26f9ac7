using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Lintel.Data.Postgres;

/// <summary>
/// A statement as PostgreSQL is asked it: with places instead of names for its values, so that the driver need not read it, and without what only
/// SQLite has to be told.
/// </summary>
/// <param name="Text">The statement, with <c>$1</c> and so on for its values.</param>
/// <param name="Names">The values it takes, in the order of their places.</param>
/// <param name="IsPlannedByValues">
/// Whether it looks at many rows, so that the best way to them depends on the values: of how long a window is, a plan for any values knows nothing.
/// </param>
public sealed partial record PostgresSql(string Text, string[] Names, bool IsPlannedByValues)
{
    private const int MostKept = 2_000;

    private static readonly ConcurrentDictionary<string, PostgresSql> Known = new(StringComparer.Ordinal);

    public static PostgresSql Of(string statement)
    {
        if (Known.Count >= MostKept)
        {
            Known.Clear();
        }

        return Known.GetOrAdd(statement, Read);
    }

    private static PostgresSql Read(string statement)
    {
        var names = new List<string>();
        var text = Name.Replace(WithoutHints(statement), match =>
        {
            var name = match.Groups[1].Value;
            if (!names.Contains(name))
            {
                names.Add(name);
            }

            return $"${names.IndexOf(name) + 1}";
        });
        return new(text, [.. names], Many.IsMatch(text));
    }

    private static string WithoutHints(string statement) =>
        HintedJoin.Replace(HintedColumn.Replace(HintedIndex.Replace(statement, ""), ""), "JOIN");

    [GeneratedRegex(@"@(\w+)")]
    private static partial Regex Name { get; }

    [GeneratedRegex(@" INDEXED BY \w+")]
    private static partial Regex HintedIndex { get; }

    /// <summary>A plus before a column; one that adds has a space behind it.</summary>
    [GeneratedRegex(@"(?<=[\s(])\+(?=[a-z])")]
    private static partial Regex HintedColumn { get; }

    /// <summary>What goes on from one row: a sum, a window, a page.</summary>
    [GeneratedRegex(@"\b(count|sum|min|max|avg)\(|\bOVER\b|\bLIMIT\b|\bORDER BY\b")]
    private static partial Regex Many { get; }

    [GeneratedRegex(@"CROSS JOIN(?= \w+ \w+ ON )")]
    private static partial Regex HintedJoin { get; }
}
