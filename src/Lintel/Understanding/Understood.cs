namespace Lintel.Understanding;

/// <summary>The language that carries a message; place names in another script do not change it.</summary>
public enum MessageLanguage
{
    /// <summary>English.</summary>
    En,

    /// <summary>Chinese: Cantonese or standard, Traditional or Simplified.</summary>
    Zh,

    /// <summary>Any other language, or no words at all.</summary>
    Other,
}

/// <summary>What the writer wants to do with a property.</summary>
public enum MessageIntent
{
    /// <summary>To become a tenant.</summary>
    Rent,

    /// <summary>To become the owner.</summary>
    Buy,

    /// <summary>The writer owns and wants to sell.</summary>
    Sell,

    /// <summary>The writer owns and wants a tenant.</summary>
    Let,
}

/// <summary>What a message says about the property wanted and the person; what is not said is null, an empty list, or false.</summary>
/// <remarks>The conventions are those of the specification page "Conventions of message understanding".</remarks>
public sealed record Understood
{
    /// <summary>The language that carries the message.</summary>
    public required MessageLanguage Language { get; init; }

    /// <summary>From the words, else from the size of the figure; null when unclear.</summary>
    public MessageIntent? Intent { get; init; }

    /// <summary>A slug such as <c>apartment</c>, <c>village_house</c>, <c>car_park</c>.</summary>
    public string? PropertyType { get; init; }

    /// <summary>Bedrooms wanted, the lower bound of a range; 0 is a studio.</summary>
    public int? Bedrooms { get; init; }

    /// <summary>Canonical English names in the order they were named, the negated ones left out.</summary>
    public required IReadOnlyList<string> PreferredAreas { get; init; }

    /// <summary>HKD per month for a rent, HKD for a price.</summary>
    public long? BudgetMin { get; init; }

    /// <summary>HKD per month for a rent, HKD for a price. One figure alone is a maximum.</summary>
    public long? BudgetMax { get; init; }

    /// <summary>The day the writer wants to move in, or the lease ends that makes them move.</summary>
    public DateOnly? MoveInDate { get; init; }

    /// <summary>The writer is in a hurry: "ASAP", "this week", 急, 即刻.</summary>
    public bool Urgent { get; init; }

    /// <summary>Links to listings, and references without their "#" or "ref:".</summary>
    public required IReadOnlyList<string> PropertyReferences { get; init; }

    /// <summary>Phone numbers as written, without separators; a leading "+" stays.</summary>
    public required IReadOnlyList<string> Phones { get; init; }

    /// <summary>Mail addresses in lower case.</summary>
    public required IReadOnlyList<string> Emails { get; init; }

    /// <summary>Instagram handles as <c>@lowercase</c>.</summary>
    public required IReadOnlyList<string> Handles { get; init; }

    /// <summary>The words behind every field above, in the order of the fields.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }
}

/// <summary>The words of the message that said a field.</summary>
/// <param name="Field">The field's name on the wire, such as <c>budget_max</c>.</param>
/// <param name="Text">The words exactly as written.</param>
/// <param name="Start">Where they start in the message, in UTF-16 code units.</param>
/// <param name="Length">How long they are, in UTF-16 code units.</param>
public sealed record Evidence(string Field, string Text, int Start, int Length);
