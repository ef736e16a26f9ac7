using Lintel.Tests.Running;

namespace Lintel.Tests.Today;

/// <summary>What waits is on the page a day begins with, and goes by one tap, which can be taken back. It is 09:45 on Monday 23 November 2026.</summary>
public sealed class TodayPageTests : OwnServer
{
    private const string Today = "/app/today";

    [Fact]
    public async Task With_nothing_to_do_it_says_what_will_be_here() => Assert.Contains("Nothing is waiting", await Http.Page(Today));

    [Fact]
    public async Task Who_was_answered_elsewhere_waits_no_more_until_it_is_taken_back()
    {
        await Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = "+85298765432", message = "Two rooms in Central?", name = "Mei" });
        var lead = (long)(await Http.GetJson("/leads"))["leads"][0]!["id"]!;
        Assert.Contains($"id=\"waiting-{lead}\"", await Http.Page(Today));
        Lintel.Clock.Advance(TimeSpan.FromMinutes(5));

        var shown = await Http.Submit(Today, "/app/inbox/change", ("answered", $"{lead}"));

        Assert.DoesNotContain($"waiting-{lead}", shown);
        Assert.Equal("contacted", await Status(lead));
        Assert.Contains($"waiting-{lead}", await Http.Undo(shown, Today));
        Assert.Equal("new", await Status(lead));
        Assert.Equal("note", (string?)(await Http.GetJson($"/leads/{lead}/interactions"))["interactions"][0]!["type"]);
    }

    [Fact]
    public async Task A_follow_up_and_a_viewing_are_ticked_off_and_taken_back()
    {
        var lead = await Lintel.Lead(("name", "Mei"));
        var viewing = await Lintel.Interaction(lead, ("type", "viewing"), ("message", "Lobby"), ("scheduled_at", "2026-11-23T08:00:00Z"));
        var promise = (long)(await Http.PostJson($"/leads/{lead}/follow-ups", new { due_at = "2026-11-23T01:00:00Z" }))["follow_up"]["id"]!;
        Lintel.Clock.Advance(TimeSpan.FromHours(9));

        var kept = await Http.Submit(Today, "/app/calendar/change", ("done", $"follow-up-{promise}"));

        Assert.DoesNotContain($"id=\"follow-up-{promise}\"", kept);
        Assert.Contains($"id=\"follow-up-{promise}\"", await Http.Undo(kept, Today));

        var held = await Http.Submit(Today, "/app/calendar/change", ("done", $"appointment-{viewing}"));

        Assert.DoesNotContain($"value=\"appointment-{viewing}\"", held);
        Assert.Contains($"value=\"appointment-{viewing}\"", await Http.Undo(held, Today));
    }

    [Fact]
    public async Task What_was_read_is_unread_no_more_until_they_write_again()
    {
        var amy = await Lintel.Agent("Amy");
        await Write("First");
        var lead = (long)(await Http.GetJson("/leads"))["leads"][0]!["id"]!;
        Lintel.Clock.Advance(TimeSpan.FromMinutes(5));
        await Lintel.Interaction(lead);
        Lintel.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.DoesNotContain($"unread-{lead}", await Http.Page(Today));
        await Write("Second");
        Assert.Contains($"id=\"unread-{lead}\"", await Http.Page($"{Today}?agent_id={amy}"));

        var shown = await Http.Submit(Today, "/app/inbox/change", ("read", $"{lead}"));

        Assert.DoesNotContain($"unread-{lead}", shown);
        Assert.Contains($"unread-{lead}", await Http.Undo(shown, Today));
        await Http.Submit(Today, "/app/inbox/change", ("read", $"{lead}"));
        Lintel.Clock.Advance(TimeSpan.FromMinutes(5));
        await Write("Third");
        Assert.Contains($"id=\"unread-{lead}\"", await Http.Page(Today));
    }

    [Fact]
    public async Task The_team_shows_who_is_full_and_what_nobody_has()
    {
        var amy = await Lintel.Agent("Amy", maxLeads: 1);
        await Lintel.Lead(("assigned_agent_id", amy));
        await Lintel.Lead();

        var page = await Http.Page(Today);

        Assert.Contains("1 / 1", page);
        Assert.Contains("full", page);
        Assert.Contains("Open leads without an agent: 1", page);
    }

    private Task<WireAnswer> Write(string message) => Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = "+85298765432", message });

    private async Task<string?> Status(long lead) => (string?)(await Http.GetJson($"/leads/{lead}"))["lead"]["status"];
}
