using Lintel.Tests.Running;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Lintel.Browser.Chromium))]

namespace Lintel.Browser;

/// <summary>One Chromium for all tests, from the system's packages; each test has a window of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];

    private IPlaywright _playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = Quiet,
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }
}

/// <summary>What a window is like.</summary>
/// <param name="Width">360 is a phone, 768 a tablet, 1440 a desk.</param>
public sealed record View(int Width = 1440, string Theme = "light", string Language = "en", bool HasScripts = true)
{
    public bool IsPhone => Width < 500;

    public override string ToString() => $"{Width}-{Theme}-{Language}{(HasScripts ? "" : "-plain")}";
}

/// <summary>A window on Lintel, which fails its test when the page complains.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Window(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    public static async Task<Window> Open(Chromium chromium, LintelServer lintel, View? like = null)
    {
        like ??= new View();
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = lintel.Http.BaseAddress!.ToString(),
            ViewportSize = new() { Width = like.Width, Height = like.IsPhone ? 780 : 900 },
            IsMobile = like.IsPhone,
            HasTouch = like.IsPhone,
            JavaScriptEnabled = like.HasScripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(10_000);
        var url = lintel.Http.BaseAddress.ToString();
        await context.AddCookiesAsync(
        [
            new() { Name = "lintel-theme", Value = like.Theme, Url = url },
            new() { Name = "lintel-language", Value = like.Language, Url = url },
        ]);
        var window = new Window(context, await context.NewPageAsync());
        window.Page.Console += (_, message) =>
        {
            // That a page itself is not there is the browser's way to put what the page says too.
            var isOfPage = message.Location.StartsWith(window.Page.Url, StringComparison.Ordinal);
            if (message.Type is "error" or "warning" && !isOfPage)
            {
                window._complaints.Add($"{message.Text} {message.Location}");
            }
        };
        window.Page.PageError += (_, error) => window._complaints.Add(error);
        return window;
    }

    public Task Go(string path) => Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.True(_complaints.Count == 0, string.Join('\n', _complaints));
    }
}
