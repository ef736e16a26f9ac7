using Lintel.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lintel.Browser;

/// <summary>The API's documentation, as who writes against it reads it and tries it out.</summary>
public sealed class DocsJourneyTests(Chromium chromium, LintelServer lintel) : IClassFixture<LintelServer>
{
    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task A_call_is_read_and_tried_under_a_policy_that_allows_nothing_inline(int width)
    {
        await using var window = await Window.Open(chromium, lintel, new View(width));
        var page = window.Page;
        await page.AddInitScriptAsync("""
            window.refused = [];
            document.addEventListener("securitypolicyviolation", (event) => refused.push(`${event.effectiveDirective}: ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`));
            """);

        await window.Go("/docs");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Shows the agency that the caller works for" }).First).ToBeVisibleAsync();
        await Expect(page.Locator("code.language-curl").First).ToContainTextAsync("/agency");
        Assert.Equal("1", await page.Locator("code.language-curl").First.EvaluateAsync<string>("code => code.style.getPropertyValue('--line-count')"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Test Request (get /agency)" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).First.ClickAsync();
        await Expect(page.GetByText("200 OK").First).ToBeVisibleAsync();

        Assert.Empty(await page.EvaluateAsync<string[]>("refused"));
    }
}
