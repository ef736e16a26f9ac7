using System.Net;
using System.Text.RegularExpressions;
using Lintel.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lintel.Browser;

/// <summary>Notes and calls that are written while there is no network: kept, shown, and sent once.</summary>
public sealed class WrittenOfflineTests(Chromium chromium, PeopledAgency agency) : IClassFixture<PeopledAgency>
{
    [Fact]
    public async Task A_note_is_kept_and_sent_when_the_network_is_back()
    {
        var lead = await agency.Lintel.Lead();
        await using var window = await agency.SignedIn(chromium, PeopledAgency.Amy);
        await window.Go($"/app/leads/{lead}");
        await window.SetOffline(true);
        await WriteNote(window, "Has a dog");
        await IsKept(window);

        await Expect(Kept(window)).ToContainTextAsync("Waits for the network");
        await Expect(window.Page.Locator("[data-kept-tray]")).ToContainTextAsync("1 to send");
        await Expect(window.Page.GetByLabel("What matters *")).ToHaveValueAsync("");
        Assert.Empty(await agency.Written(lead));

        await window.SetOffline(false);
        await Expect(window.Page.Locator(".timeline .did").First).ToContainTextAsync("Has a dog");
        await Expect(Kept(window)).ToContainTextAsync("Sent");
        await Expect(window.Page.Locator("[data-kept-tray]")).ToBeHiddenAsync();
        Assert.Equal([("note", "Has a dog", null)], await agency.Written(lead));
    }

    [Fact]
    public async Task It_survives_the_page_and_is_there_on_every_other()
    {
        var lead = await agency.Lintel.Lead(("name", "Ho Siu Fan"));
        await using var window = await agency.SignedIn(chromium, PeopledAgency.Amy);
        await window.Go($"/app/leads/{lead}");
        await window.SetOffline(true);
        await WriteNote(window, "Wants a balcony");
        await IsKept(window);
        await Expect(Kept(window)).ToContainTextAsync("Waits for the network");
        await window.Go("/app/today");

        await window.Page.Locator("[data-kept-tray]").ClickAsync();
        await Expect(window.Page.Locator("#kept .kept-item")).ToContainTextAsync("Ho Siu Fan");

        await window.SetOffline(false);
        await Expect(window.Page.Locator("[data-kept-tray]")).ToBeHiddenAsync();
        Assert.Equal([("note", "Wants a balcony", null)], await agency.Written(lead));
    }

    [Fact]
    public async Task A_note_whose_answer_was_lost_is_there_once()
    {
        var lead = await agency.Lintel.Lead();
        await using var window = await agency.SignedIn(chromium, PeopledAgency.Amy);
        await window.Go($"/app/leads/{lead}");
        await window.IgnoreComplaint("net::ERR_", () => agency.WhileAnswersAreLost(async () =>
        {
            // A browser sends again by itself where a connection breaks; only then the page learns of it.
            await WriteNote(window, "Only once");
            await IsKept(window);
        }));
        Assert.Single(await agency.Written(lead));

        await window.Page.ReloadAsync();
        await Expect(window.Page.Locator(".timeline .did").First).ToContainTextAsync("Only once");
        await Expect(window.Page.Locator("[data-kept-tray]")).ToBeHiddenAsync();
        Assert.Equal([("note", "Only once", null)], await agency.Written(lead));
    }

    [Fact]
    public async Task A_call_is_made_when_it_was_written_down_and_not_when_the_network_came_back()
    {
        var lead = await agency.Lintel.Lead();
        await using var window = await agency.SignedIn(chromium, PeopledAgency.Amy);
        await window.Go($"/app/leads/{lead}");
        await window.SetOffline(true);
        await window.Page.Locator(".composer").GetByRole(AriaRole.Link, new() { Name = "Call" }).ClickAsync();
        await window.Page.GetByLabel("What was said").FillAsync("Will ring on Monday");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Log the call" }).ClickAsync();
        await IsKept(window);
        await Expect(Kept(window)).ToContainTextAsync("Call");

        await window.SetOffline(false);
        await Expect(Kept(window)).ToContainTextAsync("Sent");
        var (type, message, completedAt) = Assert.Single(await agency.Written(lead));
        Assert.Equal(("call", "Will ring on Monday", true), (type, message, completedAt is not null));
    }

    [Fact]
    public async Task What_cannot_wait_says_so_and_stays_on_the_page()
    {
        var lead = await agency.Lintel.Lead();
        await using var window = await agency.SignedIn(chromium, PeopledAgency.Amy);
        await window.Go($"/app/leads/{lead}?compose=message");
        await window.SetOffline(true);
        await window.Page.GetByLabel("What was written *").FillAsync("See you");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Log the message" }).ClickAsync();

        await Expect(window.Page.Locator("[data-toast]")).ToHaveTextAsync("There is no network: this cannot be sent now.");
        await Expect(window.Page.GetByLabel("What was written *")).ToHaveValueAsync("See you");
    }

