namespace Lintel.Understanding;

/// <summary>What the readers have found so far, with the words for it.</summary>
internal sealed class Draft(Message message)
{
    private readonly List<Evidence> evidence = [];

    internal MessageLanguage Language { get; set; }

    internal MessageIntent? Intent { get; set; }

    internal string? PropertyType { get; set; }

    internal int? Bedrooms { get; set; }

    internal List<string> PreferredAreas { get; } = [];

    internal long? BudgetMin { get; set; }

    internal long? BudgetMax { get; set; }

    internal DateOnly? MoveInDate { get; set; }

    internal bool Urgent { get; set; }

    internal List<string> PropertyReferences { get; } = [];

    internal List<string> Phones { get; } = [];

    internal List<string> Emails { get; } = [];

    internal List<string> Handles { get; } = [];

    /// <summary>Notes that the tokens from <paramref name="first"/> to <paramref name="last"/> said a field.</summary>
    internal void Note(string field, int first, int last) =>
        evidence.Add(message.Text.Quote(field, message[first].Start, message[last].End));

    internal Understood Finish() => new()
    {
        Language = Language,
        Intent = Intent,
        PropertyType = PropertyType,
        Bedrooms = Bedrooms,
        PreferredAreas = PreferredAreas,
        BudgetMin = BudgetMin,
        BudgetMax = BudgetMax,
        MoveInDate = MoveInDate,
        Urgent = Urgent,
        PropertyReferences = PropertyReferences,
        Phones = Phones,
        Emails = Emails,
        Handles = Handles,
        Evidence = evidence,
    };
}
