using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Audit;

public sealed class AuditTests : OwnServer
{
    [Fact]
    public async Task A_change_of_a_lead_is_kept_with_who_where_and_what()
    {
        var id = await Lintel.Lead(("budget_min", 10_000));
        Lintel.Clock.Advance(TimeSpan.FromMinutes(1));
        await Http.PutJson($"/leads/{id}", new { status = "qualified", budget_min = 12_000, tags = new[] { "vip" }, notes = "陳先生" }, ("X-Correlation-Id", "call-2"));

        var answer = await Http.GetJson($"/audit?entity=lead&entity_id={id}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["changed", "created"], answer["entries"].AsArray().Select(entry => (string?)entry!["action"]));
        var changed = answer["entries"][0]!.AsObject();
        changed.Remove("id");
        Assert.Equal(
            $$$"""{"at":"2026-11-23T01:46:00.000Z","actor":"api","user_id":null,"key_id":null,"address":"127.0.0.1","trace_id":"call-2","action":"changed","entity":"lead","entity_id":{{{id}}},"before":{"status":"new","budget_min":10000,"tags":[],"notes":null},"after":{"status":"qualified","budget_min":12000,"tags":["vip"],"notes":"陳先生"}}""",
            changed.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal("""{"page":1,"per_page":20,"total":2,"pages":1,"has_next":false,"has_prev":false}""", answer["pagination"].ToJsonString());
    }

    [Fact]
    public async Task What_only_follows_and_what_changes_nothing_is_not_kept()
    {
        var id = await Lintel.Lead(("status", "contacted"));
        await Lintel.Interaction(id, ("message", "Hello"));
        await Http.PutJson($"/leads/{id}", new { status = "contacted" });

        Assert.Equal(["created"], await Actions($"?entity=lead&entity_id={id}"));
    }

    [Fact]
    public async Task What_was_refused_is_not_said_to_have_happened()
    {
        var id = await Lintel.Lead();
        await Http.PutJson($"/leads/{id}", new { status = "qualified", budget_min = -1 });

        Assert.Equal(["created"], await Actions($"?entity=lead&entity_id={id}"));
    }

    [Fact]
    public async Task Every_way_of_giving_a_lead_to_somebody_is_an_assignment()
    {
        var waiting = await Lintel.LeadOfNobody();
        var known = await Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = "+85291234567", message = "Hi" });
        var asked = (long)known["lead"]["id"]!;
        var agent = await Lintel.Agent();
        await Http.PostJson("/agents/assign-lead", new { lead_id = asked, agent_id = agent });
        await Http.PostJson("/agents/auto-assign");

        var entries = (await Http.GetJson("/audit?action=assigned"))["entries"].AsArray();

        Assert.Equal(
            [(waiting, $$"""{"assigned_agent_id":{{agent}}}"""), (asked, $$"""{"assigned_agent_id":{{agent}}}""")],
            entries.Select(entry => ((long)entry!["entity_id"]!, entry["after"]!.ToJsonString())));
        Assert.All(entries, entry => Assert.Equal("""{"assigned_agent_id":null}""", entry!["before"]!.ToJsonString()));
    }

    [Fact]
    public async Task Whoever_takes_the_data_out_is_kept()
    {
        await Http.GetJson("/analytics/export?days=7&format=csv");

        var entry = (await Http.GetJson("/audit?action=exported"))["entries"].AsArray().Single()!;

        Assert.Equal(("export", null, """{"days":7,"format":"csv"}"""), ((string?)entry["entity"], entry["entity_id"], entry["after"]!.ToJsonString()));
    }

    [Fact]
    public async Task It_is_asked_by_record_caller_kind_and_time()
    {
        var first = await Lintel.Lead();
        Lintel.Clock.Advance(TimeSpan.FromHours(1));
        var second = await Lintel.Lead();
        await Http.PutJson($"/leads/{second}", new { notes = "x" });

        Assert.Equal([second, second, first], await Leads(""));
        Assert.Equal([first], await Leads($"?entity_id={first}"));
        Assert.Equal([second], await Leads("?action=changed"));
        Assert.Equal([second, second, first], await Leads("?actor=api"));
        Assert.Empty(await Leads("?actor=nobody"));
        Assert.Equal([first], await Leads("?to=2026-11-23T02:00:00Z"));
        Assert.Equal([second, second], await Leads("?from=2026-11-23T02:00:00Z"));
        Assert.Equal([second], await Leads("?page=2&per_page=1"));
    }

    [Theory]
    [InlineData("entity", "lead,user", "must be one")]
    [InlineData("entity", "l e a d", "must be 1 to 50 lower-case letters, digits, - or _")]
    [InlineData("entity_id", "0", "must be a whole number from 1 to 2147483647")]
    [InlineData("from", "yesterday", "must be a time (RFC 3339, such as 2026-11-23T09:45:00+08:00)")]
    [InlineData("to", "never", "must be a time (RFC 3339, such as 2026-11-23T09:45:00+08:00)")]
    [InlineData("page", "0", "must be a whole number of at least 1")]
    public async Task A_filter_that_is_none_is_named(string field, string value, string problem) =>
        (await Http.GetJson($"/audit?{field}={value}")).IsProblem(HttpStatusCode.BadRequest, (field, problem));

    [Theory]
    [InlineData("DELETE FROM audit_entries")]
    [InlineData("UPDATE audit_entries SET actor = 'nobody'")]
    [InlineData("UPDATE audit_entries SET \"before\" = NULL")]
    [InlineData("UPDATE audit_entries SET entity = 'lead', entity_id = 2")]
    public async Task Nobody_changes_what_it_says_not_even_past_the_program(string sql)
    {
        await Lintel.Lead();
        await Lintel.Database.Execute("INSERT INTO erasures (agency_id, lead_id, at, \"by\") VALUES (1, 2, 0, 'x')");

        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Lintel.Database.Execute(sql));

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM erasures")]
    [InlineData("UPDATE erasures SET lead_id = 9")]
    public async Task What_was_erased_stays_erased(string sql)
    {
        await Lintel.Database.Execute("INSERT INTO erasures (agency_id, lead_id, at, \"by\") VALUES (1, 2, 0, 'x')");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Lintel.Database.Execute(sql));
    }

    private async Task<IEnumerable<string?>> Actions(string query) =>
        (await Http.GetJson("/audit" + query))["entries"].AsArray().Select(entry => (string?)entry!["action"]);

    private async Task<IEnumerable<long>> Leads(string query) =>
        (await Http.GetJson("/audit" + query))["entries"].AsArray().Select(entry => (long)entry!["entity_id"]!);
}
