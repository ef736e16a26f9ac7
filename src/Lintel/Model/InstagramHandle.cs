namespace Lintel.Model;

/// <summary>Instagram handles as <c>@lowercase</c>: <c>foo</c>, <c>@Foo</c> and <c>https://instagram.com/foo/</c> are one person.</summary>
public static class InstagramHandle
{
    private static readonly string[] Hosts = ["instagram.com/", "www.instagram.com/", "m.instagram.com/", "instagr.am/"];

    /// <returns>The handle with its <c>@</c>, or null when the text cannot be one.</returns>
    public static string? Canonical(string text)
    {
        var rest = text.AsSpan().Trim();
        foreach (var scheme in (ReadOnlySpan<string>)["https://", "http://"])
        {
            if (rest.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[scheme.Length..];
                break;
            }
        }

        foreach (var host in Hosts)
        {
            if (rest.StartsWith(host, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[host.Length..];
                var end = rest.IndexOfAny('/', '?', '#');
                rest = end < 0 ? rest : rest[..end];
                break;
            }
        }

        rest = rest.TrimStart('@');

        // Letters, digits, dots and underscores, as Instagram allows; 50 leaves room for its limit to grow.
        foreach (var c in rest)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_'))
            {
                return null;
            }
        }

        return rest.Length is 0 or > 49 ? null : "@" + rest.ToString().ToLowerInvariant();
    }
}
