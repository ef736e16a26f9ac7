using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lintel.Web;

/// <summary>Keeps a preference in the browser and goes back to the page it was chosen on.</summary>
public static class SetPreferences
{
    private static readonly CookieOptions ForAYear = new()
    {
        Path = "/",
        SameSite = SameSiteMode.Lax,
        MaxAge = TimeSpan.FromDays(365),
        IsEssential = true,
    };

    /// <summary>What is left out stays as it is; what is empty, or nothing we know, is as the system and the browser have it.</summary>
    public static RedirectHttpResult Post(
        [FromForm] string? theme, [FromForm] string? language, [FromForm] string? sidebar, [FromForm(Name = "return")] string? back, HttpResponse response)
    {
        Keep(response, Preferences.ThemeCookie, theme, Preferences.Themes);
        Keep(response, Preferences.LanguageCookie, language, Languages.All);
        Keep(response, Preferences.SidebarCookie, sidebar, [Preferences.Narrow]);
        return TypedResults.LocalRedirect(Here.Or(back, Interface.Root));
    }

    private static void Keep(HttpResponse response, string cookie, string? value, IEnumerable<string> known)
    {
        if (value is not null && known.Contains(value))
        {
            response.Cookies.Append(cookie, value, ForAYear);
        }
        else if (value is not null)
        {
            response.Cookies.Delete(cookie);
        }
    }
}
