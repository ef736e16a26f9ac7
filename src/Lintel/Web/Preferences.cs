namespace Lintel.Web;

/// <summary>How a person likes the pages, kept by their browser: read here, on the server, so that nothing flickers into shape after it is shown.</summary>
public sealed class Preferences(IHttpContextAccessor accessor)
{
    public const string ThemeCookie = "lintel-theme";
    public const string LanguageCookie = "lintel-language";
    public const string SidebarCookie = "lintel-sidebar";

    public const string Narrow = "narrow";

    public static readonly string[] Themes = ["light", "dark"];

    /// <summary>light or dark; null as the system has it.</summary>
    public string? Theme => Cookie(ThemeCookie) is { } theme && Themes.Contains(theme) ? theme : null;

    /// <summary>One of <see cref="Languages.All"/>; null as the browser asks.</summary>
    public string? Language => Cookie(LanguageCookie) is { } language && Languages.All.Contains(language) ? language : null;

    /// <summary>Whether the sidebar shows its icons alone.</summary>
    public bool IsSidebarNarrow => Cookie(SidebarCookie) == Narrow;

    private string? Cookie(string name) => accessor.HttpContext?.Request.Cookies[name];
}
