using System.Text;
using Lintel.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lintel.Browser;

/// <summary>An agency whose pages only those see who sign in: two people, who see the same leads. Its clock goes as the browser's.</summary>
public sealed class PeopledAgency : IAsyncLifetime
{
    public const string Amy = "amy@example.com";
    public const string Ben = "ben@example.com";

    private const string Password = "a rather long secret";

    private readonly Between _between = new();
    private bool _isClosed;
    private string _key = "";

    public PeopledAgency() => Lintel = new()
    {
        Set = settings => settings with { OpenApi = !_isClosed },
        Register = services => services.AddSingleton<IStartupFilter>(_between),
    };

    public LintelServer Lintel { get; }

    public async ValueTask InitializeAsync()
    {
        await Lintel.InitializeAsync();
        Lintel.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        foreach (var email in (string[])[Amy, Ben])
        {
            await Lintel.Http.PostJson("/users", new { email, name = email.Split('@')[0], role = "manager", password = Password });
        }

        _key = (string)(await Lintel.Http.PostJson("/keys", new { name = "test", scope = "admin" }))["secret"]!;
        _isClosed = true;
        await Lintel.Restart();
        Lintel.Http.DefaultRequestHeaders.Authorization = new("Bearer", _key);
    }

    public ValueTask DisposeAsync() => Lintel.DisposeAsync();

    /// <summary>A window in which somebody has signed in, and the pages are kept from now on.</summary>
    public async Task<Window> SignedIn(Chromium chromium, string email, string language = "en")
    {
        var window = await Window.Open(chromium, Lintel, new View(360, Language: language, HasWorker: true));
        await window.Go("/app/today");
        await SignIn(window, email);
        await window.Page.EvaluateAsync("() => navigator.serviceWorker.ready");
        await window.Page.WaitForFunctionAsync("() => navigator.serviceWorker.controller");
        return window;
    }

    /// <summary>Signs in on the page that asks for it.</summary>
    public static async Task SignIn(Window window, string email)
    {
        await window.Page.Locator("[name=email]").FillAsync(email);
        await window.Page.Locator("[name=password]").FillAsync(Password);
        await window.Page.Locator("form.card button").ClickAsync();
        await window.Page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
    }

    /// <summary>The entries of a lead that people wrote, as the server has them.</summary>
    public async Task<List<(string Type, string? Message, string? CompletedAt)>> Written(long lead) =>
    [
        .. (await Lintel.Http.GetJson($"/leads/{lead}/interactions"))["interactions"]!.AsArray()
            .Select(entry => ((string)entry!["type"]!, (string?)entry["message"], (string?)entry["completed_at"]))
            .Where(entry => entry.Item1 is "note" or "call"),
    ];

    /// <summary>From now on the server is one of another version, to browsers.</summary>
    public void BecomeAnotherVersion() => _between.IsAnotherVersion = true;

    /// <summary>Does something while the server gets notes and calls and its answers get lost.</summary>
    public async Task WhileAnswersAreLost(Func<Task> work)
    {
        _between.IsLosing = true;
        try
        {
            await work();
        }
        finally
        {
            _between.IsLosing = false;
        }
    }

    /// <summary>What happens to a request on its way to the server and back.</summary>
    private sealed class Between : IStartupFilter
    {
        public bool IsLosing { get; set; }

        public bool IsAnotherVersion { get; set; }

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, go) =>
            {
                if (IsAnotherVersion && context.Request.Path == "/app/worker.js")
                {
                    await Otherwise(context, go);
                    return;
                }

                if (!IsLosing || !HttpMethods.IsPost(context.Request.Method) || !context.Request.Path.Value!.EndsWith("/interactions", StringComparison.Ordinal))
                {
                    await go(context);
                    return;
                }

                context.Response.Body = new MemoryStream();
                await go(context);
                context.Abort();
            });
            next(app);
        };

        private static async Task Otherwise(HttpContext context, RequestDelegate go)
        {
            context.Request.Headers.AcceptEncoding = context.Request.Headers.IfNoneMatch = default;
            using var made = new MemoryStream();
            var body = context.Response.Body;
            context.Response.Body = made;
            await go(context);
            context.Response.Body = body;
            context.Response.ContentLength = null;
            await context.Response.WriteAsync(Encoding.UTF8.GetString(made.ToArray()).Replace("\"version\":\"", "\"version\":\"another-", StringComparison.Ordinal));
        }
    }
}
