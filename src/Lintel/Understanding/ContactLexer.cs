namespace Lintel.Understanding;

/// <summary>Recognises links, mail addresses, handles and phone numbers.</summary>
internal static class ContactLexer
{
    internal static bool TryRead(FoldedText text, int at, out TokenKind kind, out int end)
    {
        var c = text[at];
        end = at;
        kind = TokenKind.Nothing;
        if (c == '@')
        {
            kind = TokenKind.Handle;
            return TryHandle(text, at + 1, out end);
        }

        if (IsAddressCharacter(c) && !IsAddressCharacter(text[at - 1]))
        {
            var run = at;
            while (IsAddressCharacter(text[run]))
            {
                run++;
            }

            if (TryEmail(text, run, out end))
            {
                kind = TokenKind.Email;
                return true;
            }

            if (TryLink(text, at, run, out end))
            {
                kind = TokenKind.Link;
                return true;
            }
        }

        kind = TokenKind.Phone;
        return (char.IsAsciiDigit(c) || c is '+' or '(') && PhoneLexer.TryRead(text, at, out end);
    }

    /// <summary>"IG: foo", "insta is foo": a handle without its @.</summary>
    internal static bool TryNamedHandle(FoldedText text, int at, out int start, out int end)
    {
        start = Skip(text, at);
        if (text[start] is ':' or '=' or '係' or '是')
        {
            start = Skip(text, start + 1);
        }
        else if (text[start] == 'i' && text[start + 1] == 's' && text[start + 2] == ' ')
        {
            start += 3;
        }
        else
        {
            end = at;
            return false;
        }

        start += text[start] == '@' ? 1 : 0;
        return TryHandle(text, start, out end);
    }

    private static int Skip(FoldedText text, int at) => text[at] == ' ' ? at + 1 : at;

    private static bool IsAddressCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-';

    private static bool TryEmail(FoldedText text, int atSign, out int end)
    {
        end = atSign;
        if (text[atSign] != '@' || text[atSign - 1] == '.')
        {
            return false;
        }

        var i = atSign + 1;
        var dot = -1;
        while (char.IsAsciiLetterOrDigit(text[i]) || (text[i] is '.' or '-' && char.IsAsciiLetterOrDigit(text[i + 1])))
        {
            dot = text[i] == '.' ? i : dot;
            i++;
        }

        end = i;
        return dot > atSign + 1 && i - dot > 2;
    }

    private static bool TryLink(FoldedText text, int at, int run, out int end)
    {
        end = at;
        var scheme = text[run] == ':' && text[run + 1] == '/' && text[run + 2] == '/' && run - at is 4 or 5;
        var domain = text[run] == '/' && char.IsAsciiLetterOrDigit(text[run + 1]) && HasTopLevel(text.Slice(at, run));
        var bare = text.Slice(at, run).StartsWith("www.");
        if (!scheme && !domain && !bare)
        {
            return false;
        }

        var i = run;
        while (text[i] > ' ' && text[i] < '\u2000' && text[i] is not ('<' or '>' or '"'))
        {
            i++;
        }

        while (text[i - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'')
        {
            i--;
        }

        end = i;
        return i > run || bare;
    }

    private static bool HasTopLevel(ReadOnlySpan<char> host)
    {
        var dot = host.LastIndexOf('.');
        return dot > 0 && host[(dot + 1)..] is "com" or "hk" or "net" or "org" or "cn" or "io" or "co" or "asia" or "me" or "ly" or "app";
    }

    private static bool TryHandle(FoldedText text, int start, out int end)
    {
        end = start;
        var letters = 0;
        while (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '_')
        {
            letters += char.IsAsciiLetter(text[end]) ? 1 : 0;
            end++;
        }

        while (end > start && text[end - 1] == '.')
        {
            end--;
        }

        // "@25k" is a price.
        var isPrice = letters == 1 && text[end - 1] is 'k' or 'm' && char.IsAsciiDigit(text[start]);
        return letters > 0 && !isPrice && end - start is >= 2 and <= 30;
    }
}
