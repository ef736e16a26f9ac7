using Lintel.Model;
using Lintel.Tests.Running;
using Microsoft.Playwright;
using OtpNet;
using static Microsoft.Playwright.Assertions;

namespace Lintel.Browser;

/// <summary>Who comes in, and what each of them finds.</summary>
public sealed class SignInJourneyTests(Chromium chromium) : ClosedServer
{
    // A password is checked slowly on purpose, and a busy machine is slower still.
    private static readonly LocatorClickOptions Slow = new() { Timeout = 30_000 };

    [Fact]
    public async Task A_second_factor_is_set_up_and_asked_for_when_one_comes_back()
    {
        var email = await Member(Role.Manager);
        var phone = new View(360, Language: "zh-Hant");
        await using var window = await Window.Open(chromium, Lintel, phone);
        var page = window.Page;
        await window.Go("/app/profile");
        await SignIn(page, email);
        await page.Locator("#factor [name=password]").FillAsync("not the right one");
        await page.Locator("#factor button").ClickAsync(Slow);
        await Expect(page.Locator("#factor [role=alert], #factor .field-problem").First).ToBeVisibleAsync();
        await page.Locator("#factor [name=password]").FillAsync(Password);
        await page.Locator("#factor button").ClickAsync(Slow);
        var secret = await page.Locator("#factor code").TextContentAsync();
        await page.Locator("#factor [name=code]").FillAsync(Code(secret!));
        await page.Locator("#factor .btn-primary").ClickAsync();
        await Expect(page.Locator("#factor code")).ToHaveCountAsync(10);

        Lintel.Clock.Advance(TimeSpan.FromSeconds(30));
        await using var again = await Window.Open(chromium, Lintel, phone);
        await again.Go("/app/leads");
        await SignIn(again.Page, email);
        await again.Page.Locator("[name=code]").FillAsync("000000");
        await again.Page.Locator("form .btn-primary").ClickAsync();
        await Expect(again.Page.Locator("[role=alert]")).ToBeVisibleAsync();
        await again.Page.Locator("[name=code]").FillAsync(Code(secret!));
        await again.Page.Locator("form .btn-primary").ClickAsync();

        await Expect(again.Page).ToHaveURLAsync($"{Lintel.Http.BaseAddress}app/leads");
    }

    [Fact]
    public async Task What_is_a_managers_is_in_no_agents_menu_and_its_page_says_whom_it_is_for()
    {
        var key = await Key(Scope.Admin);
        var amy = (long)(await key.PostJson("/agents", new { name = "Amy", email = "amy@example.com" }))["agent"]["id"]!;
        await using var window = await Window.Open(chromium, Lintel);
        await window.Go("/app/today");
        await SignIn(window.Page, await Member(Role.Agent, agentId: amy));
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("Today");
        await Expect(Place(window, "leads")).ToBeVisibleAsync();
        await Expect(Place(window, "import")).ToHaveCountAsync(0);
        await Expect(Place(window, "settings")).ToHaveCountAsync(0);

        foreach (var place in (string[])["/app/import", "/app/settings", "/app/agents/assign"])
        {
            Assert.Equal(403, (await window.Page.GotoAsync(place))!.Status);
            await Expect(window.Page.Locator("h1")).ToHaveTextAsync("This is not open to you");
        }

        await window.Page.Locator(".empty .btn-primary").ClickAsync();
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("Today");
    }

    [Theory]
    [InlineData(Role.Manager, 0)]
    [InlineData(Role.Owner, 1)]
    public async Task The_audit_is_in_the_owners_settings_alone(Role role, int times)
    {
        await using var window = await Window.Open(chromium, Lintel);
        await window.Go("/app/settings?part=audit");
        await SignIn(window.Page, await Member(role));

        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("Settings");
        await Expect(Place(window, "import")).ToBeVisibleAsync();
        await Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Audit" })).ToHaveCountAsync(times);
        await Expect(window.Page.Locator("#audit")).ToHaveCountAsync(times);
    }

    private static ILocator Place(Window window, string name) => window.Page.Locator($".sidebar a[href='/app/{name}']");

    private static async Task SignIn(IPage page, string email)
    {
        await page.Locator("[name=email]").FillAsync(email);
        await page.Locator("[name=password]").FillAsync(Password);

        await page.Locator("form .btn-primary").ClickAsync(Slow);
    }

    private string Code(string secret) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(Lintel.Clock.GetUtcNow().UtcDateTime);
}
