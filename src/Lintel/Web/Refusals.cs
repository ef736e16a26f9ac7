using System.Text.RegularExpressions;
using Lintel.Model;
using Microsoft.Extensions.Localization;

namespace Lintel.Web;

/// <summary>
/// Refusals in the reader's language. Use-cases word theirs in English to follow a field's name ("must be at least 0"); the words of those are the
/// keys <c>refused.…</c>, with what varies as {0}. One that has no translation is shown as it is.
/// </summary>
public sealed partial class Refusals(IStringLocalizer<Words> words)
{
    private const string Prefix = "refused.";

    /// <summary>What is wrong with one field.</summary>
    public IReadOnlyList<string> Of(Refusal? refusal, string field) =>
        refusal?.Errors?.TryGetValue(field, out var problems) == true ? [.. problems.Select(Translate)] : [];

    /// <summary>What the refusal says of anything but these fields.</summary>
    public IReadOnlyList<string> Beside(Refusal refusal, IReadOnlyCollection<string> fields) => refusal switch
    {
        { Kind: RefusalKind.Stale } => [words["refused.stale"]],
        { Kind: RefusalKind.NotFound } => [words["refused.not_found"]],
        { Errors: null } => [refusal.Detail],
        { Errors: var errors } => [.. errors.Where(error => !fields.Contains(error.Key)).SelectMany(error => error.Value.Select(Translate))],
    };

    /// <summary>All that it says, as a notice tells it.</summary>
    public string Sentence(Refusal refusal) => string.Join(" ", Beside(refusal, []));

    private string Translate(string problem)
    {
        var varying = new List<object>();
        var key = Varying().Replace(problem, part =>
        {
            varying.Add(part.Value);
            return $"{{{varying.Count - 1}}}";
        });
        var found = words[Prefix + key];
        return found.ResourceNotFound ? char.ToUpperInvariant(problem[0]) + problem[1..] + "." : string.Format(null, found.Value, [.. varying]);
    }

    [GeneratedRegex(@"[0-9][0-9.]*")]
    private static partial Regex Varying();
}
