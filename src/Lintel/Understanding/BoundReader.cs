namespace Lintel.Understanding;

/// <summary>Reads the words around a figure: "at most", 以內, "at least", 以上, "around", 左右.</summary>
internal static class BoundReader
{
    private static readonly UInt128 Passed = AmountReader.Of(Concept.Filler) | AmountReader.Of(Concept.AtMost) | AmountReader.Of(Concept.AtLeast)
        | AmountReader.Of(Concept.Around)
        | AmountReader.Of(Concept.From) | AmountReader.Of(Concept.Between) | AmountReader.Of(Concept.PerMonth)
        | AmountReader.Of(Concept.Inclusive) | AmountReader.Of(Concept.In) | AmountReader.Of(Concept.To) | AmountReader.Of(Concept.Move)
        | AmountReader.Of(Concept.Within) | AmountReader.Of(Concept.Urgent)
        | AmountReader.Of(Concept.Asked) | AmountReader.Of(Concept.MonthPart);

    /// <summary>The bound, and the first and last token of the amount with the words for it.</summary>
    internal static (Bound Bound, int First, int Last) Read(Message message, int i, int last)
    {
        var end = last + 1;
        end += message.Is(end, Concept.PerMonth) || (message.IsMark(end, '-') && message.Says(end + 1, "ish")) ? 1 : 0;
        var after = AfterBound(message, end);
        if (after != Bound.None)
        {
            return (after, i, end);
        }

        for (int back = i - 1, steps = 0; steps < 4; back--, steps++)
        {
            var token = message[back];
            var bound = token.Is(Concept.AtMost) ? Bound.AtMost : token.Is(Concept.AtLeast) || message.Says(back, "min") ? Bound.AtLeast
                : token.Is(Concept.Around) ? Bound.Around : steps == 0 && token.Is(Concept.From) ? Bound.AtLeast : Bound.None;
            if (bound == Bound.AtLeast && DeniedAt(message, back) is var denied && denied >= 0)
            {
                return (Bound.AtMost, denied, last);
            }

            if (bound != Bound.None)
            {
                return (bound, back, last);
            }

            if (!token.IsAny(Passed | AmountReader.MoneyWords) && !message.IsMark(back, ':'))
            {
                break;
            }
        }

        return (Bound.None, i, last);
    }

    // "can't afford more than 17k", "nothing over 17k": where the "not" stands; -1 without one.
    private static int DeniedAt(Message message, int bound)
    {
        var i = bound - 1;
        while (bound - i < 4 && (message.IsKind(i, TokenKind.Word) || message.Is(i, Concept.Budget)) && !IsNot(message, i))
        {
            i--;
        }

        return IsNot(message, i) ? i : -1;
    }

    private static bool IsNot(Message message, int i) =>
        message.Is(i, Concept.Negative) || message.Says(i, "nothing") || message.Says(i, "cant") || message.Says(i, "wont")
            || (message.IsKind(i, TokenKind.Word) && message.Words(i).EndsWith("n't"));

    private static Bound AfterBound(Message message, int end)
    {
        var token = message[end];
        var ownsNext = message.IsKind(end + 1, TokenKind.Number) || (message.Is(end + 1, Concept.Filler)
            && message.IsKind(end + 2, TokenKind.Number));
        if (token.Is(Concept.AtMostAfter))
        {
            return ownsNext && token.Is(Concept.AtMost) ? Bound.None : Bound.AtMost;
        }

        // "25k plus management fee" is no minimum.
        if (token.Is(Concept.AtLeastAfter) && !ownsNext)
        {
            var joins = message.Says(end, "+") || message.Says(end, "plus");
            return joins && !message.EndsClause(end + 1) && (message.Is(end + 1, Concept.Fee)
                || message.IsKind(end + 1, TokenKind.Word)) ? Bound.None : Bound.AtLeast;
        }

        return token.Is(Concept.AroundAfter) && !(ownsNext && token.Is(Concept.Around)) ? Bound.Around : Bound.None;
    }
}
