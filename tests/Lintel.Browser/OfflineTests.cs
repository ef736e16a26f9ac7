using System.Text.RegularExpressions;
using Lintel.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lintel.Browser;

/// <summary>The pages without a network: installed, opened as they were seen last, and forgotten when their reader goes.</summary>
public sealed class OfflineTests(Chromium chromium, PeopledAgency agency) : IClassFixture<PeopledAgency>
{
    private const string KeptCaches = "async () => (await caches.keys()).filter((name) => name.startsWith('pages-')).length";

    /// <summary>All that this browser keeps: every text in every cache and every database.</summary>
    private const string AllThatIsKept = """
        async () => {
          const texts = [];
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
              texts.push(request.url, await (await cache.match(request, { ignoreVary: true })).text());
            }
          }
          for (const { name } of await indexedDB.databases()) {
            const db = await new Promise((done) => { const open = indexedDB.open(name); open.onsuccess = () => done(open.result); });
            for (const store of db.objectStoreNames) {
              texts.push(JSON.stringify(await new Promise((done) => { const all = db.transaction(store).objectStore(store).getAll(); all.onsuccess = () => done(all.result); })));
            }
            db.close();
          }
          return texts.join("\n");
        }
        """;

    [Fact]
    public async Task A_browser_finds_nothing_that_keeps_it_from_installing()
    {
        await using var window = await agency.SignedIn(chromium, PeopledAgency.Amy);
        var cdp = await window.Page.Context.NewCDPSessionAsync(window.Page);

        var manifest = (await cdp.SendAsync("Page.getAppManifest"))!.Value;
        var errors = (await cdp.SendAsync("Page.getInstallabilityErrors"))!.Value.GetProperty("installabilityErrors");

        Assert.Equal(0, manifest.GetProperty("errors").GetArrayLength());

        // A window of a test is one that keeps nothing for good, and such a one installs nothing.
        Assert.Equal(["in-incognito"], errors.EnumerateArray().Select(error => error.GetProperty("errorId").GetString()));
    }

