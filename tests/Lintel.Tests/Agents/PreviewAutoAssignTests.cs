using System.Net;
using System.Text.Json.Nodes;
using Lintel.Tests.Running;

namespace Lintel.Tests.Agents;

/// <summary>What an assignment would come to is told before it happens, by the API and on its page.</summary>
public sealed class PreviewAutoAssignTests : OwnServer
{
    private const string Assign = "/app/agents/assign";

    [Fact]
    public async Task A_dry_run_says_what_then_happens_and_does_nothing()
    {
        await Waiting(5);
        await Lintel.Agent("Amy", maxLeads: 3, more: ("specialization_areas", new[] { "Central" }));
        await Lintel.Agent("Ben", maxLeads: 1);

        var dry = await Http.PostJson("/agents/auto-assign?dry_run=true");

        Assert.Equal((HttpStatusCode.OK, true, 4), (dry.Status, (bool)dry["dry_run"]!, (int)dry["assigned_count"]!));
        Assert.Equal("4 leads would be assigned; 1 lead left, because no agent has room.", (string?)dry["message"]);
        Assert.Equal(5, (int)(await Http.GetJson("/leads?unassigned=true"))["pagination"]["total"]!);

        var run = await Http.PostJson("/agents/auto-assign");

        Assert.True(JsonNode.DeepEquals(dry["assignments"], run["assignments"]), run.Text);
        Assert.False(run.Body!.AsObject().ContainsKey("dry_run"));
    }

    [Fact]
    public async Task A_dry_run_is_true_or_false() =>
        (await Http.PostJson("/agents/auto-assign?dry_run=maybe")).IsProblem(HttpStatusCode.BadRequest, ("dry_run", "must be true or false"));

    [Fact]
    public async Task On_its_page_it_is_seen_done_and_taken_back()
    {
        var leads = await Waiting(2);
        var amy = await Lintel.Agent("Amy", maxLeads: 10);
        var page = await Http.Page(Assign);
        Assert.Contains("Assign 2", page);
        Assert.Contains("2 / 10", page);
        Assert.All(leads, lead => Assert.Contains($"/app/leads/{lead}\"", page));

        var done = await Http.Submit(Assign, Assign, ("_handler", "assign"));

        Assert.Contains("Leads assigned: 2.", done);
        Assert.Equal(2, await Held(amy));
        await Http.Undo(done, "/app/agents");
        Assert.Equal(0, await Held(amy));
        Assert.Contains("No agent has room", await WithoutRoom(amy));
    }

    [Fact]
    public async Task An_agent_is_entered_and_changed_on_the_pages()
    {
        var made = await Http.Submit(
            "/app/agents?new=1", "/app/agents?new=1", ("_handler", "new-agent"), ("name", "Amy"), ("email", "amy@example.com"), ("max_leads", "7"),
            ("specialization_areas", "Central, Wan Chai"), ("is_active", "true"));
        var id = (long)(await Http.GetJson("/agents"))["agents"][0]!["id"]!;
        Assert.Contains("0 / 7", made);
        Assert.Contains("Central, Wan Chai", made);

        var refused = await Http.Submit($"/app/agents/{id}?edit=1", $"/app/agents/{id}?edit=1", ("_handler", "edit-agent"), ("name", ""), ("max_leads", "20000"));

        Assert.Contains("At most 10000.", refused);
        Assert.Equal(7, (int)(await Http.GetJson($"/agents/{id}"))["agent"]["max_leads"]!);
        var saved = await Http.Submit($"/app/agents/{id}?edit=1", $"/app/agents/{id}?edit=1", ("_handler", "edit-agent"), ("max_leads", "9"), ("is_active", "false"));
        Assert.Contains("0 / 9", saved);
        Assert.Contains("Inactive", saved);
    }

    private async Task<List<long>> Waiting(int count)
    {
        var leads = new List<long>();
        for (var i = 0; i < count; i++)
        {
            leads.Add(await Lintel.LeadOfNobody(("preferred_areas", new[] { "Central" })));
        }

        return leads;
    }

    private async Task<int> Held(long agent) => (int)(await Http.GetJson($"/agents/{agent}"))["agent"]["current_leads"]!;

    private async Task<string> WithoutRoom(long agent)
    {
        await Http.PutJson($"/agents/{agent}", new { max_leads = 0 });
        return await Http.Page(Assign);
    }
}
