namespace Lintel.Understanding;

/// <summary>A date as a run of tokens.</summary>
/// <param name="Date">The day meant.</param>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
/// <param name="NeedsCue">Too thin to count without a word about moving: "the 15th", "1/3", "Monday".</param>
internal readonly record struct DatePhrase(DateOnly Date, int First, int Last, bool NeedsCue);

/// <summary>Reads dates said in words: "mid January", "31 May", 下個月一號, 三月尾, "in two weeks". A day without a year is its next occurrence.</summary>
internal static class DatePhrases
{
    internal static bool TryRead(Message message, int i, DateOnly today, out DatePhrase phrase)
    {
        var token = message[i];
        phrase = default;
        return token.Kind switch
        {
            TokenKind.Date => Give(DateOnly.FromDayNumber(token.Number), i, i, out phrase),
            TokenKind.Pair => Pair(message, i, today, out phrase),
            TokenKind.Number => Later(message, i, today, out phrase) || ChineseMonth(message, i, today, out phrase)
                || DayOnly(message, i, today, out phrase),
            TokenKind.Term => Month(message, i, today, out phrase) || NamedMonth(message, i, today, out phrase)
                || Week(message, i, today, out phrase),
            _ => false,
        };
    }

    private static bool Give(DateOnly date, int first, int last, out DatePhrase phrase, bool needsCue = false)
    {
        phrase = new DatePhrase(date, first, last, needsCue);
        return true;
    }

    private static bool Pair(Message message, int i, DateOnly today, out DatePhrase phrase)
    {
        phrase = default;
        var (day, month) = ((int)message[i].Figure.Value, message[i].Number);
        (day, month) = month > 12 ? (month, day) : (day, month);
        return !message.Is(i + 1, Concept.Bedroom) && CalendarDays.Resolve(today, month, day, null, out var date)
            && Give(date, i, i, out phrase, needsCue: !message.Is(i - 1, Concept.From));
    }

    // "in 2 weeks", "3 months from now", 兩個月後.
    private static bool Later(Message message, int i, DateOnly today, out DatePhrase phrase)
    {
        phrase = default;
        var after = message.Is(i + 2, Concept.Later) && !message.Is(i + 2, Concept.Within);
        if (message[i].Figure.Value > 24 || message[i].Figure.Scale > 1 || (!after && !message.Says(i - 1, "in")))
        {
            return false;
        }

        var count = (int)message[i].Figure.Value;
        DateOnly? date = message.Is(i + 1, Concept.MonthUnit) ? today.AddMonths(count)
            : message.Is(i + 1, Concept.WeekUnit) ? today.AddDays(7 * count)
            : message.Is(i + 1, Concept.DayUnit) ? today.AddDays(count) : null;
        return date is not null && Give(date.Value, i, after ? i + 2 : i + 1, out phrase, needsCue: message.Is(i + 1, Concept.DayUnit));
    }

    // 3月, 三月十五號, 12月底, 2027年1月1日, 出年三月.
    private static bool ChineseMonth(Message message, int i, DateOnly today, out DatePhrase phrase)
    {
        phrase = default;
        var month = message[i].Figure;
        if (month.Scale > 1 || month.Currency || month.High > 0 || month.Value is < 1 or > 12 || month.Value != decimal.Truncate(month.Value))
        {
            return false;
        }

        var (last, day) = (i + 1, CalendarDays.WholeMonth);
        if ((message.Is(i + 1, Concept.MonthPart) || message.Is(i + 1, Concept.ThisMonthPart)) && message.Words(i + 1)[0] == '月')
        {
            day = message[i + 1].Meaning.Number;
        }
        else if (!message.Is(i + 1, Concept.MonthSuffix))
        {
            return false;
        }
        else
        {
            (day, last) = DayAfter(message, i + 2, i + 1);
        }

        var (year, first) = YearBefore(message, i, today);
        return CalendarDays.Resolve(today, (int)month.Value, day, year, out var date) && Give(date, first, last, out phrase);
    }

