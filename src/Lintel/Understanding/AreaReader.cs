namespace Lintel.Understanding;

/// <summary>The areas wanted, in the order they are named; not the denied ones, nor where the writer works, lives or commutes to.</summary>
internal static class AreaReader
{
    // A lead holds at most so many.
    private const int MostAreas = 50;
    private static readonly UInt128 Joints = Meaning.Bit(Concept.In) | Meaning.Bit(Concept.Filler);

    internal static void Read(Message message, Draft draft)
    {
        var kept = Wanted(message, draft);

        for (var k = 0; k < kept.Count; k++)
        {
            var isWhole = (k + 1 < kept.Count && OneAddress(message, kept[k], kept[k + 1], outer: kept[k])) || (k > 0
                && OneAddress(message, kept[k - 1], kept[k], outer: kept[k]));
            var name = message.Gazetteer.NameOf(message[kept[k]].Number);
            if (isWhole || draft.PreferredAreas.Contains(name))
            {
                continue;
            }

            draft.PreferredAreas.Add(name);
            draft.Note("preferred_areas", kept[k], kept[k]);
            if (draft.PreferredAreas.Count == MostAreas)
            {
                break;
            }
        }
    }

    // "Selling my place in Tai Po to move to Fanling" is about Fanling; with no other place, it is about the one that is sold.
    private static List<int> Wanted(Message message, Draft draft)
    {
        var (kept, sold) = (new List<int>(), new List<int>());
        for (var i = 0; i < message.Count; i++)
        {
            if (message.IsKind(i, TokenKind.Area) && IsWanted(message, draft, i))
            {
                kept.Add(i);
            }
            else if (message.IsKind(i, TokenKind.Area) && (message.Is(i - 1, Concept.Sell) || (sold.Count > 0 && sold[^1] == i - 1)))
            {
                sold.Add(i);
            }
        }

        return kept.Count > 0 ? kept : sold;
    }

    private static bool IsWanted(Message message, Draft draft, int i) =>
        !IsPartOfAnotherName(message, i)
        && !message.IsNegated(i, static t => t.Kind == TokenKind.Area)
        && !IsDeniedAfter(message, i)
        && !IsElsewhere(message, draft, i);

    // Tai Po Road is not in Tai Po.
    private static bool IsPartOfAnotherName(Message message, int i) =>
        (message.Is(i + 1, Concept.Street) || message.Is(i + 1, Concept.Hour)) && (!Lexer.IsHan(message.Text[message[i].End]) || message.Touch(i))
            && !(message.Says(i + 1, "人") && message.Is(i + 2, Concept.Bedroom));

    // 旺角就唔要, "Mong Kok is a no".
    private static bool IsDeniedAfter(Message message, int i)
    {
        var next = i + 1;
        for (var steps = 0; steps < 12 && (message.IsKind(next, TokenKind.Area) || message.Is(next, Concept.Or)
            || message.Is(next, Concept.And)); steps++)
        {
            next++;
        }

        while (next - i <= 14 && message.Is(next, Concept.Filler) && !message.Is(next, Concept.AfterNegative))
        {
            next++;
        }

        if (!message.Is(next, Concept.AfterNegative))
        {
            return false;
        }

        // 旺角唔要太舊: what is refused is age, not the place.
        return !message.Is(next, Concept.Negative) || message.EndsClause(next + 1) || (message.Is(next + 1, Concept.Filler)
            && message.EndsClause(next + 2))
            || message[next + 1].Kind == TokenKind.Mark;
    }

