using Lintel.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lintel.Browser;

/// <summary>A passkey in a real browser, with an authenticator that is Chromium's own.</summary>
public sealed class PasskeyJourneyTests(Chromium chromium) : IAsyncLifetime
{
    private const string Password = "seven grey herons at low tide";

    private readonly LintelServer _lintel = new();

    // Browsers keep passkeys for names; 127.0.0.1 is none.
    private string Server => $"http://localhost:{_lintel.Http.BaseAddress!.Port}";

    public ValueTask InitializeAsync() => _lintel.InitializeAsync();

    public ValueTask DisposeAsync() => _lintel.DisposeAsync();

    [Fact]
    public async Task A_passkey_is_made_on_the_profile_page_and_signs_in_by_itself()
    {
        await _lintel.Http.PostJson("/users", new { email = "ada@example.com", name = "Ada", role = "owner", password = Password });
        await using var window = await Window.Open(chromium, _lintel);
        var page = window.Page;
        await Authenticator(page);
        await page.GotoAsync(Server + "/app/sign-in?return=/app/profile");
        await page.Locator("#field-email").FillAsync("ada@example.com");
        await page.Locator("#field-password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await page.Locator("#passkey-password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await page.Locator("#passkey-name").FillAsync("Laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it" }).ClickAsync();
        await Expect(page.Locator("#passkeys")).ToContainTextAsync("never used");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in by passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Today" })).ToBeVisibleAsync();

        await page.GotoAsync(Server + "/app/profile");
        await Expect(page.Locator("#passkeys")).ToContainTextAsync("last used");
    }

    private static async Task Authenticator(IPage page)
    {
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