    private static (int? Year, int First) YearBefore(Message message, int i, DateOnly today)
    {
        if (message.Is(i - 1, Concept.NextYear))
        {
            return (today.Year + 1, i - 1);
        }

        if (message.Is(i - 1, Concept.ThisYear))
        {
            return (today.Year, i - 1);
        }

        return message.Is(i - 1, Concept.Year) && IsYear(message[i - 2]) ? ((int)message[i - 2].Figure.Value, i - 2) : (null, i);
    }

    // A day number or a part of the month; else the whole month.
    private static (int Day, int Last) DayAfter(Message message, int at, int otherwise)
    {
        if (IsDay(message[at]) && message.Is(at + 1, Concept.DaySuffix))
        {
            return ((int)message[at].Figure.Value, at + 1);
        }

        if (message.Is(at, Concept.MonthPart))
        {
            return (message[at].Meaning.Number, at);
        }

        var bare = IsDay(message[at]) && (message[at].Figure.Ordinal || message.Says(at + 1, "前") || (message.Touch(at - 1)
            && message[at + 1].Kind is TokenKind.Nothing or TokenKind.Mark or TokenKind.Break or TokenKind.Term
            && !message.Is(at + 1, Concept.Bedroom) && !message.Is(at + 1, Concept.MonthUnit)));
        return bare ? ((int)message[at].Figure.Value, at) : (CalendarDays.WholeMonth, otherwise);
    }

    // "31 May", "May 31st, 2027", "mid January", "end of next January".
    private static bool Month(Message message, int i, DateOnly today, out DatePhrase phrase)
    {
        phrase = default;
        if (!message.Is(i, Concept.Month))
        {
            return false;
        }

        var (first, last, day) = (i, i, CalendarDays.WholeMonth);
        int? year = null;
        var before = message.Is(i - 1, Concept.Filler) || message.Is(i - 1, Concept.Next) || message.Says(i - 1, "in")
            || message.IsMark(i - 1, '-') ? i - 2 : i - 1;
        if (IsDay(message[before]) && !message.Is(before - 1, Concept.Month))
        {
            (day, first) = ((int)message[before].Figure.Value, before);
        }
        else if (message.Is(before, Concept.MonthPart))
        {
            (day, first) = (message[before].Meaning.Number, before);
        }
        else if (IsDay(message[i + 1]) && !message.IsMark(i + 2, ':'))
        {
            (day, last) = ((int)message[i + 1].Figure.Value, i + 1);
        }

        var yearAt = message.IsMark(last + 1, ',') || message.IsMark(last + 1, '-') || message.Says(last + 1, "of") ? last + 2 : last + 1;
        if (IsYear(message[yearAt]))
        {
            (year, last) = ((int)message[yearAt].Figure.Value, yearAt);
        }
        else if (message.Is(last + 1, Concept.NextYear))
        {
            (year, last) = (today.Year + 1, last + 1);
        }

        var isModal = message.Says(i, "may") && first == i && last == i && !message.Is(i - 1, Concept.In) && !message.Is(i - 1, Concept.From)
            && !message.Is(i - 1, Concept.Move)
            && !message.Is(i - 1, Concept.To) && !message.Is(i - 1, Concept.Next);
        return !isModal && CalendarDays.Resolve(today, message[i].Meaning.Number, day, year, out var date) && Give(date, first, last, out phrase);
    }

