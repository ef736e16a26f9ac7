using System.Text;
using Lintel.Data;

namespace Lintel.Leads;

/// <summary>
/// Search by substring in the trigram index. Three characters or more are looked up as they are. Fewer (most Chinese words, many surnames) have
/// no trigram of their own, so every indexed trigram that begins with them is looked up instead; each character of a text begins one.
/// </summary>
public static class LeadSearch
{
    private const int TrigramLength = 3;

    private const string TermsSql = "SELECT term FROM lead_search_terms WHERE term >= @from AND term < @until";

    /// <returns>An FTS5 expression; empty when nothing can match.</returns>
    public static async ValueTask<string> Match(string text, SqlReader sql, CancellationToken cancel)
    {
        if (text.EnumerateRunes().Count() >= TrigramLength)
        {
            return WithoutSeparators(text) is { Length: >= TrigramLength } number ? $"{Quote(text)} OR {Quote(number)}" : Quote(text);
        }

        var from = text.ToLowerInvariant();
        var terms = await sql.List(TermsSql, row => row.Text(), cancel, ("from", from), ("until", Next(from)));
        return string.Join(" OR ", terms.Select(Quote));
    }

    /// <summary>A number typed with spaces or hyphens, as it is kept; null when the text is something else.</summary>
    private static string? WithoutSeparators(string text)
    {
        var digits = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) || (c == '+' && digits.Length == 0))
            {
                digits.Append(c);
            }
            else if (c is not (' ' or '-' or '(' or ')'))
            {
                return null;
            }
        }

        return digits.Length == text.Length ? null : digits.ToString();
    }

    /// <summary>The first text after all that begin with this one, in the index's byte order.</summary>
    private static string Next(string text) => text + "\U0010FFFF";

    private static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
