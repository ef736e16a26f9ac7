using Lintel.Tests.Running;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Lintel.Browser.Chromium))]

namespace Lintel.Browser;

/// <summary>One Chromium for all tests, from the system's packages; each test has a window of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];

    // What a page comes to is waited for; on a machine that runs all tests at once that may take a while, and nothing here is a measurement.
    public const float MostWait = 30_000;

    private IPlaywright _playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(MostWait);
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
/// <param name="HasWorker">Whether the pages are kept for when there is no network. Elsewhere that would only be work.</param>
public sealed record View(int Width = 1440, string Theme = "light", string Language = "en", bool HasScripts = true, bool HasWorker = false)
{
    public bool IsPhone => Width < 500;

    public override string ToString() => $"{Width}-{Theme}-{Language}{(HasScripts ? "" : "-plain")}";
}

/// <summary>A window on Lintel, which fails its test when the page complains.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private readonly List<string> _expected = ["Service Worker registration blocked", "ERR_INTERNET_DISCONNECTED"];

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
            ServiceWorkers = like.HasWorker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        });
        context.SetDefaultTimeout(Chromium.MostWait);
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
            var isExpected = window._expected.Exists(text => message.Text.Contains(text, StringComparison.Ordinal));
            if (message.Type is "error" or "warning" && !isOfPage && !isExpected)
            {
                window._complaints.Add($"{message.Text} {message.Location}");
            }
        };
        window.Page.PageError += (_, error) => window._complaints.Add(error);
        return window;
    }

    /// <summary>Does what the browser is right to complain of in these words.</summary>
    public async Task IgnoreComplaint(string about, Func<Task> work)
    {
        _expected.Add(about);
        await work();
    }

    /// <summary>Takes the network away, or gives it back.</summary>
    public Task SetOffline(bool isOffline) => _context.SetOfflineAsync(isOffline);

    public Task Go(string path) => Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.True(_complaints.Count == 0, string.Join('\n', _complaints));
    }
}
