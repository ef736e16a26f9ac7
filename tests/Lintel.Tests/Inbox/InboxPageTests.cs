using System.Text.RegularExpressions;
using Lintel.Tests.Running;

namespace Lintel.Tests.Inbox;

/// <summary>Conversations over all leads and channels, the unread ones first. It is 09:45 on Monday 23 November 2026.</summary>
public sealed partial class InboxPageTests : OwnServer
{
    private const string Inbox = "/app/inbox";

    [Fact]
    public async Task The_unread_come_first_and_then_those_with_the_latest_contact()
    {
        var first = await Write("+85291110001", "The first");
        var answered = await Write("+85291110002", "The second");
        Wait();
        await Lintel.Interaction(answered, ("message", "Our answer"));
        var last = await Write("+85291110003", "The last");
        Wait();
        var silent = await Lintel.Lead();

        var page = await Http.Page(Inbox);

        Assert.Equal([last, first, answered], Talks(page));
        Assert.Contains("You: Our answer", page);
        Assert.DoesNotContain($"talk-{silent}", page);
        Assert.Equal([last, first], Talks(await Http.Page($"{Inbox}?show=unread")));
    }

    [Fact]
    public async Task To_open_one_is_to_read_it_until_more_is_said_or_it_is_marked_unread()
    {
        var lead = await Write("+85291110001", "Is it still there?");
        Wait();
        var open = $"{Inbox}?lead={lead}";
        Assert.Contains("Is it still there?", await Http.Page(open));
        Assert.Equal([lead], Talks(await Http.Page($"{Inbox}?show=unread")));

        Assert.DoesNotContain("data-seen", await Http.Submit(open, $"{Inbox}/change", ("opened", $"{lead}")));
        Assert.Empty(Talks(await Http.Page($"{Inbox}?show=unread")));

        await Http.Submit(Inbox, $"{Inbox}/change", ("unread", $"{lead}"));

        Assert.Equal([lead], Talks(await Http.Page($"{Inbox}?show=unread")));
        Assert.Contains("data-seen", await Http.Page(open));
        await Http.Submit(open, $"{Inbox}/change", ("opened", $"{lead}"));
        Wait();
        await Write("+85291110001", "Hello?");
        Assert.Equal([lead], Talks(await Http.Page($"{Inbox}?show=unread")));
    }

    [Fact]
    public async Task An_agents_inbox_has_the_agents_leads()
    {
        var amy = await Lintel.Agent("Amy");
        var hers = await Write("+85291110001", "For Amy");
        var ben = await Lintel.Agent("Ben");
        await Http.PutJson($"/agents/{amy}", new { is_active = false });
        var his = await Write("+85291110002", "For Ben");

        Assert.Equal([hers], Talks(await Http.Page($"{Inbox}?agent_id={amy}")));
        Assert.Equal([his], Talks(await Http.Page($"{Inbox}?agent_id={ben}")));
    }

    [Fact]
    public async Task What_is_written_in_it_answers()
    {
        var lead = await Write("+85291110001", "Is it still there?");
        Wait();

        var page = await Http.Submit(
            $"{Inbox}?lead={lead}", $"{Inbox}?lead={lead}", ("_handler", "compose"), ("type", "message"), ("direction", "outbound"), ("message", "Yes <b>it is</b>"));

        Assert.Contains("You: Yes <b>it is</b>", page);
        Assert.Equal("contacted", (string?)(await Http.GetJson($"/leads/{lead}"))["lead"]["status"]);
    }

    private void Wait() => Lintel.Clock.Advance(TimeSpan.FromMinutes(5));

    private async Task<long> Write(string number, string message)
    {
        Wait();
        return (long)(await Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = number, message }))["lead"]["id"]!;
    }

    private static IEnumerable<long> Talks(string page) => Talk().Matches(page).Select(match => long.Parse(match.Groups[1].Value, null));

    [GeneratedRegex(@"id=""talk-([0-9]+)""")]
    private static partial Regex Talk();
}
