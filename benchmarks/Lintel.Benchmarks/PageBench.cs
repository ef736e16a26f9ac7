using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Lintel.Benchmarks;

/// <summary>
/// How quick the pages are with a hundred thousand leads: what the server takes for each, and in Chromium how long until the largest part of it is
/// painted and until a press of a key or a click shows. Chromium is the system's; CHROMIUM names another.
/// </summary>
public static partial class PageBench
{
    private const int Leads = 100_000;
    private const int Calls = 15;
    private const int Looks = 5;
    private const double MostOfServer = 30;
    private const double MostUntilPainted = 800;
    private const double MostUntilShown = 100;
    private const int LongestWait = 30_000;

    private static readonly string[] Pages =
    [
        "/app/today", "/app/inbox", "/app/inbox?lead={lead}", "/app/calendar", "/app/calendar?view=month", "/app/calendar?view=list", "/app/leads", "/app/leads?q=chan",
        "/app/leads/board", "/app/leads/{lead}", "/app/properties", "/app/properties?view=table", "/app/properties/5", "/app/agents", "/app/agents/3",
        "/app/agents/assign", "/app/analytics", "/app/import", "/app/settings", "/app/settings?part=rules", "/app/settings?part=labels", "/app/settings?part=audit",
        "/app/profile",
    ];

    private static readonly string[] Main = ["/app/today", "/app/inbox", "/app/calendar", "/app/leads", "/app/leads/board", "/app/leads/{lead}", "/app/properties", "/app/agents", "/app/analytics"];

    // Both are told by the browser itself; the largest paint so far is the last that was told, and of presses the first is told however short it was.
    private const string Watch = """
        window.painted = 0; window.shown = 0;
        new PerformanceObserver(list => { for (const entry of list.getEntries()) window.painted = entry.startTime; }).observe({ type: "largest-contentful-paint", buffered: true });
        for (const type of ["event", "first-input"])
            new PerformanceObserver(list => { for (const entry of list.getEntries()) if (entry.interactionId) window.shown = Math.max(window.shown, entry.duration); }).observe({ type, durationThreshold: 16, buffered: true });
        """;

    public static async Task Run(Report report)
    {
        await using var lintel = await Published.Serve(await Published.Demo(Leads));
        using var http = new HttpClient { BaseAddress = lintel.Address };
        var lead = FirstLead().Match(await http.GetStringAsync("/app/leads")).Groups["id"].Value;
        foreach (var page in Pages)
        {
            var median = await Timed.Median(http, page.Replace("{lead}", lead, StringComparison.Ordinal), 1, Calls);
            report.Line($"server's time for {page}", $"{median:0} ms", $"{MostOfServer:0} ms", median < MostOfServer);
        }

        await InBrowser(lintel.Address, lead, report);
    }

    private static async Task InBrowser(Uri address, string lead, Report report)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu"],
        });
        foreach (var page in Main)
        {
            var (painted, shown) = (new double[Looks], new double[Looks]);
            await using var context = await browser.NewContextAsync(new() { BaseURL = address.ToString() });
            await context.AddInitScriptAsync(Watch);
            for (var i = 0; i < Looks; i++)
            {
                (painted[i], shown[i]) = await Look(context, page.Replace("{lead}", lead, StringComparison.Ordinal));
            }

            report.Line($"largest paint of {page}", $"{Timed.Middle(painted):0} ms", $"{MostUntilPainted:0} ms", Timed.Middle(painted) < MostUntilPainted);
            report.Line($"press to paint on {page}", $"{Timed.Middle(shown):0} ms", $"{MostUntilShown:0} ms", Timed.Middle(shown) < MostUntilShown);
        }
    }

    /// <summary>Opens a page, and in it the palette by a click and by its key, which every page has.</summary>
    private static async Task<(double Painted, double Shown)> Look(IBrowserContext context, string address)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });

        var painted = await Told(page, "painted");
        await page.Locator(".find-button").ClickAsync();
        await page.Keyboard.TypeAsync("ch");
        await page.Keyboard.PressAsync("Escape");
        var shown = await Told(page, "shown");
        await page.CloseAsync();
        return (painted, shown);
    }

    /// <summary>
    /// What the browser told once a further frame is drawn. A small page is there before any of it is painted: what was never told fails here rather
    /// than counts as quick. The waiting is the page's own, since its policy refuses code that is handed to it as text again and again.
    /// </summary>
    private static async Task<double> Told(IPage page, string what)
    {
        var told = await page.EvaluateAsync<double>($$"""
            new Promise(done => {
                const until = performance.now() + {{LongestWait}};
                const look = () => window.{{what}} > 0 || performance.now() > until ? requestAnimationFrame(() => setTimeout(() => done(window.{{what}}))) : requestAnimationFrame(look);
                look();
            })
            """);
        return told > 0 ? told : throw new InvalidOperationException($"{page.Url} has not told what was {what} within {LongestWait} ms.");
    }

    [GeneratedRegex("href=\"/app/leads/(?<id>[0-9]+)\"")]
    private static partial Regex FirstLead();
}
