namespace Lintel.Understanding;

/// <summary>How many bedrooms: "2BR", 兩房, "Bedrooms: 2", a studio is 0. The lower bound of a range or of alternatives.</summary>
internal static class BedroomReader
{
    private const int Most = 20;

    internal static void Read(Message message, Draft draft)
    {
        var (least, first, last) = (-1, -1, -1);
        for (var i = 0; i < message.Count; i++)
        {
            if (!TryRead(message, i, out var rooms, out var from, out var to))
            {
                continue;
            }

            if (least < 0 || (Alternative(message, last, from) && rooms < least))
            {
                first = least < 0 ? from : first;
                (least, last) = (rooms, to);
            }
            else if (Alternative(message, last, from))
            {
                last = to;
            }
        }

        if (least >= 0)
        {
            draft.Bedrooms = least;
            draft.Note("bedrooms", first, last);
        }
    }

    private static bool TryRead(Message message, int i, out int rooms, out int from, out int to)
    {
        (rooms, from, to) = (0, i, i);
        if (message.Is(i, Concept.Studio))
        {
            return !message.IsNegated(i, static t => t.Is(Concept.Studio) || t.Is(Concept.Type));
        }

        if (!message.Is(i, Concept.Bedroom) && !IsMainlandRoom(message, i))
        {
            return false;
        }

        var number = i - 1;
        while (message.Is(number, Concept.Adjective) || message.Is(number, Concept.AtLeastAfter) || message.IsMark(number, '-'))
        {
            number--;
        }

        // "Floor: 15 Bedrooms: 2": a label's figure follows it.
        if (message.IsMark(i + 1, ':') && Labelled(message, i, out rooms, out to))
        {
            return true;
        }

        // "upgrade from my 2 bed": the one that is left.
        if (message.Is(number - 1, Concept.Elsewhere) || (message.Says(number - 1, "my") && message.Is(number - 2, Concept.Elsewhere)))
        {
            return false;
        }

        if (IsCount(message, number))
        {
            to = i;
            rooms = Lowest(message, number, out from);
            return !message.IsNegated(from, static t => t.Kind == TokenKind.Number || t.Is(Concept.Bedroom));
        }

        return Labelled(message, i, out rooms, out to);
    }

    // 兩室一廳; a 室 without its 廳 is a door.
    private static bool IsMainlandRoom(Message message, int i) =>
        message.Says(i, "室") && (message.Is(i + 1, Concept.LivingRoom) || message.Is(i + 2, Concept.LivingRoom));

    private static bool IsCount(Message message, int i)
    {
        var token = message[i];
        if (token.Kind == TokenKind.Pair)
        {
            return token.Figure.Value < token.Number && token.Number <= Most;
        }

        // "Block 3, 2/F" and "flat 5" name a door, "1 room 3" nothing.
        return token.Kind == TokenKind.Number && token.Figure is { Scale: 1, Ordinal: false, Currency: false, Value: > 0 and <= Most }
            && !IsFloor(message, i - 1) && !message.Is(i - 1, Concept.Building);
    }

    // 12樓一房 names a door, 唐樓一房 a kind of building.
    private static bool IsFloor(Message message, int i) =>
        message.Is(i, Concept.Floor) && (!Lexer.IsHan(message.Text[message[i].Start]) || message.IsKind(i - 1, TokenKind.Number));

    // "1-2 bedrooms", "2 or 3 rooms", 一至兩房, 兩三房.
    private static int Lowest(Message message, int number, out int from)
    {
        from = number;
        var lowest = (int)message[number].Figure.Value;
        for (var steps = 0; steps < 4; steps++)
        {
            var joint = from - 1;
            var joined = message.Is(joint, Concept.To) || message.Is(joint, Concept.Or) || message.IsMark(joint, '-')
                || message.IsMark(joint, '~') || message.IsMark(joint, '、')
                || (message.Is(joint, Concept.And) && message.Is(joint - 2, Concept.Between)) || (message.IsMark(joint, ',')
                && message[number].Figure.Value <= 5);
            if (!joined || !IsCount(message, joint - 1) || message[joint - 1].Figure.Value > lowest || message[joint - 1].Kind == TokenKind.Pair)
            {
                break;
            }

            from = joint - 1;
            lowest = (int)message[from].Figure.Value;
        }

        return lowest;
    }

    // "Bedrooms: 2", "no. of rooms 3", 房數：3.
    private static bool Labelled(Message message, int i, out int rooms, out int to)
    {
        var next = i + 1;
        if (message.Says(next, "數"))
        {
            next++;
        }

        while (message.IsMark(next, '(') || message.IsMark(next, ')') || message.Says(next, "s"))
        {
            next++;
        }

        var colon = message.IsMark(next, ':') || message.IsMark(next, '=');
        to = colon ? next + 1 : next;
        rooms = 0;
        var labelled = colon || message.Is(i - 1, Concept.Door) || (message.Says(i - 1, "of") && message.Is(i - 2, Concept.Door)) || next > i + 1;
        if (!labelled || !IsCount(message, to))
        {
            return false;
        }

        rooms = (int)message[to].Figure.Value;
        return true;
    }

    // "studio or 1 bed", 兩房或三房, "2br/3br".
    private static bool Alternative(Message message, int last, int from)
    {
        for (var i = last + 1; i < from; i++)
        {
            var joint = message.Is(i, Concept.Or) || message.Is(i, Concept.To) || message.Is(i, Concept.And) || message.IsMark(i, '/')
                || message.IsMark(i, '-') || message.IsMark(i, '、')
                || message.Is(i, Concept.Type) || message.Is(i, Concept.Filler) || message.Is(i, Concept.Adjective);
            if (!joint || i - last > 4)
            {
                return false;
            }
        }

        return last >= 0 && from > last + 1;
    }
}
