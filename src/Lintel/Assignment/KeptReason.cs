using System.Text.RegularExpressions;
using Lintel.Model;

namespace Lintel.Assignment;

/// <summary>A reason as it is kept with an assignment or a change of status, taken apart again, so that a page can say it in the reader's language.</summary>
/// <param name="Key">What is said: <c>chosen</c> for the points of a choice, the key of a sentence, or null for what nobody has words for.</param>
/// <param name="By">Who did it, where the sentence names somebody.</param>
/// <param name="Points">The parts of a choice in their order, and what each gave.</param>
public sealed partial record KeptReason(string? Key, string? By, IReadOnlyList<(string Part, string? What, string Points)> Points)
{
    public const string Chosen = "chosen";

    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        [ChangeReason.Created] = "created",
        [ChangeReason.Inquiry] = "inquiry",
        [ChangeReason.Erased] = "erased",
        [ChangeReason.AskedAgain] = "asked_again",
        [ChangeReason.TakenApart] = "taken_apart",
    };

    private static readonly (string Beginning, string Key)[] Deeds =
        [(ChangeReason.ChosenBy, "chosen_by"), (ChangeReason.TakenBackBy, "taken_back_by"), (ChangeReason.ChangedBy, "changed_by")];

    public static KeptReason Read(string reason)
    {
        if (Sum().Match(reason) is { Success: true } sum)
        {
            return new(Chosen, null, [.. Parts(sum)]);
        }

        if (Sentences.TryGetValue(reason, out var key))
        {
            return new(key, null, []);
        }

        var deed = Array.Find(Deeds, deed => reason.StartsWith(deed.Beginning, StringComparison.Ordinal));
        return deed.Key is null ? new(null, null, []) : new(deed.Key, reason[deed.Beginning.Length..], []);
    }

    private static IEnumerable<(string Part, string? What, string Points)> Parts(Match sum)
    {
        foreach (var part in (string[])["area", "type", "workload", "performance"])
        {
            if (sum.Groups[part] is { Success: true } found)
            {
                yield return (part, sum.Groups[part + "_name"] is { Success: true } name ? name.Value : null, found.Value);
            }
        }
    }

    // As AgentChoice writes it; what an area is called may hold anything.
    [GeneratedRegex(@"^(?:(?<area_name>.+) (?<area>20) \+ )?(?:(?<type_name>[^ ]+) (?<type>15) \+ )?workload (?<workload>[\d.]+) \+ performance (?<performance>[\d.]+)$")]
    private static partial Regex Sum();
}
