using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Lintel.Web;

/// <summary>What happened, told on the next page, with a way to take it back.</summary>
/// <param name="Text">In the reader's language.</param>
/// <param name="UndoAddress">Where a form is sent that takes it back; null when it cannot be.</param>
/// <param name="Undo">What that form says.</param>
public sealed record Notice(string Text, string? UndoAddress = null, string? Undo = null);

/// <summary>Carries a notice over the redirect that follows a form, in a cookie that only this server can read.</summary>
public sealed class Notices(IHttpContextAccessor accessor, IDataProtectionProvider protection)
{
    private const string Cookie = "lintel-notice";

    private static readonly CookieOptions Options = new() { Path = Interface.Root, HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromMinutes(1) };

    private readonly IDataProtector _protector = protection.CreateProtector(nameof(Notices));

    public void Say(Notice notice) => accessor.HttpContext!.Response.Cookies.Append(Cookie, _protector.Protect(JsonSerializer.Serialize(notice)), Options);

    /// <summary>The notice that waits, which is shown once.</summary>
    public Notice? Take()
    {
        var context = accessor.HttpContext!;
        if (context.Response.HasStarted || context.Request.Cookies[Cookie] is not { Length: > 0 } kept)
        {
            return null;
        }

        context.Response.Cookies.Delete(Cookie, Options);
        try
        {
            return JsonSerializer.Deserialize<Notice>(_protector.Unprotect(kept));
        }
        catch (CryptographicException)
        {
            // Of another installation, or made up.
            return null;
        }
    }
}
