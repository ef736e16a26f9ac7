using Lintel.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lintel.Browser;

/// <summary>Pages that are open while something happens.</summary>
public sealed class LivePagesTests(Chromium chromium, FilledAgency agency) : IClassFixture<FilledAgency>
{
    [Fact]
    public async Task An_inquiry_is_in_the_list_without_anyone_reloading_it()
    {
        await using var window = await Window.Open(chromium, agency.Lintel);
        await window.Page.RunAndWaitForResponseAsync(() => window.Go("/app/leads?sort=-created_at"), answer => answer.Url.EndsWith("/events", StringComparison.Ordinal));
        await window.Page.EvaluateAsync("() => { window.isTheSamePage = true }");
        await Expect(window.Page.GetByText("Wong Siu Ming")).ToHaveCountAsync(0);

        await agency.Lintel.Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = "+85265554444", name = "Wong Siu Ming", message = "Is it still free?" });

        await Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Wong Siu Ming" }).First).ToBeVisibleAsync();
        Assert.True(await window.Page.EvaluateAsync<bool>("() => window.isTheSamePage === true"));
    }
}
