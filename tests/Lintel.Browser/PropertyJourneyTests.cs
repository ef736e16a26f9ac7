using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lintel.Browser;

/// <summary>What an agent does with listings.</summary>
public sealed class PropertyJourneyTests(Chromium chromium, FilledAgency agency) : IClassFixture<FilledAgency>
{
    [Fact]
    public async Task A_listing_is_added_found_and_changed()
    {
        await using var window = await Window.Open(chromium, agency.Lintel);
        await window.Go("/app/properties?new=1");
        await window.Page.GetByLabel("Title *").FillAsync("<b>Peak House</b>");
        await window.Page.GetByLabel("Price", new() { Exact = true }).FillAsync("1,200,000");
        await window.Page.GetByRole(AriaRole.Textbox, new() { Name = "Pictures" }).FillAsync($"{agency.Lintel.Http.BaseAddress}assets/favicon.svg?w=400,h=300");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Add a listing" }).ClickAsync();

        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "<b>Peak House</b>" })).ToBeVisibleAsync();
        await Expect(window.Page.Locator(".property-sum")).ToContainTextAsync("HK$1,200,000");

        await window.Go("/app/properties");
        await window.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Title, estate, address…" }).FillAsync("peak");
        await Expect(window.Page.Locator(".property-card")).ToHaveCountAsync(1);
        await window.Page.Locator(".property-card").ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await window.Page.GetByLabel("Saleable area").FillAsync("large");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(window.Page.Locator("#field-saleable_area")).ToHaveAttributeAsync("aria-invalid", "true");
        await window.Page.GetByLabel("Saleable area").FillAsync("41.8 m²");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(window.Page.Locator(".property-sum")).ToContainTextAsync("449 sq ft");
    }

    [Fact]
    public async Task A_listing_leads_to_those_who_asked_about_it()
    {
        await using var window = await Window.Open(chromium, agency.Lintel);
        await window.Go($"/app/properties/{agency.Property}");
        await window.Page.Locator(".stat-figure a").First.ClickAsync();

        await Expect(window.Page).ToHaveURLAsync(new Regex($"/app/leads\\?property_id={agency.Property}$"));
        await Expect(window.Page.Locator(".page-count")).ToHaveTextAsync("10");
    }
}
