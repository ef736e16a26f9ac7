namespace Lintel.Understanding;

/// <summary>Whether a name that is also something else is meant as a place here.</summary>
internal static class AreaDoubts
{
    private static readonly UInt128 PlaceWords = Meaning.Bit(Concept.In) | Meaning.Bit(Concept.Or) | Meaning.Bit(Concept.And)
        | Meaning.Bit(Concept.Negative)
        | Meaning.Bit(Concept.From) | Meaning.Bit(Concept.To) | Meaning.Bit(Concept.Elsewhere) | Meaning.Bit(Concept.Type)
        | Meaning.Bit(Concept.Around);

    internal static bool Believable(FoldedText text, int start, int end, AreaTree.Doubt doubt, List<Token> before)
    {
        var previous = before.Count > 0 ? before[^1] : default;
        var afterPlaceWord = previous.IsAny(PlaceWords) || previous.Kind == TokenKind.Area;
        if (doubt == AreaTree.Doubt.Abbreviation)
        {
            return IsUpper(text, start, end) || (previous.Is(Concept.In) && !text.Slice(start, end).SequenceEqual("pe"));
        }

        if (Lexer.IsHan(text[start]))
        {
            return true;
        }

        if (previous.Is(Concept.PersonCue) && !previous.Is(Concept.From))
        {
            return false;
        }

        var capital = char.IsUpper(text.OriginalAt(start)) || text.OriginalAt(start) is >= 'Ａ' and <= 'Ｚ';
        return !NameFollows(text, end) && !IsDescribed(text, previous) && (capital || afterPlaceWord || StandsAlone(text, start, end, before))
            && !IsSignature(text, start, end, before);
    }

    private static bool IsUpper(FoldedText text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (char.IsLower(text.OriginalAt(i)))
            {
                return false;
            }
        }

        return true;
    }

    // "Stanley Wong", "Jordan here": a person.
    private static bool NameFollows(FoldedText text, int end)
    {
        var next = text[end] == ' ' ? end + 1 : end;
        var surnameEnd = next;
        while (char.IsAsciiLetter(text[surnameEnd]))
        {
            surnameEnd++;
        }

        var isWord = surnameEnd > next && next > end;
        return isWord && text.Slice(next, surnameEnd) is "here" or "chan" or "wong" or "lee" or "lam" or "cheung" or "ho" or "ng" or "leung"
            or "lau" or "chow" or "yip" or "tam"
            or "kwok" or "chu" or "li" or "wu" or "law" or "tsang" or "yeung" or "cheng" or "tang" or "smith" or "jones" or "brown" or "so"
            or "au" or "fung" or "liu" or "chui"
            or "tse" or "mak" or "poon" or "siu" or "kong" or "yu" or "yuen" or "tong" or "to" or "hui" or "lo" or "ma" or "tsui" or "szeto"
            or "wan" or "kwan"
            && !(text.Slice(next, surnameEnd) is "to" or "so");
    }

    // "very central": the adjective.
    private static bool IsDescribed(FoldedText text, Token previous)
    {
        if (previous.Kind is not (TokenKind.Word or TokenKind.Term))
        {
            return false;
        }

        return text.Slice(previous.Start, previous.End) is "very" or "more" or "quite" or "fairly" or "really" or "so" or "pretty" or "somewhere"
            or "too" or "super" or "reasonably" or "relatively";
    }

    // A lower-case "central 2br" opens the message or a line of it.
    private static bool StandsAlone(FoldedText text, int start, int end, List<Token> before) =>
        before.Count == 0 || before[^1].Kind is TokenKind.Break or TokenKind.Mark or TokenKind.Number || before[^1].Is(Concept.Bedroom)
            || end == text.Length || text[end] is ',' or '/';

    // A name alone on the last of several lines, or after "thanks,": who wrote it.
    private static bool IsSignature(FoldedText text, int start, int end, List<Token> before)
    {
        var last = end;
        while (text[last] is ' ' or '.' or '\n')
        {
            last++;
        }

        var opensLine = before.Count > 0 && before[^1].Kind is TokenKind.Break && text[before[^1].Start] == '\n';
        var afterThanks = before.Count > 1 && before[^1].Kind is TokenKind.Mark or TokenKind.Break && before[^2].Is(Concept.PersonCue);
        return afterThanks || (last >= text.Length && opensLine && start > 0);
    }
}
