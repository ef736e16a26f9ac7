using System.Text;

namespace Lintel.Data;

/// <summary>
/// How a database finds a text anywhere in the names, contacts, messages and notes of leads: two conditions over <c>leads l</c> that come to the
/// same.
/// </summary>
/// <param name="Found">That the lead is among those found: looked up from the text, when few will be.</param>
/// <param name="Holds">That this lead would be found: looked up from the lead.</param>
/// <param name="Count">A statement that counts the leads found, where nothing else narrows them; null when that is quickest asked of the leads.</param>
/// <param name="Args">What any of them needs.</param>
public sealed record TextSearch(string Found, string Holds, string? Count, params Arg[] Args)
{
    /// <summary>A number typed with spaces or hyphens, as it is kept; empty when the text is none.</summary>
    public static string NumberIn(string text)
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
}
