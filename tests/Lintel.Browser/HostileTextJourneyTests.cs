using Lintel.Tests.Running;
using Microsoft.Playwright;

namespace Lintel.Browser;

/// <summary>What people send that is meant for the browser of whoever reads it.</summary>
public sealed class HostileTextJourneyTests(Chromium chromium, LintelServer lintel) : IClassFixture<LintelServer>
{
    private static readonly string[] Texts =
    [
        "<script>alert(1)</script><img src=//evil.example/x onerror=alert(2)>",
        "\"><svg/onload=alert(3)> ' onmouseover='alert(4)",
        "\u202Etxet desrever \u2066\u200B",
        "javascript:alert(5)//{{alert(6)}}<!--",
        new('W', 10_000),
    ];

    [Fact]
    public async Task Whatever_a_text_is_meant_to_do_pages_show_it_as_text_ask_nobody_else_and_keep_their_shape()
    {
        var (leads, agent, property) = (new List<long>(), 0L, 0L);
        foreach (var text in Texts)
        {
            agent = await lintel.Agent(Cut(text, 100));
            property = (long)(await lintel.Http.PostJson("/properties", new
            {
                title = Cut(text, 200),
                area = Cut(text, 50),
                address = Cut(text, 200),
                development = Cut(text, 100),
                source = "portal",
                source_id = Cut(text, 50),
            }))["property"]["id"]!;
            var lead = await lintel.Lead(
                ("name", Cut(text, 100)), ("original_message", text), ("notes", text), ("tags", new[] { Cut(text, 50) }), ("preferred_areas", new[] { Cut(text, 50) }),
                ("source", "portal"), ("interested_properties", new[] { Cut(text, 50) }), ("assigned_agent_id", agent));
            await lintel.Interaction(lead, ("type", "message"), ("direction", "inbound"), ("message", text), ("subject", Cut(text, 200)));
            await lintel.Interaction(lead, ("type", "viewing"), ("message", text), ("scheduled_at", LintelServer.Start.AddHours(1)));
            await lintel.Http.PostJson($"/leads/{lead}/follow-ups", new { due_at = LintelServer.Start.AddHours(1), note = Cut(text, 500) });
            leads.Add(lead);
        }

        await using var window = await Window.Open(chromium, lintel, new View(360));
        var (dialogs, elsewhere) = (new List<string>(), new List<string>());
        window.Page.Dialog += async (_, dialog) =>
        {
            dialogs.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        window.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(lintel.Http.BaseAddress!.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                elsewhere.Add(request.Url);
            }
        };

        // The console's errors, of which a broken policy is one, fail the window when it closes.
        foreach (var address in (string[])
        [
            "/app/today", "/app/inbox", $"/app/inbox?lead={leads[0]}", "/app/calendar", "/app/calendar?view=list", "/app/leads?columns=tags,agent,source,wish",
            "/app/leads/board", "/app/properties", "/app/properties?view=table", $"/app/properties/{property}", "/app/agents", $"/app/agents/{agent}", "/app/analytics",
            "/app/settings?part=labels", "/app/settings?part=audit", .. leads.Select(lead => $"/app/leads/{lead}"), .. leads.Take(2).Select(lead => $"/app/leads?look={lead}"),
        ])
        {
            await window.Go(address);
            Assert.False(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), $"{address} sticks out");
        }

        await window.Go($"/app/leads/{leads[0]}");
        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync(Texts[0]);
        Assert.Empty(dialogs);
        Assert.Empty(elsewhere);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
