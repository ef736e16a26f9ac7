namespace Lintel.Understanding;

/// <summary>Recognises phone numbers: eight digits of Hong Kong, eleven of a mainland mobile, or any number with its country code.</summary>
internal static class PhoneLexer
{
    private const int Longest = 24;

    internal static bool TryRead(FoldedText text, int at, out int end)
    {
        end = at;
        if (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '$' or '#' or '_' or '.' or ',' or '/')
        {
            return false;
        }

        Span<char> digits = stackalloc char[Longest];
        var (count, i) = (0, at);
        while (i < text.Length && i - at < Longest)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits[count++] = text[i++];
                end = Accept(text, digits[..count], text[at], at, i) ? i : end;
            }
            else if (text[i] is '(' or ')' or '+' or '-' || (text[i] is ' ' or '.' && count > 0 && (char.IsAsciiDigit(text[i + 1])
                || text[i + 1] is '(' or '-')))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return end > at;
    }

    private static bool Accept(FoldedText text, ReadOnlySpan<char> digits, char first, int at, int end)
    {
        if (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '萬' or '千' or '億' or '元' or '蚊' || (text[end] is ',' or '.' or '/' or '-'
            && char.IsAsciiDigit(text[end + 1])))
        {
            return false;
        }

        if (first == '+' || text[at + 1] == '+')
        {
            return digits.StartsWith("852") ? digits.Length == 11 : digits.Length is >= 9 and <= 15;
        }

        return digits.Length switch
        {
            8 => IsLocal(text, digits, at, end),
            11 when digits.StartsWith("852") => digits[3] is >= '2' and <= '9',
            11 => digits[0] == '1' && digits[1] >= '3',
            13 => digits.StartsWith("861"),
            _ => false,
        };
    }

    // Eight digits that start with 2-9, in one, two or four groups. Two round groups are a range of money, and five zeros a price.
    private static bool IsLocal(FoldedText text, ReadOnlySpan<char> digits, int at, int end)
    {
        if (digits[0] < '2' || digits.EndsWith("00000") || text[at] == '(')
        {
            return false;
        }

        var length = end - at;
        var halved = length == 9 && !char.IsAsciiDigit(text[at + 4]);
        var round = digits[2] == '0' && digits[3] == '0' && digits.EndsWith("00");
        return length == 8 || (halved && !round) || (length == 11 && !char.IsAsciiDigit(text[at + 2]) && !char.IsAsciiDigit(text[at + 5]));
    }
}
