using System.Net;
using System.Text.Json.Nodes;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Agents;

/// <summary>What is derived of an agent: its own figures, its performance and its workload. Each test has a server of its own.</summary>
public sealed class AgentFiguresTests : IAsyncLifetime
{
    private readonly LintelServer _lintel = new();

    public ValueTask InitializeAsync() => _lintel.InitializeAsync();

    public ValueTask DisposeAsync() => _lintel.DisposeAsync();

    [Fact]
    public async Task Figures_follow_the_leads()
    {
        var (amy, ben) = (await _lintel.Agent("Amy"), await _lintel.Agent("Ben"));
        var lead = await _lintel.Lead(("assigned_agent_id", amy));
        await _lintel.Lead(("assigned_agent_id", amy));
        await AreFigures(amy, total: 2, current: 2, converted: 0, rate: 0);

        await Put(lead, new { assigned_agent_id = ben });
        await AreFigures(amy, total: 2, current: 1, converted: 0, rate: 0);
        await AreFigures(ben, total: 1, current: 1, converted: 0, rate: 0);

        // It counts as converted for everyone who ever had it, and as ever assigned only once for each.
        await Put(lead, new { status = "converted" });
        await Put(lead, new { assigned_agent_id = amy });
        await AreFigures(amy, total: 2, current: 1, converted: 1, rate: 50);
        await AreFigures(ben, total: 1, current: 0, converted: 1, rate: 100);

        await Put(lead, new { status = "lost" });
        await AreFigures(amy, total: 2, current: 1, converted: 0, rate: 0);
    }

    [Fact]
    public async Task Performance_is_of_the_window()
    {
        var amy = await _lintel.Agent("Amy");
        var old = await _lintel.Lead(("assigned_agent_id", amy));
        await _lintel.Interaction(old, ("direction", "inbound"));
        Wait(TimeSpan.FromDays(40));

        var answered = await _lintel.Lead(("assigned_agent_id", amy));
        await _lintel.Lead(("assigned_agent_id", amy), ("status", "qualified"));
        await _lintel.Lead(("assigned_agent_id", amy), ("status", "lost"));
        Wait(TimeSpan.FromMinutes(90.5));
        await _lintel.Interaction(answered);
        await Put(old, new { status = "converted" });
        var other = await _lintel.Agent("Ben");
        await _lintel.Interaction(await _lintel.Lead(("assigned_agent_id", other)));

        var answer = await _lintel.Http.GetJson($"/agents/{amy}/performance");

        var expected = JsonNode.Parse("""
            {
              "period_days": 30,
              "leads_by_status": {"new": 0, "contacted": 1, "qualified": 1, "viewing_scheduled": 0, "applied": 0, "converted": 1, "lost": 1},
              "new_leads": 3, "interactions": 1, "avg_response_time_minutes": 90.5, "converted_leads": 1, "conversion_rate": 33.33
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, answer["performance"]), answer.Text);
        Assert.Equal(amy, (long)answer["agent"]["id"]!);

        var longer = (await _lintel.Http.GetJson($"/agents/{amy}/performance?days=41"))["performance"];
        Assert.Equal((41, 4, 2, 25m), ((int)longer["period_days"]!, (int)longer["new_leads"]!, (int)longer["interactions"]!, (decimal)longer["conversion_rate"]!));
    }

    [Fact]
    public async Task A_window_begins_exactly_so_many_days_ago()
    {
        var amy = await _lintel.Agent("Amy");
        await _lintel.Lead(("assigned_agent_id", amy));
        Wait(TimeSpan.FromDays(7));
        Assert.Equal(1, await NewLeads(amy, days: 7));

        Wait(TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, await NewLeads(amy, days: 7));
    }

    [Fact]
    public async Task Performance_without_anything_is_zeros_and_no_average()
    {
        var amy = await _lintel.Agent("Amy");

        var performance = (await _lintel.Http.GetJson($"/agents/{amy}/performance?days=1"))["performance"];

        var expected = JsonNode.Parse("""
            {
              "period_days": 1,
              "leads_by_status": {"new": 0, "contacted": 0, "qualified": 0, "viewing_scheduled": 0, "applied": 0, "converted": 0, "lost": 0},
              "new_leads": 0, "interactions": 0, "avg_response_time_minutes": null, "converted_leads": 0, "conversion_rate": 0
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, performance), performance.ToJsonString());
    }

    [Fact]
    public async Task A_conversion_rate_is_never_above_100()
    {
        var amy = await _lintel.Agent("Amy");
        var (one, two) = (await _lintel.Lead(("assigned_agent_id", amy)), await _lintel.Lead(("assigned_agent_id", amy)));
        Wait(TimeSpan.FromDays(2));
        await _lintel.Lead(("assigned_agent_id", amy));
        await Put(one, new { status = "converted" });
        await Put(two, new { status = "converted" });

        var performance = (await _lintel.Http.GetJson($"/agents/{amy}/performance?days=1"))["performance"];

        Assert.Equal((1, 2, 100m), ((int)performance["new_leads"]!, (int)performance["converted_leads"]!, (decimal)performance["conversion_rate"]!));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("3651")]
    [InlineData("1.5")]
    [InlineData("a week")]
    [InlineData("99999999999999999999")]
    public async Task A_window_that_cannot_be_is_named(string days)
    {
        var amy = await _lintel.Agent("Amy");

        (await _lintel.Http.GetJson($"/agents/{amy}/performance?days={Uri.EscapeDataString(days)}"))
            .IsProblem(HttpStatusCode.BadRequest, ("days", "must be a whole number from 1 to 3650"));
    }

