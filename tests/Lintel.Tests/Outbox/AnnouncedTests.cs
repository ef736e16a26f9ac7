using Lintel.FollowUps;
using Lintel.Model;
using Lintel.Scoring;
using Lintel.Tests.Running;

namespace Lintel.Tests.Outbox;

/// <summary>Which events come of what.</summary>
public sealed class AnnouncedTests : OwnServer
{
    private long _seen;

    [Fact]
    public async Task An_inquiry_announces_the_lead_its_agent_and_the_message()
    {
        await Lintel.Agent();
        await Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = "+85298765432", message = "Hello" });
        Assert.Equal(["interaction.created", "lead.assigned", "lead.created"], await Events());
    }

    [Fact]
    public async Task A_change_announces_what_changed_and_nothing_else()
    {
        var agent = await Lintel.Agent();
        var lead = await Lintel.LeadOfNobody();
        await Events();

        await Http.PutJson($"/leads/{lead}", new { phone = "+85298765432" });
        Assert.Equal(["lead.score_changed", "lead.updated"], await Events());
        await Http.PutJson($"/leads/{lead}", new { status = "qualified" });
        Assert.Equal(["lead.status_changed"], await Events());
        await Http.PutJson($"/leads/{lead}", new { assigned_agent_id = agent });
        Assert.Equal(["lead.assigned"], await Events());
        await Http.PutJson($"/leads/{lead}", new { budget_min = "none" });
        Assert.Equal([], await Events());
    }

    [Fact]
    public async Task A_score_that_fades_is_announced_as_of_when_it_did()
    {
        var lead = await Lintel.Lead();
        await Lintel.Message(lead, Direction.Inbound);
        await Events();

        Lintel.Clock.Advance(TimeSpan.FromDays(2));
        await Lintel.Service<RescoreDue>().Run(TestContext.Current.CancellationToken);

        var faded = (await Lintel.Database.Rows("SELECT created_at, data FROM outbox WHERE type = 'lead.score_changed' ORDER BY id DESC LIMIT 1"))[0];
        Assert.Equal(LintelServer.Start.AddDays(1).AddMilliseconds(1).ToUnixTimeMilliseconds(), faded[0]);
        Arrange.Same("""{"from":25,"to":20}""", System.Text.Json.Nodes.JsonNode.Parse((string)faded[1]!));
    }

    [Fact]
    public async Task A_follow_up_is_announced_as_due_once_for_each_time_it_is_promised_for()
    {
        var lead = await Lintel.Lead();
        var made = await Http.PostJson($"/leads/{lead}/follow-ups", new { due_at = "2026-11-23T03:00:00Z" });
        var id = (long)made["follow_up"]["id"]!;
        await Events();

        await Due(TimeSpan.FromHours(1));
        Assert.Equal([], await Events());
        await Due(TimeSpan.FromHours(1));
        Assert.Equal(["follow_up.due"], await Events());
        await Due(TimeSpan.FromHours(1));
        Assert.Equal([], await Events());

        await Http.PutJson($"/follow-ups/{id}", new { due_at = "2026-11-23T06:00:00Z" });
        await Events();
        await Due(TimeSpan.FromHours(3));
        Assert.Equal(["follow_up.due"], await Events());
        await Http.PutJson($"/follow-ups/{id}", new { done = true });
        Assert.Equal(["follow_up.done", "lead.updated"], await Events());
    }

    private async Task Due(TimeSpan later)
    {
        Lintel.Clock.Advance(later);
        await Lintel.Service<AnnounceDue>().Run(TestContext.Current.CancellationToken);
    }

    /// <summary>The types of what was announced since this was last asked, in alphabetical order.</summary>
    private async Task<IEnumerable<string>> Events()
    {
        var events = await Lintel.Database.Rows($"SELECT id, type FROM outbox WHERE id > {_seen} ORDER BY id");
        _seen = events.Count > 0 ? (long)events[^1][0]! : _seen;
        return events.Select(row => (string)row[1]!).Order(StringComparer.Ordinal);
    }
}
