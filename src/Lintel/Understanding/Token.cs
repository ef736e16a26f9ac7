namespace Lintel.Understanding;

/// <summary>What a piece of a message is.</summary>
internal enum TokenKind
{
    /// <summary>Beyond either end of the message.</summary>
    Nothing,

    /// <summary>A Latin word, or a letter of another script, that the lexicon does not know.</summary>
    Word,

    /// <summary>A Chinese character that the lexicon does not know.</summary>
    Han,

    /// <summary>A word or phrase of the lexicon.</summary>
    Term,

    /// <summary>A name of the gazetteer.</summary>
    Area,

    /// <summary>A figure, with its magnitude and currency.</summary>
    Number,

    /// <summary>Two figures around a slash: a day and a month, or something else.</summary>
    Pair,

    /// <summary>A whole date in figures.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>Letters and digits run together: "12A", "T2".</summary>
    Code,

    /// <summary>A phone number.</summary>
    Phone,

    /// <summary>A mail address.</summary>
    Email,

    /// <summary>A link.</summary>
    Link,

    /// <summary>An Instagram handle.</summary>
    Handle,

    /// <summary>A listing's reference.</summary>
    Reference,

    /// <summary>A punctuation mark.</summary>
    Mark,

    /// <summary>The end of a sentence or line.</summary>
    Break,
}

/// <summary>A piece of a message, in folded positions.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End)
{
    internal Meaning Meaning { get; init; }

    internal Figure Figure { get; init; }

    /// <summary>The area's number, the second figure of a pair, or the day number of a date.</summary>
    internal int Number { get; init; }

    internal bool Is(Concept concept) => (Meaning.Set & Meaning.Bit(concept)) != 0;

    internal bool IsAny(UInt128 concepts) => (Meaning.Set & concepts) != 0;
}

/// <summary>A number as written.</summary>
/// <param name="Value">With its magnitude: 兩萬五 is 25,000.</param>
/// <param name="High">The upper end where one phrase names two neighbours (兩三萬), else 0.</param>
/// <param name="Scale">The magnitude said last: 1, 1,000, 10,000, …</param>
internal readonly record struct Figure(decimal Value, decimal High, decimal Scale)
{
    /// <summary>"$", "HKD", 元, 蚊 stand with it.</summary>
    internal bool Currency { get; init; }

    /// <summary>兩萬幾, 600多萬: more than said, nobody knows how much.</summary>
    internal bool Vague { get; init; }

    /// <summary>"1st", "15th".</summary>
    internal bool Ordinal { get; init; }

    /// <summary>Written in Chinese numerals.</summary>
    internal bool Chinese { get; init; }

    /// <summary>"25,000": nobody groups the digits of a year or a flat.</summary>
    internal bool Grouped { get; init; }

    /// <summary>The figure itself, before its magnitude.</summary>
    internal decimal Bare => Value / Scale;
}
