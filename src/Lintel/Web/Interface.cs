using System.Text.Encodings.Web;
using System.Text.Unicode;
using Lintel.Data;
using Lintel.Data.Postgres;
using Lintel.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.RateLimiting;

namespace Lintel.Web;

/// <summary>The pages under <c>/app</c>: what they need, what their requests pass through, and where they are.</summary>
public static class Interface
{
    public const string Root = "/app";

    /// <summary>Fonts carry their version in their name, so that a browser asks for each once and never again.</summary>
    private const string Fonts = "/assets/fonts";

    public static void AddInterface(this IServiceCollection services, Settings settings)
    {
        services.AddRazorComponents();

        // Chinese as it is, and not each character as a number: a page of it is half as long.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddLocalization();
        var keys = services.AddDataProtection().SetApplicationName("lintel");
        if (settings.Database is null)
        {
            keys.PersistKeysToFileSystem(new DirectoryInfo(settings.Keys));
        }
        else
        {
            services.AddOptions<KeyManagementOptions>().Configure<Store>((options, store) => options.XmlRepository = new PostgresKeys(((PostgresStore)store).Source));
        }

        services.Configure<AntiforgeryOptions>(forms => forms.Cookie.Name = "lintel-forms");
        services.AddExceptionHandler<PageFailures>();
        services.AddScoped<Preferences>();
        services.AddScoped<Formats>();
        services.AddScoped<Notices>();
        services.AddScoped<Refusals>();
    }

    /// <summary>What the pages' requests pass through first: they speak the reader's language, fail as pages, and ask who is nobody yet to sign in.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.UseWhen(IsPage, pages =>
        {
            pages.UseMiddleware<Languages>();
            pages.UseMiddleware<Reader>();
            pages.UseStatusCodePages(failed =>
            {
                Languages.Speak(failed.HttpContext);
                return StatusDocument.Write(failed.HttpContext, failed.HttpContext.Response.StatusCode);
            });
            pages.UseMiddleware<SignInFirst>();
        });
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Fonts, StringComparison.Ordinal), fonts => fonts.UseMiddleware<KeptForGood>());
    }

    /// <summary>What they pass through once it is known who reads.</summary>
    public static void UsePagesOfReader(this WebApplication app) => app.UseWhen(IsPage, pages => pages.UseMiddleware<Languages>());

    public static void MapInterface(this WebApplication app)
    {
        // Neither is a call of the API.
        var unlisted = new ExcludeFromDescriptionAttribute();
        app.MapStaticAssets().WithMetadata(unlisted, new AllowAnonymousAttribute(), new DisableRateLimitingAttribute()).WithSecurityHeadersPolicy(SafeHeaders.Assets);
        app.MapRazorComponents<App>().WithMetadata(unlisted);

        var calls = app.MapGroup(Root).ExcludeFromDescription();
        calls.MapPost("preferences", SetPreferences.Post).WithMetadata(new AllowAnonymousAttribute());
        calls.MapGet("find", Find.Get);
        calls.MapGet("", () => TypedResults.LocalRedirect(Places.Day[0].Address));
    }

    /// <summary>Where the program was built and not published, its static files lie in several folders, listed in a file beside it.</summary>
    public static void UseClient(this WebApplicationBuilder builder)
    {
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);

        // They are what the build made of them: none comes while the program runs, and no address but theirs is answered for their sake.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
    }

    public static bool IsPage(HttpContext context) => context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal);
}
