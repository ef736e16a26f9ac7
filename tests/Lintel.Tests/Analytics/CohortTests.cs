using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Analytics;

/// <summary>The figures of the leads created in the window, by source, agent and property.</summary>
public sealed class CohortTests : OwnServer
{
    [Fact]
    public async Task An_empty_agency_has_nothing_to_compare()
    {
        Arrange.Same("""{"success": true, "source_performance": []}""", (await Http.GetJson("/analytics/source-performance")).Body);
        Arrange.Same("""{"success": true, "agent_comparison": []}""", (await Http.GetJson("/analytics/agent-comparison")).Body);
        Arrange.Same("""{"success": true, "property_performance": []}""", (await Http.GetJson("/analytics/property-performance")).Body);
    }

    [Fact]
    public async Task Sources_are_compared_by_the_leads_of_the_window()
    {
        var old = await Lintel.Lead(new { name = "Old", source = "portal" });
        await Lintel.Lead(new { name = "Old too", source = "website" });
        Lintel.Clock.Advance(TimeSpan.FromDays(31));
        var won = await Lintel.Lead(new { name = "Won", phone = "98765432", source = "website", priority = "urgent" });
        await Lintel.Lead(new { name = "High", source = "website", priority = "high" });
        await Lintel.Lead(new { name = "Other", source = "website" });
        await Lintel.Lead(new { name = "Friend", source = "referral", priority = "low" });
        await Lintel.Status(won, "converted");
        await Lintel.Status(old, "converted");

        Arrange.Same(
            """
            {
              "success": true,
              "source_performance": [
                {"source": "website", "total_leads": 3, "converted_leads": 1, "conversion_rate": 33.33, "avg_score": 6.67, "high_priority_leads": 2},
                {"source": "referral", "total_leads": 1, "converted_leads": 0, "conversion_rate": 0, "avg_score": 5, "high_priority_leads": 0}
              ]
            }
            """,
            (await Http.GetJson("/analytics/source-performance")).Body);
    }

    [Fact]
    public async Task Agents_are_compared_with_those_who_have_no_leads_and_those_who_left()
    {
        var (ann, ben, cat) = (await Lintel.Agent("Ann"), await Lintel.Agent("Ben"), await Lintel.Agent("Cat"));
        await Lintel.Lead(new { name = "Old", assigned_agent_id = ben });
        Lintel.Clock.Advance(TimeSpan.FromDays(31));
        var first = await Lintel.Lead(new { name = "First", phone = "98765432", assigned_agent_id = ann });
        var second = await Lintel.Lead(new { name = "Second", assigned_agent_id = ben });
        await Lintel.Lead(new { name = "Third", assigned_agent_id = ben });
        await Http.PutJson($"/leads/{second}", new { assigned_agent_id = ann });
        Lintel.Clock.Advance(TimeSpan.FromHours(1));
        await Lintel.Message(first, Direction.Outbound, automated: true, agentId: ann);
        Lintel.Clock.Advance(TimeSpan.FromHours(0.5));
        await Lintel.Message(first, Direction.Outbound, agentId: ann);
        await Lintel.Message(first, Direction.Inbound, agentId: ann);
        await Lintel.Status(first, "converted");

        // First: name 5, phone 5, three contacts 15, fresh 15. Second: a name. The answer came before the question, and is none to it.
        Arrange.Same(
            $$"""
            {
              "success": true,
              "agent_comparison": [
                {"agent_id": {{ann}}, "name": "Ann", "total_leads": 2, "converted_leads": 1, "conversion_rate": 50, "avg_lead_score": 22.5,
                 "total_interactions": 3, "avg_response_hours": null},
                {"agent_id": {{ben}}, "name": "Ben", "total_leads": 1, "converted_leads": 0, "conversion_rate": 0, "avg_lead_score": 5,
                 "total_interactions": 0, "avg_response_hours": null},
                {"agent_id": {{cat}}, "name": "Cat", "total_leads": 0, "converted_leads": 0, "conversion_rate": 0, "avg_lead_score": null,
                 "total_interactions": 0, "avg_response_hours": null}
              ]
            }
            """,
            (await Http.GetJson("/analytics/agent-comparison")).Body);

        Lintel.Clock.Advance(TimeSpan.FromHours(6));
        await Lintel.Message(first, Direction.Outbound, agentId: ann);
        var answered = (await Http.GetJson("/analytics/agent-comparison"))["agent_comparison"][0]!;
        Assert.Equal((6m, 4), ((decimal)answered["avg_response_hours"]!, (int)answered["total_interactions"]!));
    }

    [Fact]
    public async Task Properties_are_asked_about_by_source_id_or_id_and_a_lead_counts_once()
    {
        var (one, two, three) = (await Lintel.Property("One", "p-1", 20_000), await Lintel.Property("Two", null), await Lintel.Property("Three", "p-3"));
        await Lintel.Lead(new { name = "Old", interested_properties = new[] { "p-3" } });
        Lintel.Clock.Advance(TimeSpan.FromDays(31));
        var both = await Lintel.Lead(new { name = "Both", interested_properties = new[] { "p-1", $"{one}", $"{two}" } });
        await Lintel.Lead(new { name = "Digits", phone = "98765432", interested_properties = new[] { $"{one}" } });
        var gone = await Lintel.Lead(new { name = "Gone", interested_properties = new[] { "p-1" } });
        await Lintel.Lead(new { name = "Nothing we have", interested_properties = new[] { "p-9", "0" } });
        await Http.PutJson($"/leads/{gone}", new { interested_properties = new[] { "p-9" } });
        await Lintel.Status(both, "converted");

        // Both: a name and three references, 11. Digits: a name, a phone and one, 12.
        Arrange.Same(
            $$"""
            {
              "success": true,
              "property_performance": [
                {"property_id": {{one}}, "title": "One", "price": 20000, "area": "Central", "inquiries": 2, "conversions": 1, "conversion_rate": 50,
                 "avg_lead_quality": 11.5},
                {"property_id": {{two}}, "title": "Two", "price": null, "area": "Central", "inquiries": 1, "conversions": 1, "conversion_rate": 100,
                 "avg_lead_quality": 11}
              ]
            }
            """,
            (await Http.GetJson("/analytics/property-performance")).Body);
        Assert.Equal(three, (long)(await Http.GetJson("/analytics/property-performance?days=40"))["property_performance"][2]!["property_id"]!);
    }

    [Fact]
    public async Task The_twenty_most_asked_about_come()
    {
        foreach (var i in Enumerable.Range(1, 22))
        {
            await Lintel.Property($"Flat {i}", $"p-{i}");
        }

        await Lintel.Lead(new { name = "Most", interested_properties = Enumerable.Range(1, 22).Select(i => $"p-{i}") });
        await Lintel.Lead(new { name = "Second", interested_properties = new[] { "p-22" } });

        var titles = (await Http.GetJson("/analytics/property-performance"))["property_performance"].AsArray().Select(p => (string)p!["title"]!);

        Assert.Equal(["Flat 22", .. Enumerable.Range(1, 19).Select(i => $"Flat {i}")], titles);
    }
}
