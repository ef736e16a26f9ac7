namespace Lintel.Http;

/// <summary>
/// The versions an <c>If-Match</c> header allows. An entity tag is <c>"version-rest"</c>: the version counts the changes of the resource
/// itself, the rest stands for what else its representation shows (the score, its agent's figures) and does not make a change stale.
/// </summary>
public sealed class IfMatch
{
    private readonly HashSet<string>? _versions;

    private IfMatch(HashSet<string>? versions) => _versions = versions;

    /// <summary>Whatever version there is.</summary>
    public static IfMatch Any { get; } = new(null);

    /// <summary>Binds from the request; without the header, or with <c>*</c>, every version is allowed.</summary>
    public static ValueTask<IfMatch> BindAsync(HttpContext context)
    {
        var tags = context.Request.Headers.IfMatch;
        return ValueTask.FromResult(new IfMatch(tags.Count == 0 || tags.ToString().Trim() == "*"
            ? null
            : tags.ToString().Split(',').Select(tag => tag.Trim().Trim('"').Split('-')[0]).ToHashSet(StringComparer.Ordinal)));
    }

    /// <summary>The version that a page showed, as it comes back from its form; any when it does not.</summary>
    public static IfMatch Shown(string? version) => string.IsNullOrEmpty(version) ? Any : new(new HashSet<string>(StringComparer.Ordinal) { version });

    public bool Allows(int version) => _versions is null || _versions.Contains(version.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The strong entity tag of a representation.</summary>
    public static string Tag(int version, int rest) => $"\"{version}-{(uint)rest:x}\"";
}
