using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Lintel.Model;
using Microsoft.AspNetCore.Antiforgery;

namespace Lintel.Accounts;

/// <summary>
/// The cookie of a session, and the proof that a change was meant. Over TLS the cookie is a <c>__Host-</c> one: no other host, nor anyone who alters what
/// is sent in clear, can set it. Browsers keep those only from a secure address, and scripts' cookie jars send them to none but, so over plain HTTP
/// (on loopback, or in a closed network) it has a plain name, which is worth nothing over TLS.
/// </summary>
public sealed class SessionCookie(IHttpContextAccessor accessor, Settings settings)
{
    public const string SecureName = "__Host-lintel";
    public const string PlainName = "lintel-session";
    public const string CsrfHeader = "X-CSRF-Token";

    private const int LongestToken = 100;

    private HttpContext Context => accessor.HttpContext!;

    /// <summary>What the cookie holds; null when there is none, or something that none of ours is.</summary>
    public string? Token => Context.Request.Cookies[Name] is { Length: > 0 and <= LongestToken } token ? token : null;

    /// <summary>
    /// Whether the reader came over TLS: to us, or to the proxy at the installation's own address. Whoever makes up a Host gets a cookie for their own use.
    /// </summary>
    private bool IsSecure => Context.Request.IsHttps
        || (settings.PublicUrl is { } url && new Uri(url) is { Scheme: "https" } own && own.Authority.Equals(Context.Request.Host.Value, StringComparison.OrdinalIgnoreCase));

    private string Name => IsSecure ? SecureName : PlainName;

    public void Set(string token) => Context.Response.Cookies.Append(Name, token, Options(Session.Longest));

    public void Clear() => Context.Response.Cookies.Delete(Name, Options(null));

    /// <summary>What a change by cookie has to carry: known to whoever reads our answers, which another site's script cannot.</summary>
    public static string CsrfToken(string token) => Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "csrf"u8));

    /// <summary>Whether the request changes nothing, proves that it was meant, or is a form that proves it where it is read.</summary>
    public bool IsMeant(Endpoint endpoint) =>
        HttpMethods.IsGet(Context.Request.Method)
        || HttpMethods.IsHead(Context.Request.Method)
        || endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true }
        || (Token is { } token && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(CsrfToken(token)), Encoding.UTF8.GetBytes(Context.Request.Headers[CsrfHeader].ToString())));

    /// <summary>For what proves forms to be meant: one that was made for another session is not.</summary>
    public ClaimsPrincipal Principal(Actor actor) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, actor.SessionId!.Value.ToString(CultureInfo.InvariantCulture))], Name));

    private CookieOptions Options(TimeSpan? lasts) => new()
    {
        Path = "/",
        HttpOnly = true,
        Secure = IsSecure,
        SameSite = SameSiteMode.Lax,
        MaxAge = lasts,
        IsEssential = true,
    };
}
