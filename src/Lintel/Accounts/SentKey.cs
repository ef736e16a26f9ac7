namespace Lintel.Accounts;

/// <summary>The API key that a request shows, as <c>Authorization: Bearer</c> or in <c>X-API-Key</c>.</summary>
/// <param name="Text">Null when what was sent is no key: another scheme, two different keys, something far too long.</param>
public sealed record SentKey(string? Text)
{
    /// <summary>What every key of ours begins with, so that one that lies around is known for what it is.</summary>
    public const string Prefix = "lintel_";

    private const string Header = "X-API-Key";
    private const string Scheme = "Bearer ";
    private const int Longest = 200;

    /// <summary>Names under which programs put keys into addresses.</summary>
    private static readonly string[] NamesInAddresses = ["api_key", "apikey", "api-key", "x-api-key", "access_token"];

    /// <summary>Null when none was sent.</summary>
    public static SentKey? Of(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        var own = request.Headers[Header].ToString();
        if (authorization.Length == 0)
        {
            return own.Length == 0 ? null : new(Fit(own));
        }

        var bearer = authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? Fit(authorization[Scheme.Length..].Trim()) : null;
        return new(own.Length == 0 || own == bearer ? bearer : null);
    }

    /// <summary>What stands in the address where a key could; null when nothing does.</summary>
    public static string? InAddress(HttpRequest request) => !request.QueryString.HasValue ? null : request.Query
        .Where(pair => NamesInAddresses.Contains(pair.Key, StringComparer.OrdinalIgnoreCase) || pair.Value.Any(IsLikeOne))
        .Select(pair => pair.Value.FirstOrDefault(IsLikeOne) ?? pair.Value.ToString())
        .FirstOrDefault();

    private static bool IsLikeOne(string? text) => text?.Contains(Prefix, StringComparison.Ordinal) == true && text.Length > Prefix.Length + 30;

    private static string? Fit(string text) => text.Length is > 0 and <= Longest ? text : null;
}
