namespace Lintel.Understanding;

/// <summary>Cuts a message into tokens, left to right, the longest reading first.</summary>
internal sealed class Lexer
{
    private readonly FoldedText text;
    private readonly Gazetteer gazetteer;
    private readonly List<Token> tokens;
    private int at;

    private Lexer(FoldedText text, Gazetteer gazetteer)
    {
        this.text = text;
        this.gazetteer = gazetteer;
        tokens = new List<Token>((text.Length / 3) + 4);
    }

    internal static List<Token> Read(FoldedText text, Gazetteer gazetteer)
    {
        var lexer = new Lexer(text, gazetteer);
        while (lexer.at < text.Length)
        {
            lexer.ReadOne();
        }

        return lexer.tokens;
    }

    internal static bool IsHan(char c) => c is (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or '〇';

    private void ReadOne()
    {
        var c = text[at];
        if (c == ' ')
        {
            at++;
        }
        else if (IsBreak(c))
        {
            Add(TokenKind.Break, at + 1);
        }
        else if (!TryContact() && !TryReference() && !TryFigures(c) && !TryPhrase())
        {
            ReadUnknown(c);
        }
    }

    private bool IsBreak(char c) =>
        c is '\n' or '!' or '?' or '。' or ';' or '…' || (c == '.' && (text[at + 1] is ' ' or '\n' or '\0' or '.' || IsHan(text[at + 1])));

    private bool TryContact()
    {
        if (ContactLexer.TryRead(text, at, out var kind, out var end))
        {
            Add(kind, end);
            return true;
        }

        return false;
    }

    private bool TryReference()
    {
        if (ReferenceLexer.TryReadMarked(text, at, out var start, out var end))
        {
            tokens.Add(new Token(TokenKind.Reference, start, end));
            at = end;
            return true;
        }

        return false;
    }

    private bool TryFigures(char c)
    {
        if (char.IsAsciiDigit(c))
        {
            return TryAreaOfDigits() || TryDate() || ReadNumber(at);
        }

        var start = MoneyMarks.AfterPrefix(text, at);
        return start > at && (char.IsAsciiDigit(text[start]) || NumberLexer.Digit(text[start]) > 0) && ReadNumber(start);
    }

    // "8 Waterloo Road" is a name, not a figure.
    private bool TryAreaOfDigits()
    {
        var area = gazetteer.Longest(text, at, out var end, out _);
        if (area < 0)
        {
            return false;
        }

        tokens.Add(new Token(TokenKind.Area, at, end) { Number = area });
        at = end;
        return true;
    }

    private bool TryDate()
    {
        if (!DateLexer.TryRead(text, at, out var token))
        {
            return false;
        }

        tokens.Add(token);
        at = token.End;
        return true;
    }

    private bool ReadNumber(int start)
    {
        if (!NumberLexer.TryRead(text, start, out var figure, out var end))
        {
            if (char.IsAsciiDigit(text[at]))
            {
                ReadCode();
                return true;
            }

            return false;
        }

        var letters = char.IsAsciiLetter(text[end]) && figure.Scale == 1;
        if (letters && text[end + 1] is 't' or 'd' or 'h' && DateLexer.IsOrdinal(text, end))
        {
            AddNumber(figure with { Ordinal = true }, end + 2);
        }
        else if (letters && text[end] == 'b' && IsBedBath(end))
        {
            AddNumber(figure, end);
            var concept = tokens.Count > 1 && tokens[^2].Is(Concept.Bedroom) ? Concept.Bathroom : Concept.Bedroom;
            tokens.Add(new Token(TokenKind.Term, end, end + 1) { Meaning = default(Meaning).With(concept, 0) });
            at = end + 1;
        }
        else if (letters && start == at && Lexicon.At(text, end, out _) is null)
        {
            ReadCode();
        }
        else
        {
            var suffixEnd = MoneyMarks.AfterSuffix(text, end);
            AddNumber(figure with { Currency = start > at || suffixEnd > end }, suffixEnd);
        }

        return true;
    }

    // "2b1b", "2b/1b": two bedrooms, one bathroom; "2B" alone is a flat.
    private bool IsBedBath(int b)
    {
        var next = text[b + 1] is '/' or ' ' ? b + 2 : b + 1;
        var first = char.IsAsciiDigit(text[next]) && text[next + 1] == 'b' && !char.IsAsciiLetterOrDigit(text[next + 2]);
        return first || (!char.IsAsciiLetterOrDigit(text[b + 1]) && tokens.Count > 0 && tokens[^1].Is(Concept.Bedroom) && tokens[^1].End >= b - 2);
    }

    private bool TryPhrase()
    {
        var area = gazetteer.Longest(text, at, out var areaEnd, out var doubt);
        var meaning = Lexicon.At(text, at, out var termEnd);
        var isLetter = char.IsAsciiLetter(text[at]);
        if (area >= 0 && areaEnd >= termEnd && (doubt == AreaTree.Doubt.None || AreaDoubts.Believable(text, at, areaEnd, doubt, tokens)))
        {
            tokens.Add(new Token(TokenKind.Area, at, areaEnd) { Number = area });
            at = areaEnd;
            return true;
        }

        if (IsHan(text[at]) && (meaning is null || termEnd - at == 1) && NumberLexer.TryRead(text, at, out _, out _))
        {
            return ReadNumber(at);
        }

        if (meaning is null || (isLetter && termEnd - at == 1 && char.IsAsciiDigit(text[termEnd])))
        {
            return false;
        }

        tokens.Add(new Token(TokenKind.Term, at, termEnd) { Meaning = meaning.Value });
        at = termEnd;
        ReadReferenceOrHandle();
        return true;
    }

    private void ReadReferenceOrHandle()
    {
        var word = tokens[^1];
        if (word.Is(Concept.HandleWord) && ContactLexer.TryNamedHandle(text, at, out var start, out var end))
        {
            tokens.Add(new Token(TokenKind.Handle, start, end));
            at = end;
        }
        else if ((word.Is(Concept.Reference) || word.Is(Concept.WeakReference))
            && ReferenceLexer.TryReadAfter(text, at, word.Is(Concept.Reference), out start, out end))
        {
            tokens.Add(new Token(TokenKind.Reference, start, end));
            at = end;
        }
    }

    private void ReadUnknown(char c)
    {
        if (IsHan(c))
        {
            Add(TokenKind.Han, at + 1);
        }
        else if (char.IsAsciiLetter(c))
        {
            ReadCode();
        }
        else if (char.IsLetter(c))
        {
            var end = at + 1;
            while (char.IsLetter(text[end]) && !IsHan(text[end]) && !char.IsAsciiLetter(text[end]))
            {
                end++;
            }

            Add(TokenKind.Word, end);
        }
        else
        {
            Add(TokenKind.Mark, at + 1);
        }
    }

    private void ReadCode()
    {
        var end = at + 1;
        while (char.IsAsciiLetterOrDigit(text[end]) || (text[end] == '\'' && char.IsAsciiLetter(text[end + 1])))
        {
            end++;
        }

        var value = EnglishNumerals.Read(text, at, ref end);
        if (value > 0)
        {
            var figure = NumberLexer.WithLatinMagnitude(text, end, value, out end);
            AddNumber(figure, MoneyMarks.AfterSuffix(text, end));
            return;
        }

        Add(text.Slice(at, end).ContainsAnyInRange('0', '9') ? TokenKind.Code : TokenKind.Word, end);
    }

    private void AddNumber(Figure figure, int end)
    {
        tokens.Add(new Token(TokenKind.Number, at, end) { Figure = figure });
        at = end;
    }

    private void Add(TokenKind kind, int end)
    {
        tokens.Add(new Token(kind, at, end));
        at = end;
    }
}
