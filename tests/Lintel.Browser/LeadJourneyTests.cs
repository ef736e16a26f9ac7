using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lintel.Browser;

/// <summary>What an agent does with leads all day.</summary>
public sealed class LeadJourneyTests(Chromium chromium, FilledAgency agency) : IClassFixture<FilledAgency>
{
    [Fact]
    public async Task Typing_narrows_the_list_and_the_address_says_so()
    {
        await using var window = await Window.Open(chromium, agency.Lintel);
        await window.Go("/app/leads");
        await window.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Name, number, message…" }).FillAsync("陳大文");

        await Expect(window.Page.Locator(".page-count")).ToHaveTextAsync("1");
        await Expect(window.Page).ToHaveURLAsync(new Regex("q="));
        await Expect(window.Page.Locator("tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_is_done_to_chosen_leads_can_be_undone()
    {
        await using var window = await Window.Open(chromium, agency.Lintel);
        await window.Go("/app/leads?status=applied");
        var rows = window.Page.Locator("tbody tr");
        var before = await rows.CountAsync();
        await window.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Choose all on this page" }).CheckAsync();
        await window.Page.Locator(".bulk-bar summary").ClickAsync();
        await window.Page.Locator(".bulk-bar button[value=lost]").ClickAsync();

        await Expect(window.Page.GetByText("No lead matches")).ToBeVisibleAsync();

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(before);
    }

    [Fact]
    public async Task A_card_is_dragged_to_another_status()
    {
        await using var window = await Window.Open(chromium, agency.Lintel);
        await window.Go("/app/leads/board");
        var card = window.Page.Locator("#cards-contacted .card").First;
        var id = await card.GetAttributeAsync("id");
        await card.DragToAsync(window.Page.Locator("#cards-qualified"));

        await Expect(window.Page.Locator("[data-toast]")).ToContainTextAsync("Now Qualified.");
        await Expect(window.Page.Locator($"#cards-qualified #{id}")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_note_is_written_with_and_without_scripts(bool hasScripts)
    {
        await using var window = await Window.Open(chromium, agency.Lintel, new View(HasScripts: hasScripts));
        await window.Go($"/app/leads/{agency.Lead}");
        var note = $"<b>Likes the sea</b> {hasScripts}";
        await window.Page.GetByLabel("What matters *").FillAsync(note);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Add the note" }).ClickAsync();

        await Expect(window.Page.Locator(".timeline .did").First).ToContainTextAsync(note);
    }

    [Fact]
    public async Task A_refused_form_says_what_is_wrong_in_the_readers_language_and_keeps_what_was_typed()
    {
        await using var window = await Window.Open(chromium, agency.Lintel, new View(Language: "zh-Hant"));
        await window.Go($"/app/leads/{agency.Lead}?edit=1");
        await window.Page.GetByLabel("電話", new() { Exact = true }).FillAsync("12");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "儲存" }).ClickAsync();

        await Expect(window.Page.GetByText("這不是有效的電話號碼。")).ToBeVisibleAsync();
        await Expect(window.Page.GetByLabel("電話", new() { Exact = true })).ToHaveValueAsync("12");
    }

    [Fact]
    public async Task The_palette_finds_a_person_from_the_keyboard()
    {
        await using var window = await Window.Open(chromium, agency.Lintel);
        await window.Go("/app/leads/board");
        await window.Page.Keyboard.PressAsync("Control+k");
        await Expect(window.Page.GetByRole(AriaRole.Combobox, new() { Name = "Find a person" })).ToBeFocusedAsync();
        await window.Page.Keyboard.TypeAsync("陳大文");
        await Expect(window.Page.GetByRole(AriaRole.Option, new() { Name = "陳大文" })).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("Enter");

        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "陳大文" })).ToBeVisibleAsync();
    }
}
