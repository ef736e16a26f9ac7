namespace Lintel.Understanding;

/// <summary>Recognises dates and times written in figures: 2026-03-01, 1/3/2026 (day first, as in Hong Kong), 1/3, 3pm, 15:30.</summary>
internal static class DateLexer
{
    internal static bool TryRead(FoldedText text, int at, out Token token)
    {
        token = default;
        if (text[at - 1] is '$' or '.' or '/' || char.IsAsciiLetterOrDigit(text[at - 1]))
        {
            return false;
        }

        var first = Figures(text, at, out var i);
        var mark = text[i];
        if (TryTime(text, at, i, first, out token))
        {
            return true;
        }

        if (mark is not ('/' or '-' or '.') || i - at > 4 || !char.IsAsciiDigit(text[i + 1]))
        {
            return false;
        }

        var second = Figures(text, i + 1, out var j);
        if (text[j] == mark && char.IsAsciiDigit(text[j + 1]))
        {
            var third = Figures(text, j + 1, out var end);
            var isYearFirst = i - at == 4;
            var (year, month, day) = isYearFirst ? (first, second, third) : (third, second, first);
            var yearDigits = isYearFirst ? 4 : end - j - 1;
            return (yearDigits == 4 || (yearDigits == 2 && mark == '/')) && TryDate(year < 100 ? year + 2000 : year, month, day, at, end, out token);
        }

        if (mark != '/' || i - at > 2 || j - i > 3 || char.IsAsciiLetterOrDigit(text[j]))
        {
            return false;
        }

        token = new Token(TokenKind.Pair, at, j) { Figure = new Figure(first, 0, 1), Number = second };
        return true;
    }

    internal static bool IsOrdinal(FoldedText text, int at) =>
        (text[at], text[at + 1]) is ('s', 't') or ('n', 'd') or ('r', 'd') or ('t', 'h') && !char.IsAsciiLetter(text[at + 2]);

    private static int Figures(FoldedText text, int at, out int end)
    {
        var value = 0;
        for (end = at; char.IsAsciiDigit(text[end]) && end - at < 8; end++)
        {
            value = (value * 10) + (text[end] - '0');
        }

        return value;
    }

    private static bool TryTime(FoldedText text, int at, int end, int hour, out Token token)
    {
        var hasMinutes = text[end] == ':' && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end + 2])
            && !char.IsAsciiDigit(text[end + 3]);
        var last = hasMinutes ? end + 3 : end;
        var half = text[last] == ' ' ? last + 1 : last;
        var isHalfDay = text[half] is 'a' or 'p' && text[half + 1] == 'm' && !char.IsAsciiLetterOrDigit(text[half + 2]);
        token = new Token(TokenKind.Time, at, isHalfDay ? half + 2 : last);
        return hour <= 24 && end - at <= 2 && (hasMinutes || (isHalfDay && hour is >= 1 and <= 12));
    }

    private static bool TryDate(int year, int month, int day, int start, int end, out Token token)
    {
        if (month > 12)
        {
            (month, day) = (day, month);
        }

        var valid = year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        token = valid ? new Token(TokenKind.Date, start, end) { Number = new DateOnly(year, month, day).DayNumber } : default;
        return valid;
    }
}
