using System.Text;
using System.Text.RegularExpressions;
using Lintel.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lintel.Browser;

/// <summary>What whoever answers for the agency's leads does with them.</summary>
public sealed class ManagerJourneyTests(Chromium chromium, FilledAgency agency) : IClassFixture<FilledAgency>
{
    [Theory]
    [InlineData(1440, "en", "This is not a phone number.")]
    [InlineData(360, "zh-Hant", "這不是有效的電話號碼。")]
    public async Task A_file_with_wrong_rows_is_looked_at_imported_and_taken_back(int width, string language, string wrong)
    {
        const string File = """
            Client,電話,Area,Colour
            Import One,6111 0001,Central,blue
            Import Two,not a phone,Central,red
            Import Three,6111 0003,太古城,green
            """;
        await using var window = await Window.Open(chromium, agency.Lintel, new View(width, Language: language));
        var page = window.Page;
        await window.Go("/app/import");
        await page.Locator("#import-file").SetInputFilesAsync(new FilePayload { Name = "leads.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(File) });
        await page.Locator(".import-start button").ClickAsync();

        await Expect(page.Locator("tr.is-wrong .import-problem")).ToContainTextAsync(wrong);
        await page.Locator("#column-3").SelectOptionAsync("tags");
        await page.RunAndWaitForResponseAsync(() => page.Locator("button[value=look]").ClickAsync(), answer => answer is { Status: 200, Request.Method: "GET" });
        await Expect(page.Locator("#column-3")).ToHaveValueAsync("tags");
        await page.Locator("button[value=run]").ClickAsync();

        await Expect(page.Locator(".stat-figure")).ToHaveTextAsync(["2", "0", "1"], new() { Timeout = 15_000 });
        await Expect(page.Locator("tbody .import-problem")).ToContainTextAsync(wrong);
        var refused = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href$='/refused']").ClickAsync());
        Assert.EndsWith(".xlsx", refused.SuggestedFilename, StringComparison.Ordinal);

        await page.Locator("form[action$='/undo'] button").ClickAsync();
        await Expect(page.Locator("[data-toast]")).ToContainTextAsync("2");
        await window.Go("/app/leads?q=Import");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Import One" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_leads_become_one_after_a_look_and_are_two_again_by_undo()
    {
        const string Name = "Szeto Kwong Yiu";
        var one = await agency.Lintel.Lead(("name", Name), ("preferred_areas", new[] { "Tai O" }), ("email", "szeto@example.com"));
        var other = await agency.Lintel.Lead(("name", Name), ("preferred_areas", new[] { "Tai O" }), ("phone", "+85262220001"));
        await using var window = await Window.Open(chromium, agency.Lintel);
        await window.Go($"/app/leads/{one}");
        await window.Page.Locator($"a[href*='merge={other}']").ClickAsync();
        var dialog = window.Page.Locator("#merge-lead");
        await Expect(dialog).ToContainTextAsync("+85262220001");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();

        await Expect(window.Page.Locator("[data-toast]")).ToContainTextAsync($"Joined with {Name}.");
        await Expect(window.Page.Locator("#side .facts").First).ToContainTextAsync("+85262220001");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(window.Page.Locator("[data-toast]")).ToContainTextAsync("Taken apart again.");
        await window.Go($"/app/leads/{other}");
        await Expect(window.Page).ToHaveURLAsync(new Regex($"/app/leads/{other}$"));
    }

    [Fact]
    public async Task What_was_understood_is_confirmed_and_what_is_not_wanted_turned_down()
    {
        await using var window = await Window.Open(chromium, agency.Lintel);
        await window.Go($"/app/leads/{agency.Lead}");
        var understood = window.Page.Locator("form.understood");
        var before = await understood.CountAsync();
        Assert.True(before > 1);
        await understood.First.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(window.Page.Locator("[data-toast]")).ToContainTextAsync("Confirmed.");
        await Expect(understood).ToHaveCountAsync(before - 1);

        var match = window.Page.Locator("li.match", new() { HasText = "Harbour View Gardens" });
        await match.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(match).ToHaveClassAsync(new Regex("is-missing"));
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task An_inquiry_is_answered_viewed_and_converted_and_the_owner_sees_it_in_the_funnel(int width)
    {
        await using var owner = await Window.Open(chromium, agency.Lintel, new View(Language: "zh-Hant"));
        await owner.Go("/app/analytics");
        var converted = owner.Page.Locator("figure.chart", new() { HasText = "承上一階段" }).GetByRole(AriaRole.Row).Last.Locator("td").First;
        var before = int.Parse((await converted.GetAttributeAsync("data-value"))!, System.Globalization.CultureInfo.InvariantCulture);

        await using var agent = await Window.Open(chromium, agency.Lintel, new View(width));
        await agent.Page.RunAndWaitForResponseAsync(() => agent.Go("/app/today"), answer => answer.Url.EndsWith("/events", StringComparison.Ordinal));
        var name = $"Journey {width}";
        await agency.Lintel.Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = $"+8526333{width:0000}", name, message = "Is the flat in Tai Koo still free?" });
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        await agent.Page.GetByLabel("What was written *").FillAsync("It is. Saturday at three?");
        await agent.Page.GetByRole(AriaRole.Button, new() { Name = "Log the message" }).ClickAsync();
        await Expect(agent.Page.Locator("[data-toast]")).ToContainTextAsync("The message was logged.");

        await agent.Page.Locator(".composer").GetByRole(AriaRole.Link, new() { Name = "Viewing" }).ClickAsync();
        await agent.Page.Locator("#compose-when").FillAsync("2026-11-28T15:00");
        await agent.Page.GetByRole(AriaRole.Button, new() { Name = "Plan the viewing" }).ClickAsync();
        await Expect(agent.Page.Locator("[data-toast]")).ToContainTextAsync("The viewing was planned.");

        await agent.Page.Locator("summary", new() { HasText = "Move to" }).ClickAsync();
        await agent.Page.Locator("button[name=status][value=converted]").ClickAsync();
        await Expect(agent.Page.Locator("[data-toast]")).ToContainTextAsync("Now Converted.");

        await owner.Go("/app/analytics");
        await Expect(converted).ToHaveAttributeAsync("data-value", $"{before + 1}");
    }

    [Theory]
    [InlineData("agency")]
    [InlineData("about")]
    public async Task The_parts_of_the_settings_are_one_row_on_a_phone_with_the_chosen_one_in_sight(string part)
    {
        await using var window = await Window.Open(chromium, agency.Lintel, new View(360));
        await window.Go($"/app/settings?part={part}");
        var tabs = window.Page.Locator("main .tabs .tab");

        await Expect(window.Page.Locator("main .tabs [aria-current]")).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.Single((await tabs.EvaluateAllAsync<int[]>("tabs => tabs.map(tab => tab.offsetTop)")).Distinct());
        foreach (var tab in await tabs.AllAsync())
        {
            await tab.FocusAsync();
            await Expect(tab).ToBeInViewportAsync(new() { Ratio = 0.9f });
        }
    }
}
