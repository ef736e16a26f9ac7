using System.Text;
using Lintel.Data;

namespace Lintel.Leads;

/// <summary>
/// Search by substring in the trigram index. Three characters or more are looked up as they are. Fewer (most Chinese words, many surnames) have
/// no trigram of their own, so every indexed trigram that begins with them is looked up instead; each character of a text begins one.
/// </summary>
/// <param name="Match">What is looked up: an FTS5 expression.</param>
/// <param name="Text">What the few leads that wait to be indexed must hold, in lower case.</param>
/// <param name="Number">Or hold instead: a number typed with spaces or hyphens, as it is kept. Empty when the text is none.</param>
public sealed record LeadSearch(string Match, string Text, string Number)
{
    private const int TrigramLength = 3;

    /// <summary>An expression that finds nothing.</summary>
    private const string Nothing = "\"\"";

    private const string TermsSql = "SELECT term FROM lead_search_terms WHERE term >= @from AND term < @until";

    public static async ValueTask<LeadSearch> For(string text, SqlReader sql, CancellationToken cancel)
    {
        var lower = text.ToLowerInvariant();
        var number = WithoutSeparators(text);
        if (text.EnumerateRunes().Count() >= TrigramLength)
        {
            return new(number.Length >= TrigramLength ? $"{Quote(text)} OR {Quote(number)}" : Quote(text), lower, number);
        }

        var terms = await sql.List(TermsSql, row => row.Text(), cancel, ("from", lower), ("until", Next(lower)));
        return new(terms.Count == 0 ? Nothing : string.Join(" OR ", terms.Select(Quote)), lower, number);
    }

    private static string WithoutSeparators(string text)
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
                return "";
            }
        }

        return digits.Length == text.Length ? "" : digits.ToString();
    }

    /// <summary>The first text after all that begin with this one, in the index's byte order.</summary>
    private static string Next(string text) => text + "\U0010FFFF";

    private static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
