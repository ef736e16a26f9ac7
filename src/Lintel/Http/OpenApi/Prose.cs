using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lintel.Http.OpenApi;

/// <summary>Docstrings as the readers of the API see them: no line ends of ours, no names of C#.</summary>
public static partial class Prose
{
    public static string Plain(string text) => Member().Replace(
        LineEnd().Replace(text, " ").Trim(),
        match => $"`{JsonNamingPolicy.SnakeCaseLower.ConvertName(match.Groups[1].Value)}`");

    [GeneratedRegex(@"[ \t]*\r?\n[ \t]*")]
    private static partial Regex LineEnd();

    /// <summary>A cref to a member comes out as <c>LeadStatus.Lost</c>.</summary>
    [GeneratedRegex(@"\b[A-Z]\w*[a-z]\w*\.([A-Z]\w*)\b")]
    private static partial Regex Member();
}
