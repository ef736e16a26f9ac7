namespace Lintel.Understanding;

/// <summary>A message as tokens. Looking beyond either end gives <see cref="TokenKind.Nothing"/>.</summary>
internal sealed class Message(IReadOnlyList<Token> tokens, FoldedText text, Gazetteer gazetteer)
{
    internal FoldedText Text => text;

    internal Gazetteer Gazetteer => gazetteer;

    internal int Count => tokens.Count;

    internal Token this[int index] => (uint)index < (uint)tokens.Count ? tokens[index] : default;

    internal bool Is(int index, Concept concept) => this[index].Is(concept);

    internal bool IsMark(int index, char mark) => this[index].Kind == TokenKind.Mark && text[this[index].Start] == mark;

    internal bool IsKind(int index, TokenKind kind) => this[index].Kind == kind;

    /// <summary>A comma, the end of a sentence, or the end of the message.</summary>
    internal bool EndsClause(int index) => this[index].Kind is TokenKind.Nothing or TokenKind.Break || IsMark(index, ',');

    internal bool EndsSentence(int index) => this[index].Kind is TokenKind.Nothing or TokenKind.Break;

    internal ReadOnlySpan<char> Words(int index) => text.Slice(this[index].Start, this[index].End);

    internal bool Says(int index, string word) => this[index].Kind != TokenKind.Nothing && Words(index).SequenceEqual(word);

    /// <summary>True when nothing, not even a space, stands between two neighbouring tokens.</summary>
    internal bool Touch(int index) => this[index].End == this[index + 1].Start;

    /// <summary>How many times any of the concepts stands in the message.</summary>
    internal int CountOf(Concept concept)
    {
        var count = 0;
        for (var i = 0; i < Count; i++)
        {
            count += Is(i, concept) ? 1 : 0;
        }

        return count;
    }

    /// <summary>True when a word that says "not" stands before the token, with nothing but little words and kindred items between.</summary>
    internal bool IsNegated(int index, Func<Token, bool> kindred)
    {
        var onlyList = true;
        for (int i = index - 1, steps = 0; i >= 0 && steps < 16; i--, steps++)
        {
            var token = this[i];
            if (token.Is(Concept.Negative))
            {
                return true;
            }

            var inList = kindred(token) || token.Is(Concept.And) || token.Is(Concept.Or) || IsMark(i, '/');
            var passes = inList || token.Is(Concept.Filler) || token.Is(Concept.In) || token.Is(Concept.To) || token.Is(Concept.Move)
                || (IsMark(i, ',') && onlyList && ListGoesOn(index, kindred));
            onlyList &= inList || IsMark(i, ',');
            if (!passes)
            {
                return false;
            }
        }

        return false;
    }

    // "not A, B or C" denies all three; after "not A, B" nobody knows whether B is denied too, so the comma ends it.
    private bool ListGoesOn(int index, Func<Token, bool> kindred)
    {
        var joined = Is(index - 1, Concept.Or) || Is(index - 1, Concept.And) || IsMark(index - 1, '/');
        for (int i = index + 1, steps = 0; steps < 12 && !joined; i++, steps++)
        {
            joined = Is(i, Concept.Or) && kindred(this[i + 1]);
            if (!joined && !kindred(this[i]) && !IsMark(i, ','))
            {
                break;
            }
        }

        return joined && !IsWelcome(index, kindred);
    }

    // 唔要屯門，元朗或者天水圍都得: what the list after the comma ends with is a yes.
    private bool IsWelcome(int index, Func<Token, bool> kindred)
    {
        var i = index;
        while (i - index < 12 && (kindred(this[i]) || Is(i, Concept.Or) || Is(i, Concept.And)))
        {
            i++;
        }

        return (Says(i, "都") && text[this[i].End] is '得' or '可' or 'o') || ((Says(i, "is") || Says(i, "are") || Says(i, "would be"))
            && (Says(i + 1, "fine") || Says(i + 1, "ok") || Says(i + 1, "okay") || Says(i + 1, "good")));
    }
}
