using System.Globalization;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Web;

/// <summary>
/// The language of a page: the one its reader chose, else the first their browser asks for that we speak, else the one that their agency prefers, else
/// English. It stands in the pipeline twice: before it is known who reads, for whoever gets no further, and after.
/// </summary>
public sealed class Languages(RequestDelegate next)
{
    public const string English = "en";

    /// <summary>Traditional Chinese; also for who asks for Chinese of another kind, to whom it is nearer than English.</summary>
    public const string Chinese = "zh-Hant";

    public static readonly string[] All = [English, Chinese];

    /// <summary>Each by its own name, for who cannot read the others.</summary>
    public static readonly IReadOnlyList<(string Language, string Name)> Names = [(English, "English"), (Chinese, "繁體中文")];

    public Task Invoke(HttpContext context)
    {
        Speak(context);
        return next(context);
    }

    /// <summary>Sets the language of what is written from here on for this request.</summary>
    public static void Speak(HttpContext context)
    {
        var agency = context.RequestServices.GetRequiredService<Caller>().ActorOrNull?.Agency;
        var language = context.RequestServices.GetRequiredService<Preferences>().Language ?? Asked(context.Request) ?? Preferred(agency) ?? English;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        context.Response.Headers.ContentLanguage = language;
    }

    private static string? Asked(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(asked => asked.Quality is not 0)
        .OrderByDescending(asked => asked.Quality ?? 1)
        .Select(asked => Spoken(asked.Value.ToString()))
        .FirstOrDefault(language => language is not null);

    private static string? Preferred(Agency? agency) => agency?.Languages.Select(Spoken).FirstOrDefault();

    private static string? Spoken(string asked) => asked.Split('-')[0].ToLowerInvariant() switch
    {
        "zh" => Chinese,
        "en" => English,
        _ => null,
    };
}