    [Theory]
    [InlineData("en", "You are offline: this is as of ")]
    [InlineData("zh-Hant", "你已離線：以下是 ")]
    public async Task What_was_seen_last_opens_without_a_network_and_says_how_old_it_is(string language, string line)
    {
        var lead = await agency.Lintel.Lead(("name", "Lau Wing"));
        await using var window = await agency.SignedIn(chromium, PeopledAgency.Amy, language);
        await window.Go("/app/today");
        await window.Go($"/app/leads/{lead}");
        await window.SetOffline(true);

        await window.Page.ReloadAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Lau Wing" })).ToBeVisibleAsync();
        await Expect(window.Page.Locator("[data-as-of]")).ToHaveTextAsync(new Regex(line + "[0-9]{2}:[0-9]{2}"));
        Assert.True(await window.Page.EvaluateAsync<bool>("() => getComputedStyle(document.body).fontFamily.includes('Inter') && document.styleSheets.length > 0"));

        await window.Page.Locator(".phone-bar a[href='/app/today']").ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(new Regex("/app/today$"));
        await Expect(window.Page.Locator("[data-as-of]")).ToBeVisibleAsync();
        await window.Go("/app");
        await Expect(window.Page).ToHaveURLAsync(new Regex("/app/today$"));

        await window.SetOffline(false);
        await Expect(window.Page.Locator("[data-as-of]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_page_that_was_not_seen_says_so_in_both_languages_and_comes_with_the_network()
    {
        await using var window = await agency.SignedIn(chromium, PeopledAgency.Amy);
        await window.SetOffline(true);
        await window.Go("/app/properties");
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "No network" })).ToBeVisibleAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "沒有網絡" })).ToBeVisibleAsync();

        await window.SetOffline(false);
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Properties" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Events_and_calls_go_past_what_is_kept()
    {
        await using var window = await agency.SignedIn(chromium, PeopledAgency.Amy);
        var events = await window.Page.RunAndWaitForResponseAsync(() => window.Go("/app/leads"), answer => answer.Url.EndsWith("/events", StringComparison.Ordinal));
        await window.Page.EvaluateAsync("async () => { await fetch('/leads'); await fetch('/app/find?q=lau'); await fetch('/app/leads/export?format=csv'); }");

        Assert.False(events.FromServiceWorker);
        var kept = await window.Page.EvaluateAsync<string[]>("async () => { const urls = []; for (const name of await caches.keys()) for (const one of await (await caches.open(name)).keys()) urls.push(new URL(one.url).pathname); return urls; }");
        Assert.All(kept, path => Assert.Matches("^/(assets|_framework)/|^/app/(offline|leads|today)$", path));
        Assert.Contains("/app/leads", kept);
    }

    [Fact]
    public async Task A_new_version_takes_over_and_an_open_page_goes_on_with_what_it_had()
    {
        await agency.Lintel.Lead();
        await using var window = await agency.SignedIn(chromium, PeopledAgency.Ben);
        await window.Go("/app/leads");
        agency.BecomeAnotherVersion();
        await window.Page.EvaluateAsync("""
            () => new Promise((done) => {
              navigator.serviceWorker.addEventListener("controllerchange", () => done(), { once: true });
              void navigator.serviceWorker.getRegistration("/app").then((worker) => worker.update());
            })
            """);

        Assert.Equal(2, await window.Page.EvaluateAsync<int>("async () => (await caches.keys()).filter((name) => name.startsWith('shell-')).length"));
        await window.Page.EvaluateAsync("() => { window.isTheSamePage = true }");
        await window.Page.Locator(".content a[href='/app/leads/board']").ClickAsync();
        await Expect(window.Page.Locator("[data-board-column]").First).ToBeVisibleAsync();
        Assert.True(await window.Page.EvaluateAsync<bool>("() => window.isTheSamePage === true"));
        await window.SetOffline(true);
        await window.Page.ReloadAsync();
        await Expect(window.Page.Locator("[data-as-of]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_leaves_nothing_of_a_person_in_the_browser()
    {
        var lead = await agency.Lintel.Lead(("name", "Mok Canary"));
        await using var window = await agency.SignedIn(chromium, PeopledAgency.Amy);
        await window.Go($"/app/leads/{lead}");
        Assert.Contains("Mok Canary", await window.Page.EvaluateAsync<string>(AllThatIsKept), StringComparison.Ordinal);

        await window.Page.Locator(".phone-bar button[data-open=more]").ClickAsync();
        await window.Page.Locator("#more [data-sign-out] button").ClickAsync();
        await window.Page.WaitForURLAsync("**/app/sign-in", new() { Timeout = 30_000 });

        Assert.Equal(0, await window.Page.EvaluateAsync<int>(KeptCaches));
        Assert.DoesNotContain("Mok Canary", await window.Page.EvaluateAsync<string>(AllThatIsKept), StringComparison.Ordinal);
        await window.Page.EvaluateAsync("() => navigator.serviceWorker.ready");
        await window.SetOffline(true);
        await window.Go($"/app/leads/{lead}");
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "No network" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_session_that_ended_takes_the_pages_with_it()
    {
        var lead = await agency.Lintel.Lead(("name", "Ng Canary"));
        await using var window = await agency.SignedIn(chromium, PeopledAgency.Ben);
        await window.Go($"/app/leads/{lead}");
        await window.Page.Context.ClearCookiesAsync(new() { Name = "lintel-session" });
        await window.Go($"/app/leads/{lead}");

        await Expect(window.Page).ToHaveURLAsync(new Regex("/app/sign-in"));
        await window.Page.WaitForFunctionAsync(KeptCaches.Replace(".length", ".length === 0", StringComparison.Ordinal));
        Assert.DoesNotContain("Ng Canary", await window.Page.EvaluateAsync<string>(AllThatIsKept), StringComparison.Ordinal);
    }
}
