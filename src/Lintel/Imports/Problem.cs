using Lintel.Model;
using Lintel.Web;
using Microsoft.Extensions.Localization;

namespace Lintel.Imports;

/// <summary>Why a row is refused, in one line of the reader's language that names the columns by what they are.</summary>
public sealed class Problem(Refusals refusals, IStringLocalizer<ImportWords> words)
{
    public string Of(Refusal refusal) => refusal.Errors is null
        ? refusal.Detail
        : string.Join(" ", refusal.Errors.Keys.Select(field => field.Length == 0
            ? string.Join(" ", refusal.Errors[field])
            : words["problem.of", Label(field), string.Join(" ", refusals.Of(refusal, field))].Value));

    /// <summary>A field in the reader's words.</summary>
    public string Label(string field) => words.Name("field", field);
}