    [Theory]
    [InlineData("en", "Refused", "The lead is not there any more")]
    [InlineData("zh-Hant", "未獲接納", "找不到這位客戶")]
    public async Task What_is_refused_says_why_in_the_readers_language_and_can_be_discarded(string language, string refused, string why)
    {
        var (other, lead) = (await agency.Lintel.Lead(), await agency.Lintel.Lead());
        await using var window = await agency.SignedIn(chromium, PeopledAgency.Amy, language);
        await window.Go($"/app/leads/{lead}");
        await window.SetOffline(true);
        await WriteNote(window, "Too late");
        await IsKept(window);
        await Expect(Kept(window)).ToHaveAttributeAsync("data-state", "waiting");
        await window.Go("/app/today");
        Assert.Equal(HttpStatusCode.OK, (await agency.Lintel.Http.PostJson($"/leads/{other}/merge", new { lead_id = lead })).Status);
        await window.IgnoreComplaint("404", () => window.SetOffline(false));

        await window.Page.Locator("[data-kept-tray]").ClickAsync();
        await Expect(window.Page.Locator("#kept .kept-item")).ToContainTextAsync(refused);
        await Expect(window.Page.Locator("#kept .kept-why")).ToContainTextAsync(why);
        await Expect(window.Page.Locator("#kept .kept-why [lang=en]")).ToContainTextAsync($"Lead {lead}");
        window.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await window.Page.Locator("#kept [data-kept-drop]").ClickAsync();
        await Expect(window.Page.Locator("#kept .kept-item")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(PeopledAgency.Amy, 1)]
    [InlineData(PeopledAgency.Ben, 0)]
    public async Task After_a_session_ended_its_writer_sends_it_and_nobody_else(string next, int arrived)
    {
        var lead = await agency.Lintel.Lead();
        await using var window = await agency.SignedIn(chromium, PeopledAgency.Amy);
        await window.Go($"/app/leads/{lead}");
        await window.SetOffline(true);
        await WriteNote(window, "Between us");
        await IsKept(window);
        await Expect(Kept(window)).ToContainTextAsync("Waits for the network");
        await window.Page.Context.ClearCookiesAsync(new() { Name = "lintel-session" });
        await window.SetOffline(false);
        await Expect(Kept(window)).ToContainTextAsync("Sign in again to send it");

        await window.Go($"/app/leads/{lead}");
        await PeopledAgency.SignIn(window, next);
        await Expect(window.Page.Locator(".timeline").GetByText("Between us")).ToHaveCountAsync(arrived);
        await window.Page.WaitForFunctionAsync("() => document.querySelector('[data-kept-tray]').hidden");
        Assert.Equal(arrived, (await agency.Written(lead)).Count);
        if (arrived == 0)
        {
            await Expect(window.Page.Locator(".kept-item")).ToHaveCountAsync(0);
            Assert.DoesNotContain("Between us", await window.Page.EvaluateAsync<string>(Store), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_the_page_as_ever()
    {
        var lead = await agency.Lintel.Lead();
        await using var window = await agency.SignedIn(chromium, PeopledAgency.Amy, "zh-Hant");
        await window.Go($"/app/leads/{lead}?compose=call");
        await window.IgnoreComplaint("400", () => window.Page.GetByRole(AriaRole.Button, new() { Name = "記錄通話" }).ClickAsync());

        await Expect(window.Page.GetByText("請輸入內容。")).ToBeVisibleAsync();
        await Expect(Kept(window)).ToHaveCountAsync(0);
    }

    private const string Store = """
        () => new Promise((done) => {
          const open = indexedDB.open("lintel");
          open.onsuccess = () => { const all = open.result.transaction("kept").objectStore("kept").getAll(); all.onsuccess = () => { open.result.close(); done(JSON.stringify(all.result)); }; };
        })
        """;

    private static ILocator Kept(Window window) => window.Page.Locator(".composer .kept-item");

    /// <summary>Waits until the page has tried to send it, and said that it could not.</summary>
    private static Task IsKept(Window window) => Expect(window.Page.Locator("[data-toast]")).ToContainTextAsync(new Regex(@"Kept here\.|已存在這裡，"));

    private static async Task WriteNote(Window window, string text)
    {
        await window.Page.Locator("#compose-note").FillAsync(text);
        await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Add the note|新增備註") }).ClickAsync();
    }
}
