using System.Globalization;
using System.Text.Json;
using Lintel.Understanding;

namespace Lintel.Tests.Understanding;

/// <summary>One message of the corpus with the facts it says, by wire name; a field that is not there is not said.</summary>
/// <remarks>
/// <c>batch</c> says when it was written: <c>first</c> beside the rules, <c>held-out</c> before the rules had seen it, <c>fresh</c> after both,
/// <c>examiner</c> by somebody who had not read the words that the rules know, <c>blind</c> after all of those and before any rule was changed for it.
/// </remarks>
internal sealed record CorpusMessage(string Text, string Batch, IReadOnlyDictionary<string, IReadOnlyList<string>> Expected);

internal static class Corpus
{
    /// <summary>The day every message is taken to have been received, a Monday.</summary>
    internal static readonly DateOnly Today = new(2026, 11, 23);

    internal static readonly string[] Fields =
    [
        "language", "intent", "property_type", "bedrooms", "preferred_areas", "budget_min", "budget_max", "move_in_date", "urgent",
        "property_references", "phones", "emails", "handles",
    ];

    internal static List<CorpusMessage> Read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Understanding", "corpus.jsonl");
        return [.. File.ReadLines(path).Where(line => line.Length > 0).Select(Parse)];
    }

    /// <summary>What was understood, in the same shape as what is expected.</summary>
    internal static Dictionary<string, IReadOnlyList<string>> FactsOf(Understood understood) => new()
    {
        ["language"] = [understood.Language.ToString().ToLowerInvariant()],
        ["intent"] = One(understood.Intent?.ToString().ToLowerInvariant()),
        ["property_type"] = One(understood.PropertyType),
        ["bedrooms"] = One(understood.Bedrooms?.ToString(CultureInfo.InvariantCulture)),
        ["preferred_areas"] = understood.PreferredAreas,
        ["budget_min"] = One(understood.BudgetMin?.ToString(CultureInfo.InvariantCulture)),
        ["budget_max"] = One(understood.BudgetMax?.ToString(CultureInfo.InvariantCulture)),
        ["move_in_date"] = One(understood.MoveInDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ["urgent"] = understood.Urgent ? ["true"] : [],
        ["property_references"] = understood.PropertyReferences,
        ["phones"] = understood.Phones,
        ["emails"] = understood.Emails,
        ["handles"] = understood.Handles,
    };

    private static string[] One(string? value) => value is null ? [] : [value];

    private static CorpusMessage Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var expected = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (property.Name is not ("text" or "batch"))
            {
                expected[property.Name] = property.Value.ValueKind == JsonValueKind.Array
                    ? [.. property.Value.EnumerateArray().Select(element => element.ToString())]
                    : [property.Value.ValueKind == JsonValueKind.True ? "true" : property.Value.ToString()];
            }
        }

        var root = document.RootElement;
        return new CorpusMessage(root.GetProperty("text").GetString()!, root.GetProperty("batch").GetString()!, expected);
    }
}
