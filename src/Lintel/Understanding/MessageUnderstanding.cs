namespace Lintel.Understanding;

/// <summary>Reads what a message says: a pure function, no service, no clock, no state, linear in the length of the message.</summary>
/// <remarks>
/// fold the characters → cut into tokens (contacts, references, dates, figures, areas, words of the lexicon) → one reader per field. A reader says
/// nothing when it is unsure: a wrong fact is worse than a missing one. Rules: "Conventions of message understanding" in the specification.
/// </remarks>
public static class MessageUnderstanding
{
    /// <summary>Understands one message. Never throws, whatever the text.</summary>
    /// <param name="text">The message as received.</param>
    /// <param name="today">The date the message was received, in the agency's time zone.</param>
    /// <param name="gazetteer">The areas to look for; <see cref="Gazetteer.HongKong"/> with the agency's own names.</param>
    public static Understood Of(string text, DateOnly today, Gazetteer gazetteer)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(gazetteer);
        var folded = FoldedText.Of(text);
        var message = new Message(Lexer.Read(folded, gazetteer), folded, gazetteer);
        var draft = new Draft(message);
        LanguageReader.Read(message, draft);
        BedroomReader.Read(message, draft);
        PropertyTypeReader.Read(message, draft);
        AreaReader.Read(message, draft);
        var amounts = BudgetReader.Read(message, draft);
        IntentReader.Read(message, draft, amounts);
        DateReader.Read(message, draft, today);
        UrgencyReader.Read(message, draft);
        ContactReader.Read(message, draft);
        return draft.Finish();
    }
}
