using System.Net;
using System.Text.Json.Nodes;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Agents;

/// <summary>Each test has a server of its own: a run is about every lead of the agency.</summary>
public sealed class AutoAssignTests : IAsyncLifetime
{
    private readonly LintelServer _lintel = new();

    public ValueTask InitializeAsync() => _lintel.InitializeAsync();

    public ValueTask DisposeAsync() => _lintel.DisposeAsync();

    [Fact]
    public async Task Each_lead_goes_to_the_best_agent_with_the_reason()
    {
        var flat = await Lead(("preferred_areas", new[] { "Mong Kok" }), ("property_type", "apartment"));
        var amy = await _lintel.Agent("Amy", maxLeads: 10, more: [("specialization_areas", new[] { "Mong Kok" }), ("specialization_types", new[] { "apartment" })]);
        await _lintel.Agent("Ben", maxLeads: 10);

        var answer = await _lintel.Http.PostJson("/agents/auto-assign");

        var expected = JsonNode.Parse($$"""
            {
              "assigned_count": 1, "message": "1 lead assigned.", "success": true,
              "assignments": [{
                "lead_id": {{flat}}, "agent_id": {{amy}}, "agent_name": "Amy", "reason": "Mong Kok 20 + apartment 15 + workload 10 + performance 0"
              }]
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, answer.Body), answer.Text);
        var entry = Assert.Single((await _lintel.Http.GetJson($"/leads/{flat}/interactions"))["interactions"].AsArray())!;
        Assert.Equal(
            ("assignment", "Mong Kok 20 + apartment 15 + workload 10 + performance 0", amy),
            ((string?)entry["type"], (string?)entry["message"], (long)entry["agent_id"]!));
        Assert.Equal(amy, (long)(await _lintel.Http.GetJson($"/leads/{flat}"))["lead"]["assigned_agent_id"]!);
    }

    [Fact]
    public async Task The_most_urgent_come_first_and_of_those_the_oldest()
    {
        var first = await Lead(("priority", "medium"));
        var urgent = await Lead(("priority", "urgent"));
        _lintel.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await Lead(("priority", "medium"));
        var high = await Lead(("priority", "high"));
        var low = await Lead(("priority", "low"));
        await _lintel.Agent("Amy", maxLeads: 4);

        var answer = await _lintel.Http.PostJson("/agents/auto-assign");

        Assert.Equal([urgent, high, first, later], Leads(answer));
        Assert.Equal((4, "4 leads assigned; 1 lead left, because no agent has room."), ((int)answer["assigned_count"]!, (string?)answer["message"]));
        Assert.Null((await _lintel.Http.GetJson($"/leads/{low}"))["lead"]["assigned_agent_id"]);
    }

    [Fact]
    public async Task Each_choice_sees_the_load_of_the_ones_before_it()
    {
        for (var i = 0; i < 6; i++)
        {
            await Lead();
        }

        var (amy, ben) = (await _lintel.Agent("Amy", maxLeads: 10), await _lintel.Agent("Ben", maxLeads: 10));

        var answer = await _lintel.Http.PostJson("/agents/auto-assign");

        Assert.Equal([amy, ben, amy, ben, amy, ben], answer["assignments"].AsArray().Select(one => (long)one!["agent_id"]!));
    }

    [Fact]
    public async Task Closed_leads_and_leads_that_somebody_has_are_left_alone()
    {
        var lost = await Lead(("status", "lost"));
        var converted = await Lead(("status", "converted"));
        var amy = await _lintel.Agent("Amy");
        var ben = await _lintel.Agent("Ben");
        var hers = await _lintel.Lead(("assigned_agent_id", amy));

        var answer = await _lintel.Http.PostJson("/agents/auto-assign");

        Assert.Equal((0, "No lead waits for an agent."), ((int)answer["assigned_count"]!, (string?)answer["message"]));
        Assert.Null((await _lintel.Http.GetJson($"/leads/{lost}"))["lead"]["assigned_agent_id"]);
        Assert.Null((await _lintel.Http.GetJson($"/leads/{converted}"))["lead"]["assigned_agent_id"]);
        Assert.Equal(amy, (long)(await _lintel.Http.GetJson($"/leads/{hers}"))["lead"]["assigned_agent_id"]!);
        Assert.Equal(0, (int)(await _lintel.Http.GetJson($"/agents/{ben}"))["agent"]["total_leads"]!);
    }

    [Fact]
    public async Task Without_an_agent_who_has_room_every_lead_stays()
    {
        await Lead();
        await _lintel.Agent("Ina", isActive: false);
        await _lintel.Agent("Nil", maxLeads: 0);

        var answer = await _lintel.Http.PostJson("/agents/auto-assign", "{}");

        Assert.Equal((HttpStatusCode.OK, "0 leads assigned; 1 lead left, because no agent has room."), (answer.Status, (string?)answer["message"]));
        Assert.Empty(answer["assignments"].AsArray());
    }

    [Fact]
    public async Task Runs_at_the_same_time_assign_each_lead_once_and_pass_no_capacity()
    {
        const int leads = 240;
        await Task.WhenAll(Enumerable.Range(0, leads).Select(_ => Lead()));

        var agents = new List<long>();
        for (var i = 0; i < 10; i++)
        {
            agents.Add(await _lintel.Agent($"Agent {i}", maxLeads: 20));
        }

        // While the runs go on, new leads come in that look for an agent too.
        var runs = Enumerable.Range(0, 4).Select(_ => _lintel.Http.PostJson("/agents/auto-assign"));
        var coming = Enumerable.Range(0, 40).Select(i => _lintel.Http.PostJson("/leads", new { name = $"Late {i}" }));
        var answers = await Task.WhenAll(runs.Concat(coming));

        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, answer.Text));
        var given = answers.Where(answer => answer.Body!["assignments"] is not null).SelectMany(Leads).ToList();
        Assert.Equal(given.Count, given.Distinct().Count());
        var held = 0;
        foreach (var agent in agents)
        {
            var current = (int)(await _lintel.Http.GetJson($"/agents/{agent}"))["agent"]["current_leads"]!;
            Assert.Equal(20, current);
            Assert.Equal(current, (int)(await _lintel.Http.GetJson($"/agents/{agent}/leads"))["pagination"]["total"]!);
            held += current;
        }

        Assert.Equal(leads + 40 - held, (int)(await _lintel.Http.GetJson("/leads?unassigned=true"))["pagination"]["total"]!);
    }

    [Fact]
    public async Task Ten_thousand_leads_and_two_hundred_agents_are_one_run()
    {
        const string many = """
            INSERT INTO leads (
                agency_id, name, source, status, priority, score, interested_properties, preferred_areas, tags, created_at, updated_at, contacts,
                furthest_status, version)
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
            SELECT @agency, 'Lead ' || i, 'unknown', 0, i % 4, 5, '[]', '["Central"]', '[]', i, i, 0, 0, 1 FROM n
            RETURNING id
            """;
        await Write(many);
        for (var i = 0; i < 200; i++)
        {
            await _lintel.Agent($"Agent {i}", maxLeads: 50);
        }

        var answer = await _lintel.Http.PostJson("/agents/auto-assign");

        Assert.Equal((10_000, "10000 leads assigned."), ((int)answer["assigned_count"]!, (string?)answer["message"]));
        Assert.Equal(10_000, Leads(answer).Distinct().Count());
    }

    [Fact]
    public async Task A_run_with_an_idempotency_key_is_answered_again_not_done_again()
    {
        await Lead();
        await _lintel.Agent("Amy");
        var first = await _lintel.Http.PostJson("/agents/auto-assign", null, ("Idempotency-Key", "run-1"));
        await _lintel.LeadOfNobody();

        var again = await _lintel.Http.PostJson("/agents/auto-assign", null, ("Idempotency-Key", "run-1"));

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(1, (int)(await _lintel.Http.GetJson("/leads?unassigned=true"))["pagination"]["total"]!);
    }

    [Fact]
    public async Task A_chinese_message_goes_to_who_speaks_chinese_when_all_else_is_equal()
    {
        await _lintel.Agent("Eve", more: [("languages", new[] { "English" })]);
        var chan = await _lintel.Agent("Chan", more: [("languages", new[] { "Cantonese" })]);

        var answer = await _lintel.Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = "+85291110000", message = "請問仲有冇兩房單位出租？" });

        Assert.Equal(chan, (long)answer["lead"]["assigned_agent_id"]!);
    }

    private Task Write(string sql)
    {
        var agency = new Agency { Id = Agency.DefaultId, Name = "", TimeZone = "", Currency = "", Region = "" };
        return _lintel.Store.Write<bool>(
            new Actor(agency, "test"),
            async db => (await db.Sql.List(sql, row => row.Long(), TestContext.Current.CancellationToken)).Count > 0,
            TestContext.Current.CancellationToken);
    }

    private static IEnumerable<long> Leads(WireAnswer answer) => answer["assignments"].AsArray().Select(one => (long)one!["lead_id"]!);

    /// <summary>A lead that comes while there is no agent.</summary>
    private Task<long> Lead(params (string Key, object? Value)[] more) => _lintel.Lead(more);
}
