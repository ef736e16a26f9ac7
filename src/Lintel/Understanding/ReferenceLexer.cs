namespace Lintel.Understanding;

/// <summary>Recognises a listing's reference: "property_456", "#A12345", "ref no. C-1203", "樓盤編號 12345".</summary>
internal static class ReferenceLexer
{
    private const int Longest = 100;
    // Where listings come from: their ids carry the name.
    private static readonly string[] Sources = ["28hse", "squarefoot", "centaline", "midland", "ricacorp", "spacious", "house730", "591", "hkp", "property"];

    private static readonly string[] LinkingWords = ["number", "no.", "no", "id", "code", "is", "係", "是", "為"];

    /// <summary>A reference that shows itself: "#" before it, an underscore between a word and a number, or the name of its source: "28hse-991203".</summary>
    internal static bool TryReadMarked(FoldedText text, int at, out int start, out int end)
    {
        start = end = at;
        if (text[at] == '#' && !char.IsAsciiLetterOrDigit(text[at - 1]))
        {
            start = at + 1;
            return TryCode(text, start, out end, out var digits) && digits >= 3 && DigitsClose(text, start, end);
        }

        if (IsOfSource(text, at, out end))
        {
            return true;
        }

        end = at;
        if (!char.IsAsciiLetter(text[at]) || char.IsAsciiLetterOrDigit(text[at - 1]))
        {
            return false;
        }

        while (char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return text[end] == '_' && TryCode(text, at, out end, out var count) && count > 0;
    }

    private static bool IsOfSource(FoldedText text, int at, out int end)
    {
        end = at;
        if (char.IsAsciiLetterOrDigit(text[at - 1]) || !char.IsAsciiLetterOrDigit(text[at]))
        {
            return false;
        }

        foreach (var source in Sources)
        {
            var dash = at + source.Length;
            if (text[dash] == '-' && text.Slice(at, dash).SequenceEqual(source) && TryCode(text, dash + 1, out end, out var digits) && digits >= 3)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A reference after its word; a word that has other uses ("property", "listing") needs a "#", an "id" or many digits with it.</summary>
    internal static bool TryReadAfter(FoldedText text, int at, bool strong, out int start, out int end)
    {
        start = at;
        var (hash, linked, colon) = (false, false, false);
        for (var steps = 0; steps < 8; steps++)
        {
            var word = LinkingWord(text, start);
            if (text[start] is ' ' or ':' or '#' or '.' or '-')
            {
                hash |= text[start] == '#';
                colon |= text[start] == ':';
                start++;
            }
            else if (word > 0)
            {
                linked = true;
                start += word;
            }
            else
            {
                break;
            }
        }

        if (!TryCode(text, start, out end, out var digits) || end - start < 3)
        {
            return false;
        }

        var isPlainNumber = digits == end - start;
        var many = isPlainNumber && digits >= (colon ? 5 : 6);
        return strong ? digits > 0 && !(digits < 3 && char.IsAsciiDigit(text[start])) : (hash || linked || many) && digits >= 2
            && !IsMoney(text, start, end);
    }

    private static bool TryCode(FoldedText text, int start, out int end, out int digits)
    {
        (end, digits) = (start, 0);
        while (end - start <= Longest && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] is '_' or '-'
            && char.IsAsciiLetterOrDigit(text[end + 1]))))
        {
            digits += char.IsAsciiDigit(text[end]) ? 1 : 0;
            end++;
        }

        return digits > 0 && end - start <= Longest;
    }

    // "#2bedroom500" is a hashtag.
    private static bool DigitsClose(FoldedText text, int start, int end) => char.IsAsciiDigit(text[end - 1]) || !char.IsAsciiDigit(text[start]);

    private static bool IsMoney(FoldedText text, int start, int end) => text[end - 1] == 'k' && char.IsAsciiDigit(text[start]);

    private static int LinkingWord(FoldedText text, int at)
    {
        foreach (var word in LinkingWords)
        {
            var end = at + word.Length;
            if (text[at] == word[0] && end <= text.Length && text.Slice(at, end).SequenceEqual(word)
                && !(char.IsAsciiLetter(word[^1]) && char.IsAsciiLetter(text[end])))
            {
                return word.Length;
            }
        }

        return 0;
    }
}
