using System.Text.RegularExpressions;
using Lintel.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lintel.Browser;

/// <summary>What an agent does from one end of a day to the other: what waits, what is due, what is planned.</summary>
public sealed class DayJourneyTests(Chromium chromium, FilledAgency agency) : IClassFixture<FilledAgency>
{
    [Theory]
    [InlineData(1440, true)]
    [InlineData(360, true)]
    [InlineData(1440, false)]
    public async Task A_tap_says_that_somebody_was_answered_and_another_takes_it_back(int width, bool hasScripts)
    {
        await using var window = await Window.Open(chromium, agency.Lintel, new View(width, HasScripts: hasScripts));
        await window.Go("/app/today");
        var first = window.Page.Locator("li[id^=waiting-]").First;
        var id = await first.GetAttributeAsync("id");
        await first.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(window.Page.Locator("[data-toast]")).ToContainTextAsync("Answered.");
        await Expect(window.Page.Locator($"#{id}")).ToHaveCountAsync(0);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(window.Page.Locator($"#{id}")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_due_is_moved_from_the_keyboard()
    {
        await using var window = await Window.Open(chromium, agency.Lintel);
        await window.Go("/app/today");
        var promise = window.Page.Locator("li[id^=follow-up-]").First;
        await promise.GetByRole(AriaRole.Link, new() { NameRegex = new("^Move") }).PressAsync("Enter");
        var when = window.Page.GetByLabel("New time");
        await Expect(when).ToBeVisibleAsync();
        await when.FillAsync("2027-01-04T10:00");
        await when.PressAsync("Enter");

        await Expect(window.Page.Locator("[data-toast]")).ToContainTextAsync("Moved.");
        await Expect(window.Page).ToHaveURLAsync(new Regex("/app/today$"));
    }

    [Fact]
    public async Task What_is_planned_is_dragged_to_another_day_and_back_by_undo()
    {
        await using var window = await Window.Open(chromium, agency.Lintel);
        await window.Go("/app/calendar");
        var plan = window.Page.Locator("[data-plan-day='2026-11-24'] [data-plan]").First;
        var id = await plan.GetAttributeAsync("id");
        await plan.DragToAsync(window.Page.Locator("[data-plan-day='2026-11-27']"));

        await Expect(window.Page.Locator("[data-toast]")).ToContainTextAsync("Moved.");
        await Expect(window.Page.Locator($"[data-plan-day='2026-11-27'] #{id}")).ToBeVisibleAsync();

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(window.Page.Locator($"[data-plan-day='2026-11-24'] #{id}")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task A_conversation_is_opened_answered_and_left(int width)
    {
        await using var window = await Window.Open(chromium, agency.Lintel, new View(width));
        await window.Go("/app/inbox");
        await window.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("陳大文") }).ClickAsync();
        await window.Page.GetByLabel("What was written *").FillAsync($"三點可以 {width}");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Log the message" }).ClickAsync();

        await Expect(window.Page.Locator(".timeline .said").First).ToContainTextAsync($"三點可以 {width}");
        if (width < 500)
        {
            await window.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the list" }).ClickAsync();
            await Expect(window.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("陳大文") })).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Who_would_get_what_is_seen_before_it_happens_and_taken_back_after()
    {
        await using var window = await Window.Open(chromium, agency.Lintel);
        await agency.Lintel.LeadOfNobody(("preferred_areas", new[] { "Central" }), ("name", "Waits for somebody"));
        await window.Go("/app/agents");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Assign leads" }).ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("Waits for somebody.*Amy Chan.*Central 20") })).ToBeVisibleAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Assign") }).ClickAsync();

        await Expect(window.Page.Locator("[data-toast]")).ToContainTextAsync("Leads assigned:");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(window.Page.Locator("[data-toast]")).ToContainTextAsync("Taken back.");
    }
}
