namespace Lintel.Understanding;

/// <summary>Finds the longest known phrase at a position, in time bounded by the longest phrase.</summary>
/// <remarks>
/// Latin phrases are kept without spaces, hyphens, apostrophes and full stops, and single ones of these are passed over in the message, so that
/// "Tai Koo Shing", "Taikoo Shing" and "tai-koo-shing" are one phrase. Abbreviations are rigid: "t.s t" is not TST.
/// </remarks>
internal sealed class PhraseTrie
{
    private const int LongestGap = 2;
    private readonly Dictionary<long, int> next = [];
    private readonly List<(int Value, bool Rigid)> ends = [(-1, false)];

    internal static string Squeeze(string phrase)
    {
        Span<char> kept = phrase.Length <= 256 ? stackalloc char[phrase.Length] : new char[phrase.Length];
        var length = 0;
        foreach (var c in phrase)
        {
            if (!IsGap(c) && !Folding.IsInvisible(c))
            {
                kept[length++] = Folding.Fold(c);
            }
        }

        return new string(kept[..length]);
    }

    /// <summary>Adds a phrase; the first value given for a phrase stays.</summary>
    internal void Add(string phrase, int value, bool rigid = false)
    {
        var node = 0;
        foreach (var c in Squeeze(phrase))
        {
            var key = Key(node, c);
            if (!next.TryGetValue(key, out var child))
            {
                child = ends.Count;
                ends.Add((-1, false));
                next.Add(key, child);
            }

            node = child;
        }

        if (node != 0 && ends[node].Value < 0)
        {
            ends[node] = (value, rigid);
        }
    }

    /// <summary>The value of the longest phrase that starts at <paramref name="start"/> and ends at a word's end, or -1.</summary>
    internal int Longest(FoldedText text, int start, out int end)
    {
        var (node, gap, found) = (0, 0, -1);
        var skipped = false;
        end = start;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (IsGap(c) && i > start)
            {
                skipped = true;
                if (++gap > LongestGap)
                {
                    break;
                }

                continue;
            }

            gap = 0;
            if (!next.TryGetValue(Key(node, c), out node))
            {
                break;
            }

            var (value, rigid) = ends[node];
            if (value >= 0 && !(rigid && skipped) && EndsWord(text, i, out var wordEnd))
            {
                found = value;
                end = wordEnd;
            }
        }

        return found;
    }

    private static long Key(int node, char c) => ((long)node << 16) | c;

    private static bool IsGap(char c) => c is ' ' or '-' or '\'' or '.' or '\u2019';

    // A plural or possessive s belongs to the word: "flats", "landlord's".
    private static bool EndsWord(FoldedText text, int last, out int end)
    {
        end = last + 1;
        if (char.IsAsciiDigit(text[last]))
        {
            return !char.IsAsciiDigit(text[end]);
        }

        if (!char.IsAsciiLetterLower(text[last]))
        {
            return true;
        }

        if (!char.IsAsciiLetterLower(text[end]))
        {
            if (text[end] == '\'' && text[end + 1] == 's' && !char.IsAsciiLetterLower(text[end + 2]))
            {
                end += 2;
            }

            return true;
        }

        if (text[end] == 's' && !char.IsAsciiLetterOrDigit(text[end + 1]))
        {
            end++;
            return true;
        }

        return false;
    }
}
