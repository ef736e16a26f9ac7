using System.Net;
using System.Text.Json.Nodes;
using Lintel.Tests.Running;

namespace Lintel.Tests.Agents;

public sealed class AssignLeadTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    [Fact]
    public async Task A_lead_goes_to_the_agent_that_was_chosen_and_the_timeline_says_so()
    {
        var (amy, ben) = (await lintel.Agent("Amy"), await lintel.Agent("Ben"));
        var lead = await lintel.Lead(("assigned_agent_id", amy));

        var answer = await lintel.Http.PostJson("/agents/assign-lead", new { lead_id = lead, agent_id = ben });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((ben, ben, $"Lead {lead} is now with Ben.", true), (
            (long)answer["lead"]["assigned_agent_id"]!, (long)answer["lead"]["assigned_agent"]!["id"]!, (string?)answer["message"], (bool)answer["success"]));
        var entry = Assert.Single((await lintel.Http.GetJson($"/leads/{lead}/interactions"))["interactions"].AsArray())!;
        Assert.Equal(
            ("assignment", "system", "assigned", "chosen by api", true, ben),
            ((string?)entry["type"], (string?)entry["channel"], (string?)entry["subject"], (string?)entry["message"], (bool)entry["is_automated"]!, (long)entry["agent_id"]!));
        var history = (await lintel.Http.GetJson($"/leads/{lead}/history"))["assignments"].AsArray();
        Assert.Equal([amy, ben], history.Select(step => (long)step!["agent_id"]!));
        Assert.Equal((0, 1), (await Current(amy), await Current(ben)));
    }

    [Fact]
    public async Task It_is_no_contact_and_moves_no_score()
    {
        var amy = await lintel.Agent("Amy");
        var lead = await lintel.LeadOfNobody();
        var before = (await lintel.Http.GetJson($"/leads/{lead}"))["lead"];

        var after = (await lintel.Http.PostJson("/agents/assign-lead", new { lead_id = lead, agent_id = amy }))["lead"];

        Assert.Equal(
            ((int)before["score"]!, (string?)null, "new"),
            ((int)after["score"]!, (string?)after["last_contact_at"], (string?)after["status"]));
    }

    [Fact]
    public async Task Who_has_it_already_keeps_it_and_nothing_changes()
    {
        var amy = await lintel.Agent("Amy", maxLeads: 1);
        var lead = await lintel.Lead(("assigned_agent_id", amy));
        await lintel.Http.PutJson($"/agents/{amy}", new { is_active = false });
        var before = await lintel.Http.GetJson($"/leads/{lead}");

        var answer = await lintel.Http.PostJson("/agents/assign-lead", new { lead_id = lead, agent_id = amy });

        Assert.Equal((HttpStatusCode.OK, $"Lead {lead} is already with Amy."), (answer.Status, (string?)answer["message"]));
        Assert.True(JsonNode.DeepEquals(before["lead"], answer["lead"]));
        Assert.Equal(before.Headers.ETag, (await lintel.Http.GetJson($"/leads/{lead}")).Headers.ETag);
        Assert.Empty((await lintel.Http.GetJson($"/leads/{lead}/interactions"))["interactions"].AsArray());
    }

    [Fact]
    public async Task An_agent_who_is_inactive_or_full_is_a_conflict_and_nothing_changes()
    {
        var (inactive, full, none) = (await lintel.Agent("Ina", isActive: false), await lintel.Agent("Fu", maxLeads: 1), await lintel.Agent("Nil", maxLeads: 0));
        await lintel.Lead(("assigned_agent_id", full));
        var lead = await lintel.LeadOfNobody();
        var before = await lintel.Http.GetJson($"/leads/{lead}");

        await Refuses(inactive, HttpStatusCode.Conflict, ("agent_id", "names Ina, who is inactive"));
        await Refuses(full, HttpStatusCode.Conflict, ("agent_id", "names Fu, who has no room for another lead"));
        await Refuses(none, HttpStatusCode.Conflict, ("agent_id", "names Nil, who has no room for another lead"));

        Assert.Equal(before.Text, (await lintel.Http.GetJson($"/leads/{lead}")).Text);

        async Task Refuses(long agent, HttpStatusCode status, params (string, string)[] errors) =>
            (await lintel.Http.PostJson("/agents/assign-lead", new { lead_id = lead, agent_id = agent })).IsProblem(status, errors);
    }

    [Fact]
    public async Task A_lead_or_an_agent_that_does_not_exist_is_not_found()
    {
        var (lead, agent) = (await lintel.Lead(), await lintel.Agent());

        foreach (var none in (long[])[999_999, 0, -5, long.MaxValue])
        {
            (await lintel.Http.PostJson("/agents/assign-lead", new { lead_id = none, agent_id = agent })).IsProblem(HttpStatusCode.NotFound);
            (await lintel.Http.PostJson("/agents/assign-lead", new { lead_id = lead, agent_id = none })).IsProblem(HttpStatusCode.NotFound);
        }
    }

    [Theory]
    [InlineData("{}", "lead_id", "is required", "agent_id", "is required")]
    [InlineData("""{"lead_id": null, "agent_id": "1"}""", "lead_id", "is required", "agent_id", "must be a whole number")]
    [InlineData("""{"lead_id": 1.5, "agent_id": [1]}""", "lead_id", "must be a whole number", "agent_id", "must be a whole number")]
    [InlineData("""{"lead_id": 1e30, "agent_id": true}""", "lead_id", "must be a whole number", "agent_id", "must be a whole number")]
    [InlineData("""{"lead_id": "\ud800", "agent_id": {}}""", "lead_id", "must be a whole number", "agent_id", "must be a whole number")]
    public async Task What_is_missing_or_no_number_is_named(string body, string field, string problem, string otherField, string otherProblem)
    {
        var answer = await lintel.Http.PostJson("/agents/assign-lead", body);

        answer.IsProblem(HttpStatusCode.BadRequest, Sorted((field, problem), (otherField, otherProblem), answer));
    }

    [Fact]
    public async Task Fifty_at_once_never_take_an_agent_past_what_it_may_hold()
    {
        var amy = await lintel.Agent("Amy", maxLeads: 3);
        var leads = new List<long>();
        for (var i = 0; i < 50; i++)
        {
            leads.Add(await lintel.LeadOfNobody(("status", "qualified")));
        }

        var answers = await Task.WhenAll(leads.Select(lead => lintel.Http.PostJson("/agents/assign-lead", new { lead_id = lead, agent_id = amy })));

        Assert.Equal(3, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Equal(47, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
        Assert.Equal(3, await Current(amy));
        Assert.Equal(3, (int)(await lintel.Http.GetJson($"/agents/{amy}/leads"))["pagination"]["total"]!);
    }

    [Fact]
    public async Task Two_who_want_one_lead_for_two_agents_leave_it_with_one()
    {
        var agents = new[] { await lintel.Agent("One"), await lintel.Agent("Two") };
        var lead = await lintel.LeadOfNobody();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => lintel.Http.PostJson("/agents/assign-lead", new { lead_id = lead, agent_id = agents[i % 2] })));

        Assert.Equal(1, await Current(agents[0]) + await Current(agents[1]));
    }

    /// <summary>Required fields are named after the wrong ones.</summary>
    private static (string, string)[] Sorted((string Field, string Problem) one, (string Field, string Problem) other, WireAnswer answer) =>
        [.. answer["errors"].AsObject().Select(error => error.Key == one.Field ? one : other)];

    private async Task<int> Current(long agent) => (int)(await lintel.Http.GetJson($"/agents/{agent}"))["agent"]["current_leads"]!;
}
