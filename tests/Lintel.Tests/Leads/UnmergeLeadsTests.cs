using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Leads;

/// <summary>Leads that were joined more than once, and are taken apart again.</summary>
public sealed class UnmergeLeadsTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    // All that hangs on a lead or is counted from leads; a lead's version and the moment of its last change are no part of what is brought back.
    private static readonly string[] Whole =
    [
        "SELECT id, name, status, priority, assigned_agent_id, notes, tags, preferred_areas, budget_min, budget_max, bedrooms, score, understood FROM leads",
        "SELECT agent_id, status, priority, source, sum(leads) FROM lead_counts GROUP BY 1, 2, 3, 4 HAVING sum(leads) <> 0",
        "SELECT status, score, sum(leads) FROM lead_scores GROUP BY 1, 2 HAVING sum(leads) <> 0",
        "SELECT day, furthest_status, sum(leads), sum(answered), sum(response_seconds) FROM lead_days GROUP BY 1, 2 HAVING sum(leads) <> 0",
        "SELECT id, open_leads, total_leads, converted_leads FROM agents",
        "SELECT kind, value, lead_id FROM lead_identities", "SELECT id, lead_id FROM interactions", "SELECT id, lead_id FROM follow_ups",
        "SELECT id, lead_id FROM lead_status_changes", "SELECT id, lead_id FROM lead_assignments", "SELECT id, lead_id FROM lead_mentions",
        "SELECT reader_id, lead_id, read_at FROM read_marks",
    ];

    [Fact]
    public async Task Two_that_one_was_joined_with_come_back_the_last_first()
    {
        var (a, b, c) = await Three("620001");
        var apart = await State();
        await Merge(a, b);
        var withB = await State();
        await Merge(a, c);

        Same(c, await Unmerge(a));
        Assert.Equal(withB, await State());
        Same(b, await Unmerge(a));
        Assert.Equal(apart, await State());
        await Refused(a, HttpStatusCode.Conflict);
        Assert.Equal(apart, await State());
    }

    [Fact]
    public async Task A_chain_comes_back_from_its_end_and_from_nowhere_else()
    {
        var (a, b, c) = await Three("620002");
        var apart = await State();
        await Merge(a, b);
        var withB = await State();
        await Merge(c, a);
        var chained = await State();

        foreach (var gone in new[] { a, b })
        {
            Assert.Equal(c, (long)(await lintel.Http.GetJson($"/leads/{gone}"))["merged_into"]);
            await Refused(gone, HttpStatusCode.NotFound);
            (await lintel.Http.PostJson($"/leads/{gone}/merge", new { lead_id = c })).IsProblem(HttpStatusCode.NotFound);
            (await lintel.Http.PostJson($"/leads/{c}/merge", new { lead_id = gone }))
                .IsProblem(HttpStatusCode.BadRequest, ("lead_id", $"names lead {gone}, which does not exist"));
        }

        Assert.Equal(chained, await State());
        Same(a, await Unmerge(c));
        Assert.Equal(withB, await State());
        await Refused(c, HttpStatusCode.Conflict);
        Same(b, await Unmerge(a));
        Assert.Equal(apart, await State());
    }

    [Fact]
    public async Task What_was_taken_apart_can_be_joined_again_the_other_way_round()
    {
        var (a, b, _) = await Three("620003");
        var apart = await State();
        foreach (var (stays, goes) in new[] { (a, b), (a, b), (b, a) })
        {
            await Merge(stays, goes);
            Same(goes, await Unmerge(stays));
            Assert.Equal(apart, await State());
        }
    }

    /// <summary>Three leads with an agent, a history and readers, all unlike each other.</summary>
    private async Task<(long A, long B, long C)> Three(string number)
    {
        await lintel.Http.PostJson("/agents", new { name = number, email = $"{number}@example.com", max_leads = 30 });
        var leads = new List<long>();
        foreach (var (digit, message) in new[] { (1, "TST 1br 20k"), (2, "太古城三房，預算四萬，急"), (3, "buy a house in Sai Kung, 20M, call 61234567") })
        {
            lintel.Clock.Advance(TimeSpan.FromMinutes(1));
            var written = await lintel.Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = $"+852{number}0{digit}", message, name = $"Name {digit}" });
            var lead = (long)written["lead"]["id"]!;
            await lintel.Http.PutJson($"/leads/{lead}", new { tags = new[] { $"tag-{digit}" }, notes = digit == 2 ? null : $"Note {digit}" });
            await lintel.Http.PostJson($"/leads/{lead}/interactions", new { type = "call", message = "Saturday", outcome = digit == 2 ? "viewing_scheduled" : "interested" });
            await lintel.Database.Execute($"INSERT INTO read_marks (agency_id, reader_id, lead_id, read_at) VALUES (1, 0, {lead}, {digit}), (1, {digit}, {lead}, 5)");
            leads.Add(lead);
        }

        return (leads[0], leads[1], leads[2]);
    }

    private async Task Merge(long stays, long goes) =>
        Assert.Equal(HttpStatusCode.OK, (await lintel.Http.PostJson($"/leads/{stays}/merge", new { lead_id = goes })).Status);

    private async Task<WireAnswer> Unmerge(long lead) => await lintel.Http.PostJson($"/leads/{lead}/unmerge");

    private static void Same(long back, WireAnswer answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(back, (long)answer["unmerged_lead"]["id"]!);
    }

    private async Task Refused(long lead, HttpStatusCode status) => (await Unmerge(lead)).IsProblem(status);

    private async Task<List<string>> State()
    {
        var state = new List<string>();
        foreach (var sql in Whole)
        {
            state.AddRange((await lintel.Database.Rows(sql)).Select(row => sql[^20..] + string.Join('|', row)).Order(StringComparer.Ordinal));
        }

        return state;
    }
}