    private static bool IsElsewhere(Message message, Draft draft, int i)
    {
        for (int back = i - 1, steps = 0; steps < 6; back--, steps++)
        {
            if (message.Is(back, Concept.Elsewhere))
            {
                return !IsGoing(message, back) || IsDestination(message, draft, i);
            }

            if (message.Is(back, Concept.Minute) || message.Is(back, Concept.Percent))
            {
                return message.Is(back, Concept.Minute) && back < i - 1;
            }

            var passes = message.Is(back, Concept.Filler) || message.Is(back, Concept.In) || message.Is(back, Concept.To)
                || message.Is(back, Concept.From) || message.IsKind(back, TokenKind.Area)
                || message.Is(back, Concept.Or) || message.Is(back, Concept.And) || message.Is(back, Concept.Within)
                || message.Says(back, "walk") || message.Says(back, "away") || IsHomeIn(message, back);
            if (!passes)
            {
                break;
            }
        }

        return IsLeft(message, i) || IsDestination(message, draft, i);
    }

    // 由屯門搬去荃灣
    private static bool IsLeft(Message message, int i) =>
        Lexer.IsHan(message.Text[message[i].Start]) && message.Is(i - 1, Concept.From) && message.Is(i + 1, Concept.Move);

    // "my 2 bed in Tai Po"
    private static bool IsHomeIn(Message message, int i) =>
        (message.Is(i, Concept.Bedroom) && message.Is(i + 1, Concept.In)) || (message.IsKind(i, TokenKind.Number) && message.Is(i + 1, Concept.Bedroom));

    // 去 and 返 alone also lead to the place wanted; they mean a commute only where the road or the work follows.
    private static bool IsGoing(Message message, int i) => message.Says(i, "去");

    private static bool IsDestination(Message message, Draft draft, int i)
    {
        // 住喺海怡半島10年
        if (message.IsKind(i + 1, TokenKind.Number) && message.Is(i + 2, Concept.Year) && message.Is(i - 1, Concept.In))
        {
            return true;
        }

        var next = i + 1;
        while (next - i <= 2 && message.Is(next, Concept.Filler) && !message.Is(next, Concept.ElsewhereAfter))
        {
            next++;
        }

        var near = message.Says(i - 1, "近") || message.Says(i - 1, "鄰近");
        // "Central office for eight": what is wanted, where an office is.
        var isOfficeWanted = next == i + 1 && message.Is(next, Concept.Type) && draft.PropertyType == PropertyTypeReader.Office;
        return message.Is(next, Concept.ElsewhereAfter) && !isOfficeWanted && !near && !(message.Says(next, "方便") && !message.Is(i - 1, Concept.Elsewhere));
    }

    // 大圍沙田, 北角炮台山: an address goes from the large to the small, and in the city two names of quarters are two places, not one in the other.
    private static bool AreNeighbours(Message message, int first, int second, int outer)
    {
        var (map, isChinese) = (message.Gazetteer, Lexer.IsHan(message.Text[message[first].Start]) && Lexer.IsHan(message.Text[message[second].Start]));
        return isChinese && second == first + 1 && message.Touch(first) && !map.IsEstate(message[first].Number) && !map.IsEstate(message[second].Number)
            && map.IsNeighbourhood(message[first].Number) && map.IsNeighbourhood(message[second].Number)
            && (outer == second || !map.IsTown(message[outer].Number));
    }

    // "Taikoo Shing, Quarry Bay" is one address: only the inner name is kept. "Kowloon or Mong Kok" are two wishes.
    private static bool OneAddress(Message message, int first, int second, int outer)
    {
        // 長沙灣曼克頓山: written without a break, a neighbourhood and a development are one address, whichever map they are on.
        if (outer == first && second == first + 1 && message.Gazetteer.IsEstate(message[second].Number)
            && !message.Gazetteer.IsEstate(message[first].Number))
        {
            return true;
        }

        if (AreNeighbours(message, first, second, outer))
        {
            return false;
        }

        var inner = outer == first ? second : first;
        if (!message.Gazetteer.Contains(message[outer].Number, message[inner].Number) || second - first > 4)
        {
            return false;
        }

        for (var i = first + 1; i < second; i++)
        {
            if (!message.IsMark(i, ',') && !message.IsMark(i, '(') && !message.IsMark(i, '-') && !message.IsMark(i, '·') && !message[i].IsAny(Joints))
            {
                return false;
            }
        }

        return true;
    }
}
