using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Lintel.Accounts;

namespace Lintel.Browser;

/// <summary>What holds for every page: axe finds nothing, nothing sticks out, the policy is kept — and a picture for a person to look at.</summary>
public sealed class EveryPageTests(Chromium chromium, FilledAgency agency) : IClassFixture<FilledAgency>
{
    private static readonly string[] Addresses =
    [
        "/app/today",
        "/app/inbox",
        "/app/inbox?lead={lead}",
        "/app/calendar",
        "/app/calendar?view=month",
        "/app/calendar?view=list&feed=1",
        "/app/leads",
        "/app/leads?q=nobody",
        "/app/leads?new=1",
        "/app/leads/board",
        "/app/leads/{lead}",
        "/app/leads/{lead}?edit=1",
        "/app/properties",
        "/app/properties?view=table&sort=-price",
        "/app/properties?new=1",
        "/app/properties/{property}",
        "/app/properties/{property}?edit=1",
        "/app/agents",
        "/app/agents?new=1",
        "/app/agents/assign",
        "/app/agents/{agent}",
        "/app/agents/{agent}?edit=1",
        "/app/leads?status=new&save=1", "/app/import", "/app/settings", "/app/settings?part=people", "/app/settings?part=rules", "/app/settings?part=labels", "/app/settings?part=deliveries", "/app/settings?part=backups",
        "/app/settings?part=audit", "/app/settings?part=about", "/app/analytics",
        "/app/analytics?from=2026-11-30&to=2026-11-01",
        "/app/profile",
        "/app/sign-in",
        "/app/reset",
        "/app/invitation",
        "/app/offline",
        "/app/nowhere",
    ];

    private static readonly View[] Views =
    [
        new(), new(Width: 768, Theme: "dark", Language: "zh-Hant"), new(Width: 360, Language: "zh-Hant"),
    ];

    /// <summary>On a phone, what one taps is also large enough or far enough from the next (WCAG 2.2, 2.5.8), which axe leaves out unless asked.</summary>
    private static readonly AxeRunOptions ForAThumb = new() { Rules = new() { ["target-size"] = new() { Enabled = true } } };

    /// <summary>What one does most on a phone is 44 pixels high: the bar at the foot, and what a form is sent by.</summary>
    private const string TooLow = """
        () => [...document.querySelectorAll(".phone-bar .place, .form-foot .btn, dialog[open] .place, .plain .btn, .btn-primary")]
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
          .map((one) => `${one.outerHTML.slice(0, 120)} is ${one.getBoundingClientRect().height}`)
        """;

    public static TheoryData<string> Pages => [.. Addresses];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_sound(string address)
    {
        foreach (var view in Views)
        {
            await IsSound(address, view);
        }
    }

    [Theory]
    [InlineData(1440, "light", "en")]
    [InlineData(1440, "dark", "zh-Hant")]
    [InlineData(360, "light", "zh-Hant")]
    [InlineData(360, "dark", "en")]
    public async Task The_page_on_which_an_installation_begins_is_sound(int width, string theme, string language) =>
        await IsSound(agency.Lintel.Service<SetUp>().Link(""), new View(width, theme, language), "app-setup");

    private async Task IsSound(string address, View view, string? name = null)
    {
        await using var window = await Window.Open(chromium, agency.Lintel, view);
        await window.Go(address.Replace("{agent}", $"{agency.Agent}", StringComparison.Ordinal).Replace("{lead}", $"{agency.Lead}", StringComparison.Ordinal).Replace("{property}", $"{agency.Property}", StringComparison.Ordinal));
        Assert.Equal(view.IsPhone, await window.Page.EvaluateAsync<bool>("matchMedia('(pointer: coarse)').matches"));
        Assert.Empty(view.IsPhone ? await window.Page.EvaluateAsync<string[]>(TooLow) : []);
        await window.Page.ScreenshotAsync(new() { Path = Picture(name ?? address, view), FullPage = true });

        Assert.False(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), $"{address} sticks out at {view}");
        var found = await window.Page.RunAxe(view.IsPhone ? ForAThumb : null);
        Assert.True(
            found.Violations.Length == 0,
            $"{address} at {view}: " + string.Join("\n", found.Violations.Select(v => $"{v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Select(n => n.Html))}")));
        Assert.Equal(view.IsPhone, found.Passes.Any(rule => rule.Id == "target-size"));
    }

    private static string Picture(string address, View view)
    {
        var folder = Environment.GetEnvironmentVariable("LINTEL_PICTURES") ?? Path.Combine(AppContext.BaseDirectory, "pictures");
        var name = string.Concat(address.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return Path.Combine(folder, $"{name}-{view}.png");
    }
}
