using Lintel.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Lintel.Browser;

/// <summary>A listing's pictures. The agency is nobody else's: what is missing from it is complained of on every page that shows it.</summary>
public sealed class GalleryTests(Chromium chromium, FilledAgency agency) : IClassFixture<FilledAgency>
{
    [Fact]
    public async Task Pictures_that_do_not_come_leave_no_gaps()
    {
        var (comes, doesNot) = ($"{agency.Lintel.Http.BaseAddress}assets/favicon.svg?", $"{agency.Lintel.Http.BaseAddress}assets/gone.png?");
        var (some, none) = (await Listing(doesNot + 1, comes + 2, doesNot + 3, comes + 4), await Listing(doesNot + 5, doesNot + 6));
        await using var window = await Window.Open(chromium, agency.Lintel);
        await window.IgnoreComplaint("404", async () =>
        {
            await window.Go($"/app/properties/{some}");
            await Expect(window.Page.Locator(".gallery .picture")).ToHaveCountAsync(2);
            await Expect(window.Page.Locator(".gallery a > .picture > img")).ToHaveCountAsync(2);

            await window.Go($"/app/properties/{none}");
            await Expect(window.Page.Locator(".gallery .picture")).ToHaveCountAsync(1);
            await Expect(window.Page.Locator(".gallery a, .gallery img")).ToHaveCountAsync(0);
        });
    }

    private async Task<long> Listing(params string[] images) =>
        (long)(await agency.Lintel.Http.PostJson("/properties", new { title = "Of pictures", images }))["property"]["id"]!;
}
