using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Ical.Net.CalendarComponents;
using Lintel.Tests.Running;

namespace Lintel.Tests.Calendar;

/// <summary>An agent's plans at a secret address. It is 09:45 on Monday 23 November 2026.</summary>
public sealed partial class CalendarFeedTests : OwnServer
{
    [Fact]
    public async Task A_calendar_reads_the_agents_plans_and_no_way_to_reach_a_client()
    {
        var amy = await Lintel.Agent("Amy");
        var ben = await Lintel.Agent("Ben");
        var mei = await Lintel.Lead(("name", "Mei, \"Lam\"; 林"), ("phone", "+85291112222"), ("assigned_agent_id", amy));
        await Lintel.Interaction(mei, ("type", "viewing"), ("message", new string('長', 90) + "\nLobby, Block 3"), ("scheduled_at", "2026-11-24T02:00:00Z"));
        await Http.PostJson($"/leads/{mei}/follow-ups", new { due_at = "2026-11-23T09:00:00Z", note = "Call" });
        var others = await Lintel.Lead(("assigned_agent_id", ben));
        await Http.PostJson($"/leads/{others}/follow-ups", new { due_at = "2026-11-23T09:00:00Z" });

        var text = await Http.GetStringAsync(await Make(amy), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("91112222", text);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var events = Ical.Net.Calendar.Load(text)!.Events.OrderBy(e => e.Start).ToList();
        Assert.Equal(["Follow-up: Mei, \"Lam\"; 林", "Viewing: Mei, \"Lam\"; 林"], events.Select(e => e.Summary));
        Assert.Equal(new DateTime(2026, 11, 23, 9, 0, 0), events[0].Start!.AsUtc);
        Assert.Equal(new string('長', 90) + "\nLobby, Block 3", events[1].Description);
    }

    [Fact]
    public async Task What_was_kept_is_called_off_with_a_higher_sequence_and_what_did_not_change_is_not_sent_again()
    {
        var amy = await Lintel.Agent("Amy");
        var lead = await Lintel.Lead(("assigned_agent_id", amy));
        var promise = (long)(await Http.PostJson($"/leads/{lead}/follow-ups", new { due_at = "2026-11-23T09:00:00Z" }))["follow_up"]["id"]!;
        var address = await Make(amy);
        var (before, tag) = await Read(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var unchanged = await Http.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);

        await Http.PutJson($"/follow-ups/{promise}", new { done = true });

        var (after, newTag) = await Read(address);
        Assert.NotEqual(tag, newTag);
        Assert.Equal((before.Uid, "CANCELLED"), (after.Uid, after.Status));
        Assert.True(after.Sequence > before.Sequence);
    }

    [Fact]
    public async Task A_new_address_ends_the_one_before_and_a_guess_finds_nothing()
    {
        var amy = await Lintel.Agent("Amy");
        var first = await Make(amy);
        var second = await Make(amy);

        Assert.Equal(HttpStatusCode.NotFound, (await Http.GetJson(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Http.GetJson(second)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Http.GetJson("/calendar/AAAA.ics")).Status);
    }

    private async Task<string> Make(long agent)
    {
        var page = await Http.Submit($"/app/calendar?agent_id={agent}&feed=1", $"/app/calendar?agent_id={agent}&feed=1", ("_handler", "feed"));
        return new Uri(Address().Match(page).Value).AbsolutePath;
    }

    private async Task<(CalendarEvent Event, string? Tag)> Read(string address)
    {
        using var answer = await Http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (Ical.Net.Calendar.Load(text)!.Events.Single(), answer.Headers.ETag?.ToString());
    }

    [GeneratedRegex(@"http://[^""]+/calendar/[A-Za-z0-9_-]{43}\.ics")]
    private static partial Regex Address();
}
