using System.Globalization;
using System.Text;

namespace Lintel.Leads;

/// <summary>Whether two names may well be one person's: the same words in whatever order, initials, or a slip of the pen.</summary>
public static class CloseNames
{
    private const int LongEnoughForOneSlip = 5;

    public static bool Are(string one, string other)
    {
        var (first, second) = (Words(one), Words(other));
        if (first.Count == 0 || second.Count == 0)
        {
            return false;
        }

        if (string.Concat(first) == string.Concat(second) || first.Order(StringComparer.Ordinal).SequenceEqual(second.Order(StringComparer.Ordinal)))
        {
            return true;
        }

        return first.Count == second.Count
            && first.Zip(second).All(pair => pair.First == pair.Second || IsInitial(pair.First, pair.Second) || IsSlip(pair.First, pair.Second))
            && first.Zip(second).Any(pair => pair.First == pair.Second || pair.First.Length >= LongEnoughForOneSlip);
    }

    private static bool IsInitial(string one, string other) => (one.Length == 1 || other.Length == 1) && one[0] == other[0];

    /// <summary>One letter more, less or other, or two the wrong way round.</summary>
    private static bool IsSlip(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (longer.Length - shorter.Length > 1 || shorter.Length < LongEnoughForOneSlip - 1)
        {
            return false;
        }

        var start = 0;
        while (start < shorter.Length && shorter[start] == longer[start])
        {
            start++;
        }

        var a = shorter.AsSpan(start);
        var b = longer.AsSpan(start);
        return a.Length < b.Length ? a.SequenceEqual(b[1..])
            : a.Length < 1 || a[1..].SequenceEqual(b[1..]) || (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]));
    }

    private static List<string> Words(string name)
    {
        var plain = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.IsLetterOrDigit(c) ? c : ' ');
            }
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
