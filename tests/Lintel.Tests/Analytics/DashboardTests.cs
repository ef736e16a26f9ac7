using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Analytics;

public sealed class DashboardTests : OwnServer
{
    [Fact]
    public async Task An_empty_agency_has_every_figure_and_each_is_zero()
    {
        Arrange.Same(
            """
            {
              "success": true,
              "metrics": {
                "period_days": 30, "total_leads": 0, "new_leads": 0, "converted_leads": 0, "conversion_rate": 0, "recent_interactions": 0,
                "avg_response_hours": null,
                "leads_by_status": {"new": 0, "contacted": 0, "qualified": 0, "viewing_scheduled": 0, "applied": 0, "converted": 0, "lost": 0},
                "leads_by_source": {}, "agent_performance": []
              }
            }
            """,
            (await Http.GetJson("/analytics/dashboard")).Body);
    }

    [Fact]
    public async Task It_counts_all_leads_and_what_the_period_brought()
    {
        var (ann, ben) = (await Lintel.Agent("Ann"), await Lintel.Agent("Ben"));
        await Lintel.Agent("Cat");
        var old = await Lintel.Lead(new { name = "Old", source = "referral", assigned_agent_id = ann });
        await Lintel.Message(old, Direction.Inbound);
        Lintel.Clock.Advance(TimeSpan.FromDays(40));

        var quick = await Lintel.Lead(new { name = "Quick", source = "website", assigned_agent_id = ann });
        var slow = await Lintel.Lead(new { name = "Slow", source = "website", assigned_agent_id = ben });
        var silent = await Lintel.Lead(new { name = "Silent", source = "28hse", assigned_agent_id = ann });
        Lintel.Clock.Advance(TimeSpan.FromMinutes(30));
        await Lintel.Message(slow, Direction.Inbound);
        await Lintel.Message(slow, Direction.Outbound, automated: true);
        await Lintel.Message(quick, Direction.Outbound);
        Lintel.Clock.Advance(TimeSpan.FromHours(4));
        await Lintel.Message(slow, Direction.Outbound);
        await Lintel.Message(silent, Direction.Outbound, automated: true);
        await Lintel.Message(silent, Direction.Outbound, type: InteractionType.Note);
        await Lintel.Status(old, "converted");
        await Lintel.Status(silent, "lost");

        // Answered within half an hour and four hours: 2.25 on average. The system's own two notes of the changed statuses are no interactions.
        Arrange.Same(
            $$"""
            {
              "success": true,
              "metrics": {
                "period_days": 30, "total_leads": 4, "new_leads": 3, "converted_leads": 1, "conversion_rate": 33.33, "recent_interactions": 6,
                "avg_response_hours": 2.25,
                "leads_by_status": {"new": 0, "contacted": 2, "qualified": 0, "viewing_scheduled": 0, "applied": 0, "converted": 1, "lost": 1},
                "leads_by_source": {"website": 2, "28hse": 1, "referral": 1},
                "agent_performance": [
                  {"agent_id": {{ann}}, "name": "Ann", "total_leads": 3, "converted_leads": 1, "conversion_rate": 33.33},
                  {"agent_id": {{ben}}, "name": "Ben", "total_leads": 1, "converted_leads": 0, "conversion_rate": 0},
                  {"agent_id": 3, "name": "Cat", "total_leads": 0, "converted_leads": 0, "conversion_rate": 0}
                ]
              }
            }
            """,
            (await Http.GetJson("/analytics/dashboard")).Body);
    }

    [Fact]
    public async Task Its_conversion_rate_is_never_above_100()
    {
        var leads = new List<long> { await Lintel.Lead(new { name = "A" }), await Lintel.Lead(new { name = "B" }) };
        Lintel.Clock.Advance(TimeSpan.FromDays(31));
        leads.Add(await Lintel.Lead(new { name = "C" }));
        foreach (var lead in leads)
        {
            await Lintel.Status(lead, "converted");
        }

        var metrics = (await Http.GetJson("/analytics/dashboard"))["metrics"];

        Assert.Equal((3, 1, 100m), ((int)metrics["converted_leads"]!, (int)metrics["new_leads"]!, (decimal)metrics["conversion_rate"]!));
    }

    [Fact]
    public async Task A_conversion_is_of_the_day_it_happened_whatever_is_changed_later_and_gone_when_taken_back()
    {
        var lead = await Lintel.Lead(new { name = "A" });
        await Lintel.Status(lead, "converted");
        Lintel.Clock.Advance(TimeSpan.FromDays(2));
        await Http.PutJson($"/leads/{lead}", new { notes = "moved in" });

        Assert.Equal(0, (int)(await Http.GetJson("/analytics/dashboard?days=1"))["metrics"]["converted_leads"]!);
        Assert.Equal(1, (int)(await Http.GetJson("/analytics/dashboard?days=3"))["metrics"]["converted_leads"]!);

        await Lintel.Status(lead, "applied");
        Assert.Equal(0, (int)(await Http.GetJson("/analytics/dashboard?days=3"))["metrics"]["converted_leads"]!);
    }

    [Fact]
    public async Task Its_window_ends_now_and_begins_so_many_days_ago_on_the_minute()
    {
        Lintel.Clock.Advance(TimeSpan.FromSeconds(10));
        await Lintel.Lead(new { name = "A" });

        Lintel.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(49));
        Assert.Equal(1, (int)(await Http.GetJson("/analytics/dashboard?days=1"))["metrics"]["new_leads"]!);

        Lintel.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, (int)(await Http.GetJson("/analytics/dashboard?days=1"))["metrics"]["new_leads"]!);
    }
}
