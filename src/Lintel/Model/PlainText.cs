using System.Globalization;
using System.Text;

namespace Lintel.Model;

/// <summary>The one canonical form of text a stranger typed: NUL-free, NFC, trimmed; nothing left is null.</summary>
public static class PlainText
{
    public static string? Canonical(string? text)
    {
        if (text is null)
        {
            return null;
        }

        text = Characters(text).Trim();
        return text.Length == 0 ? null : Normal(text);
    }

    /// <summary>The same of what means something to its last space, as a password does.</summary>
    public static string Exact(string text) => Normal(Characters(text));

    /// <summary>Without what is no character: databases cut a text at NUL, and normalisation throws at U+FFFE.</summary>
    private static string Characters(string text) => text.AsSpan().ContainsAny('\0', '\uFFFE')
        ? text.Replace("\0", "", StringComparison.Ordinal).Replace("\uFFFE", "", StringComparison.Ordinal)
        : text;

    private static string Normal(string text) => text.IsNormalized() ? text : text.Normalize(NormalizationForm.FormC);

    /// <summary>Lower case in A to Z alone: how both databases compare what is compared without case.</summary>
    public static string LowerAscii(string text) => string.Create(text.Length, text, static (lower, text) =>
    {
        for (var i = 0; i < lower.Length; i++)
        {
            lower[i] = char.IsAsciiLetterUpper(text[i]) ? (char)(text[i] | 0x20) : text[i];
        }
    });

    /// <summary>How many characters a reader sees: Unicode text elements, so that an emoji, an accented letter or a line end is one.</summary>
    public static int Length(string text) =>
        Ascii.IsValid(text) && !text.Contains("\r\n", StringComparison.Ordinal) ? text.Length : new StringInfo(text).LengthInTextElements;
}
