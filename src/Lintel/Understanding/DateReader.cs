namespace Lintel.Understanding;

/// <summary>The move-in date: the best of the dates named, judged by the nearest word about moving, viewing or something else.</summary>
internal static class DateReader
{
    internal static void Read(Message message, Draft draft, DateOnly today)
    {
        var best = 0;
        for (var i = 0; i < message.Count; i++)
        {
            if (!DatePhrases.TryRead(message, i, today, out var phrase))
            {
                continue;
            }

            var cue = CueOf(message, phrase);
            var rank = cue == Concept.Move ? 3 : cue == Concept.None && !phrase.NeedsCue ? 2 : 0;
            if (rank > best && phrase.Date >= today)
            {
                best = rank;
                draft.MoveInDate = phrase.Date;
                draft.Note("move_in_date", phrase.First, phrase.Last);
            }

            i = Math.Max(i, phrase.Last);
        }
    }

    // The nearest cue in the sentence, before the date first: "move in 1 March, viewing on the 3rd".
    private static Concept CueOf(Message message, DatePhrase phrase)
    {
        for (int back = phrase.First - 1, steps = 0; steps < 12 && !message.EndsSentence(back); back--, steps++)
        {
            // "a baby due in May, want it by March": what is dated otherwise stands close by.
            if (CueAt(message, back) is var cue and not Concept.None && (cue != Concept.Other || steps < 5))
            {
                return cue;
            }

            // A date straight after "from" or "by" is a start or a deadline.
            if (steps == 0 && message.Is(back, Concept.From))
            {
                return CueAfter(message, phrase, Concept.Move);
            }
        }

        return CueAfter(message, phrase, Concept.None);
    }

    private static Concept CueAfter(Message message, DatePhrase phrase, Concept otherwise)
    {
        for (int next = phrase.Last + 1, steps = 0; steps < 8 && !message.EndsSentence(next); next++, steps++)
        {
            if (CueAt(message, next) is var cue and not Concept.None)
            {
                return cue;
            }
        }

        return otherwise;
    }

    private static Concept CueAt(Message message, int i) =>
        message.Is(i, Concept.Move) ? Concept.Move : message.Is(i, Concept.View) || message.IsKind(i, TokenKind.Time) ? Concept.View
            : message.Is(i, Concept.Other) ? Concept.Other : Concept.None;
}