    // "end of next month", 下個月十五號, 今個月底, 月尾, 年底.
    private static bool NamedMonth(Message message, int i, DateOnly today, out DatePhrase phrase)
    {
        phrase = default;
        if (message.Is(i, Concept.YearEnd))
        {
            var next = message.Is(i - 1, Concept.NextYear);
            return Give(new DateOnly(next ? today.Year + 1 : today.Year, 12, 31), next ? i - 1 : i, i, out phrase);
        }

        if (message.Is(i, Concept.ThisMonthPart) || (message.Is(i, Concept.MonthPart) && Lexer.IsHan(message.Words(i)[0])
            && message.Words(i)[0] == '月'))
        {
            var date = CalendarDays.InMonth(today, message[i].Meaning.Number);
            return Give(date >= today ? date : CalendarDays.InMonth(CalendarDays.FirstOfNext(today), message[i].Meaning.Number), i, i, out phrase);
        }

        var isNext = message.Is(i, Concept.NextMonth);
        if (!isNext && !message.Is(i, Concept.ThisMonth))
        {
            return false;
        }

        var (day, last) = DayAfter(message, i + 1, i);
        var (first, before) = (i, message.Is(i - 1, Concept.Filler) || message.Says(i - 1, "in") ? i - 2 : i - 1);
        if (day == CalendarDays.WholeMonth && (message.Is(before, Concept.MonthPart) || (IsDay(message[before]) && message[before].Figure.Ordinal)))
        {
            (day, first) = (message.Is(before, Concept.MonthPart) ? message[before].Meaning.Number : (int)message[before].Figure.Value, before);
        }

        return (isNext || day != CalendarDays.WholeMonth)
            && Give(CalendarDays.InMonth(isNext ? CalendarDays.FirstOfNext(today) : today, Math.Max(day, 1)), first, last, out phrase);
    }

    private static bool Week(Message message, int i, DateOnly today, out DatePhrase phrase)
    {
        phrase = default;
        var monday = today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7));
        if (message.Is(i, Concept.NextWeek))
        {
            var named = message[i + 1] is { Kind: TokenKind.Number, Figure: { Chinese: true, Value: >= 1 and <= 6 } };
            return Give(monday.AddDays(named ? (int)message[i + 1].Figure.Value - 1 : 0), i, named ? i + 1 : i, out phrase, needsCue: true);
        }

        if (!message.Is(i, Concept.Weekday))
        {
            return false;
        }

        var weekday = monday.AddDays(message[i].Meaning.Number - 1);
        var coming = weekday.AddDays(-7) > today && !message.Is(i - 1, Concept.Next) ? weekday.AddDays(-7) : weekday;
        return Give(coming, i, i, out phrase, needsCue: true);
    }

    // "the 15th", 15號: the next one, where something says that it is the move.
    private static bool DayOnly(Message message, int i, DateOnly today, out DatePhrase phrase)
    {
        phrase = default;
        var suffix = message.Is(i + 1, Concept.DaySuffix) && !message.Is(i + 1, Concept.Building);
        if (!IsDay(message[i]) || (!suffix && !message[i].Figure.Ordinal) || message.Is(i + 1, Concept.Floor) || IsOfMonth(message, i + 1))
        {
            return false;
        }

        var day = (int)message[i].Figure.Value;
        var month = day >= today.Day ? today : CalendarDays.FirstOfNext(today);
        return Give(CalendarDays.InMonth(month, day), i, suffix ? i + 1 : i, out phrase, needsCue: true);
    }

    // "1st Feb", "the 3rd of next month": the month's own phrase says more.
    private static bool IsOfMonth(Message message, int i)
    {
        var month = message.Is(i, Concept.Filler) ? message[i + 1] : message[i];
        return month.Is(Concept.Month) || month.Is(Concept.NextMonth) || month.Is(Concept.ThisMonth);
    }

    private static bool IsDay(Token token) =>
        token.Kind == TokenKind.Number && token.Figure is { Scale: 1, Currency: false, High: 0, Value: >= 1 and <= 31 }
            && token.Figure.Value == decimal.Truncate(token.Figure.Value);

    private static bool IsYear(Token token) =>
        token.Kind == TokenKind.Number && token.Figure is { Scale: 1, Currency: false, Grouped: false, Value: >= 2000 and <= 2100 };
}