    [Fact]
    public async Task Workload_is_what_the_agent_has_to_do_now()
    {
        var amy = await _lintel.Agent("Amy", maxLeads: 8);
        var urgent = await _lintel.Lead(("assigned_agent_id", amy), ("priority", "urgent"));
        await _lintel.Lead(("assigned_agent_id", amy), ("priority", "high"));
        var medium = await _lintel.Lead(("assigned_agent_id", amy));
        await _lintel.Lead(("assigned_agent_id", amy), ("priority", "high"), ("status", "lost"));

        // It is 09:45: two are late, one comes later today, and one that was late is done.
        await FollowUp(urgent, "2026-11-22T09:00");
        await FollowUp(urgent, "2026-11-23T09:44");
        await FollowUp(urgent, "2026-11-23T18:00");
        var done = await FollowUp(medium, "2026-11-20");
        await _lintel.Http.PutJson($"/follow-ups/{done}", new { done = true });

        // Today from its first to its last instant; not completed, and hers.
        var other = await _lintel.Agent("Ben", isActive: false);
        await _lintel.Interaction(urgent, ("type", "viewing"), ("scheduled_at", "2026-11-23T00:00:00"));
        await _lintel.Interaction(medium, ("type", "meeting"), ("scheduled_at", "2026-11-23T23:59:59.999"));
        await _lintel.Interaction(medium, ("scheduled_at", "2026-11-22T23:59:59.999"));
        await _lintel.Interaction(medium, ("scheduled_at", "2026-11-24T00:00:00"));
        await _lintel.Interaction(medium, ("scheduled_at", "2026-11-23T09:00"), ("completed_at", "2026-11-23T09:30"));
        await _lintel.Interaction(medium, ("scheduled_at", "2026-11-23T12:00"), ("agent_id", other));

        var answer = await _lintel.Http.GetJson($"/agents/{amy}/workload");

        var expected = JsonNode.Parse("""
            {
              "active_leads": 3, "max_leads": 8, "capacity_percentage": 37.5, "overdue_followups": 2, "scheduled_today": 2, "high_priority_leads": 2,
              "can_take_more_leads": true
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, answer["workload"]), answer.Text);
        Assert.Equal(amy, (long)answer["agent"]["id"]!);
    }

    [Theory]
    [InlineData(2, true, 2, 100, false)]
    [InlineData(2, false, 4, 50, false)]
    [InlineData(0, true, 0, 100, false)]
    [InlineData(2, true, 1, 100, false)]
    [InlineData(1, true, 3, 33.33, true)]
    public async Task Capacity_is_full_at_the_most_and_never_above_100(int leads, bool isActive, int most, decimal percentage, bool canTakeMore)
    {
        var amy = await _lintel.Agent("Amy");
        for (var i = 0; i < leads; i++)
        {
            await _lintel.Lead(("assigned_agent_id", amy));
        }

        await _lintel.Http.PutJson($"/agents/{amy}", new { max_leads = most, is_active = isActive });

        var workload = (await _lintel.Http.GetJson($"/agents/{amy}/workload"))["workload"];
        Assert.Equal((percentage, canTakeMore), ((decimal)workload["capacity_percentage"]!, (bool)workload["can_take_more_leads"]!));
    }

    [Fact]
    public async Task Today_is_25_hours_long_where_the_clocks_go_back()
    {
        await Move("America/New_York");
        _lintel.Clock.AdjustTime(new DateTimeOffset(2027, 11, 7, 12, 0, 0, TimeSpan.Zero));
        var amy = await _lintel.Agent("Amy");
        var lead = await _lintel.Lead(("assigned_agent_id", amy));
        foreach (var at in (string[])["2027-11-07T03:59:59Z", "2027-11-07T04:00:00Z", "2027-11-08T04:59:59Z", "2027-11-08T05:00:00Z"])
        {
            await _lintel.Interaction(lead, ("scheduled_at", at));
        }

        Assert.Equal(2, (int)(await _lintel.Http.GetJson($"/agents/{amy}/workload"))["workload"]["scheduled_today"]!);
    }

    private async Task Move(string zone)
    {
        var agency = new Agency { Id = Agency.DefaultId, Name = "", TimeZone = zone, Currency = "", Region = "" };
        await _lintel.Store.Write<bool>(
            new Actor(agency, "test"),
            async db =>
            {
                await db.Sql.First("UPDATE agencies SET time_zone = @zone WHERE id = @agency RETURNING id", row => row.Long(), default, ("zone", zone));
                return true;
            },
            default);
    }

    private void Wait(TimeSpan time) => _lintel.Clock.Advance(time);

    private async Task<int> NewLeads(long agent, int days) =>
        (int)(await _lintel.Http.GetJson($"/agents/{agent}/performance?days={days}"))["performance"]["new_leads"]!;

    private async Task<long> FollowUp(long lead, string due) => (long)(await _lintel.Http.PostJson($"/leads/{lead}/follow-ups", new { due_at = due }))["follow_up"]["id"]!;

    private async Task Put(long lead, object change) => Assert.Equal(HttpStatusCode.OK, (await _lintel.Http.PutJson($"/leads/{lead}", change)).Status);

    private async Task AreFigures(long id, int total, int current, int converted, decimal rate)
    {
        var agent = (await _lintel.Http.GetJson($"/agents/{id}"))["agent"];
        Assert.Equal(
            (total, current, converted, rate),
            ((int)agent["total_leads"]!, (int)agent["current_leads"]!, (int)agent["converted_leads"]!, (decimal)agent["conversion_rate"]!));
    }
}
