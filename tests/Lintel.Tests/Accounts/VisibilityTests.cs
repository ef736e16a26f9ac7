using System.Net;
using Lintel.Data;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Accounts;

/// <summary>What an agent may do with which leads.</summary>
public sealed class VisibilityTests : ClosedServer
{
    [Fact]
    public async Task An_agent_works_on_their_own_leads_and_the_others_are_not_there()
    {
        var (boss, amy, agent) = await AmyAndBob();
        var (mine, bobs, nobodys) = (await Lead(boss, amy), await Lead(boss, amy + 1), await Lead(boss, null));

        Assert.Equal(HttpStatusCode.OK, (await agent.PutJson($"/leads/{mine}", new { status = "contacted" })).Status);
        Assert.Equal(HttpStatusCode.Created, (await agent.PostJson($"/leads/{mine}/interactions", new { message = "Hello" })).Status);
        var followUp = (long)(await boss.PostJson($"/leads/{bobs}/follow-ups", new { due_at = "2027-01-01" }))["follow_up"]["id"]!;
        foreach (var hidden in new[] { bobs, nobodys })
        {
            (await agent.GetJson($"/leads/{hidden}")).IsProblem(HttpStatusCode.NotFound);
            (await agent.PutJson($"/leads/{hidden}", new { status = "lost" })).IsProblem(HttpStatusCode.NotFound);
            (await agent.PostJson($"/leads/{hidden}/interactions", new { message = "Hello" })).IsProblem(HttpStatusCode.NotFound);
            (await agent.PostJson($"/leads/{hidden}/follow-ups", new { due_at = "2027-01-01" })).IsProblem(HttpStatusCode.NotFound);
        }

        (await agent.PutJson($"/follow-ups/{followUp}", new { completed = true })).IsProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_an_agent_enters_is_theirs_and_stays_theirs()
    {
        var (boss, amy, agent) = await AmyAndBob();
        await boss.PostJson("/leads", new { name = "Ken", phone = "91234567", assigned_agent_id = amy + 1 });

        var made = await agent.PostJson("/leads", new { name = "New" });
        Assert.Equal(amy, (long)made["lead"]["assigned_agent_id"]!);
        var path = $"/leads/{made["lead"]["id"]}";
        (await agent.PostJson("/leads", new { name = "New", assigned_agent_id = amy + 1 })).IsProblem(HttpStatusCode.Forbidden);
        (await agent.PutJson(path, new { assigned_agent_id = amy + 1 })).IsProblem(HttpStatusCode.Forbidden);
        (await agent.PutJson(path, new { assigned_agent_id = (long?)null })).IsProblem(HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.OK, (await agent.PutJson(path, new { assigned_agent_id = amy })).Status);
        (await agent.PostJson("/leads", new { phone = "+85291234567" })).IsProblem(
            HttpStatusCode.Conflict, ("phone", "already belongs to a lead of somebody else"));
    }

    [Fact]
    public async Task Where_the_agency_allows_it_agents_see_what_nobody_has_and_take_it()
    {
        var (boss, amy, agent) = await AmyAndBob();
        var (nobodys, bobs) = (await Lead(boss, null), await Lead(boss, amy + 1));
        Assert.Equal(HttpStatusCode.OK, (await (await Key(Scope.Admin)).PutJson("/agency", new { agents_see_unassigned = true })).Status);

        Assert.Equal([nobodys], (await agent.GetJson("/leads"))["leads"].AsArray().Select(lead => (long)lead!["id"]!));
        Assert.Equal(1, (int)(await agent.GetJson("/leads?status=new"))["pagination"]["total"]!);
        Assert.Equal(HttpStatusCode.OK, (await agent.PutJson($"/leads/{nobodys}", new { assigned_agent_id = amy })).Status);
        (await agent.GetJson($"/leads/{bobs}")).IsProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_agent_hears_of_what_they_see_and_one_without_a_record_of_nothing()
    {
        var (boss, amy, agent) = await AmyAndBob();
        var bobs = await Lead(boss, amy + 1);
        await using var heard = await EventStream.Open(agent);
        await using var silent = await EventStream.Open(await SignedIn(await Member(Role.Agent)));
        var end = silent.Next();

        await boss.PutJson($"/leads/{bobs}", new { assigned_agent_id = (long?)null });
        await boss.PutJson($"/leads/{bobs}", new { status = "contacted" });
        var hers = await Lead(boss, amy);

        Assert.Equal(hers, (long)(await heard.Next())!.Value.Data["lead_id"]!);
        await Lintel.Restart();
        Assert.Null(await end);
    }

    [Fact]
    public async Task What_an_agent_asked_is_not_answered_with_what_a_manager_was_told()
    {
        var (boss, amy, agent) = await AmyAndBob();
        await Lead(boss, amy + 1);

        Assert.Equal((1, 0), (Total(await boss.GetJson("/leads")), Total(await agent.GetJson("/leads"))));

        static int Total(WireAnswer answer) => (int)answer["pagination"]["total"]!;
    }

    [Fact]
    public async Task Every_statement_of_every_order_and_filter_reads_the_same_for_an_agent_who_has_all()
    {
        var (boss, amy, agent) = await AmyAndBob();
        for (var i = 0; i < 3; i++)
        {
            await boss.PostJson("/leads", new { name = "Ken " + i, tags = new[] { "vip" }, preferred_areas = new[] { "Central" }, assigned_agent_id = amy });
        }

        foreach (var query in new[]
        {
            "", "?sort=-score", "?sort=name", "?sort=last_contact_at", "?sort=-updated_at", "?sort=next_follow_up_at", "?q=ken", "?tag=vip", "?area=central",
            "?status=new&min_score=1", "?created_from=2020-01-01", "?unassigned=true",
        })
        {
            Assert.Equal((await boss.GetJson("/leads" + query)).Text, (await agent.GetJson("/leads" + query)).Text);
        }

        foreach (var path in new[] { "funnel", "leads-trend", "source-performance", "lead-scoring", "property-performance", "response-times" })
        {
            Assert.Equal((await boss.GetJson("/analytics/" + path)).Text, (await agent.GetJson("/analytics/" + path)).Text);
        }
    }

    [Fact]
    public async Task Every_table_about_leads_is_narrowed()
    {
        var narrowed = SeenByAgent.OfLead.Concat(SeenByAgent.Otherwise).ToList();
        var forgotten = new List<string>();
        foreach (var table in (await Lintel.Database.Tables()).Where(table => !table.StartsWith("lead_search", StringComparison.Ordinal)))
        {
            var isAboutLeads = table.StartsWith("lead", StringComparison.Ordinal) || await HasLead(table);
            forgotten.AddRange(isAboutLeads && !narrowed.Contains(table) ? [table] : []);
        }

        Assert.Equal([], forgotten);

        async Task<bool> HasLead(string table) => TestDatabase.IsPostgres
            ? await Lintel.Database.Count($"SELECT count(*) FROM information_schema.columns WHERE table_name = '{table}' AND column_name = 'lead_id'") > 0
            : await Lintel.Database.Count($"SELECT count(*) FROM pragma_table_info('{table}') WHERE name = 'lead_id'") > 0;
    }

    private static async Task<long> Lead(HttpClient boss, long? agent)
    {
        var lead = (long)(await boss.PostJson("/leads", new { name = "Somebody", assigned_agent_id = agent }))["lead"]["id"]!;
        await boss.PutJson($"/leads/{lead}", new { assigned_agent_id = agent });
        return lead;
    }

    private async Task<(HttpClient Boss, long Amy, HttpClient Agent)> AmyAndBob()
    {
        var boss = await Key(Scope.Write);
        var amy = (long)(await boss.PostJson("/agents", new { name = "Amy", email = "amy@example.com" }))["agent"]["id"]!;
        await boss.PostJson("/agents", new { name = "Bob", email = "bob@example.com" });
        return (boss, amy, await SignedIn(await Member(Role.Agent, agentId: amy)));
    }
}
