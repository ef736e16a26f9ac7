using System.Net;
using System.Text.RegularExpressions;
using Lintel.Accounts;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Accounts;

/// <summary>
/// A word is planted in what a caller must not see, everything that they may call is called about everything that there is, and the word must not come
/// out: for an agency beside another one, and for an agent beside a colleague.
/// </summary>
public sealed partial class CanaryTests : ClosedServer
{
    private const string Canary = "Kanarienvogel";

    /// <summary>Tables that belong to no agency, and those that hold what waits to be done.</summary>
    private static readonly string[] OfNoAgency = ["agencies", "users", "sign_in_failures", "passkeys", "used_challenges", "lead_search_pending", "outbox", "shared_keys"];

    [Fact]
    public async Task One_agency_sees_nothing_of_another_and_changes_nothing_there()
    {
        var other = await Agency(Canary);
        await Fill(await Key(Scope.Admin, other, Canary), Canary);
        await SignedIn(await Member(Role.Owner, other, email: $"{Canary}@example.com".ToLowerInvariant()));
        var no = TestDatabase.IsPostgres ? "false" : "0";
        await Lintel.Database.Execute($"""
            INSERT INTO read_marks (agency_id, lead_id, reader_id, read_at) SELECT agency_id, id, 1, 1 FROM leads;
            INSERT INTO erasures (agency_id, lead_id, at, "by") SELECT agency_id, id, 1, '{Canary}' FROM leads;
            INSERT INTO mails (agency_id, "to", subject, text, created_at, attempts, parked_at) VALUES ({other}, '{Canary}', '{Canary}', '{Canary}', 1, 9, 1);
            INSERT INTO mailed_links (agency_id, email, role, token_hash, created_at, expires_at) VALUES ({other}, '{Canary}', 0, '{Canary}', 1, 99999999999999);
            INSERT INTO agency_logos (agency_id, content_type, picture) VALUES ({other}, '{Canary}', '{Canary}');
            INSERT INTO calendar_feeds (agency_id, agent_id, token_hash, language, created_at) SELECT agency_id, id, '', '{Canary}', 1 FROM agents;
            INSERT INTO imports (agency_id, kind, file_name, "by", created_at, state, columns, fields, rows, position, added, changed, refused)
                VALUES ({other}, 0, '{Canary}', '{Canary}', 1, 9, '[]', '[]', 1, 1, 0, 0, 0);
            INSERT INTO consents (agency_id, lead_id, purpose, channel, is_given, at, "by", evidence)
                SELECT agency_id, id, 0, 0, {no}, 1, '{Canary}', '{Canary}' FROM leads;
            INSERT INTO lead_mentions (agency_id, lead_id, kind, value) SELECT agency_id, id, 0, '{Canary}' FROM leads;
            INSERT INTO lead_merges (agency_id, lead_id, merged_lead_id, at, "by", "before", "after", merged, moved)
                SELECT agency_id, id, 99, 1, '{Canary}', '[]', '[]', '[]', '[]' FROM leads;
            INSERT INTO saved_views (agency_id, place, name, query, owner, is_shared, created_at)
                VALUES ({other}, 'leads', '{Canary}', '{Canary}', '{Canary}', {(TestDatabase.IsPostgres ? "true" : "1")}, 1);
            INSERT INTO import_rows (agency_id, import_id, number, cells, problem, is_new)
                SELECT agency_id, id, 1, '["{Canary}"]', '{Canary}', {no} FROM imports;
            """);
        await Lintel.Database.Settle();
        var before = await Content(other);
        Assert.Equal([], before.Where(table => table.Value.Length == 0).Select(table => $"plant something in {table.Key}"));

        var owner = await SignedIn(await Member(Role.Owner));
        var key = await Key(Scope.Admin);
        var seen = (await Calls(owner, _ => true)).Concat(await Calls(key, line => line.Scope is not null)).ToList();

        Assert.Equal([], seen.Where(call => call.Answer.Contains(Canary, StringComparison.OrdinalIgnoreCase)).Select(call => call.Name));
        Assert.Equal([], seen.Where(call => call.IsAboutSomething && call.Status is HttpStatusCode.OK or HttpStatusCode.Created).Select(call => call.Name));
        Assert.Equal(before, await Content(other));
    }

    [Fact]
    public async Task An_agent_sees_their_own_leads_and_figures_and_nobody_elses()
    {
        var boss = await Key(Scope.Admin);
        await Fill(boss, Canary);
        var amy = (long)(await boss.PostJson("/agents", new { name = "Amy", email = "amy@example.com" }))["agent"]["id"]!;
        var mine = (long)(await boss.PostJson("/leads", new { name = "Mine", assigned_agent_id = amy }))["lead"]["id"]!;
        var nobodys = (long)(await boss.PostJson("/leads", new { name = Canary, phone = "+85295556666" }))["lead"]["id"]!;
        await boss.PutJson($"/leads/{nobodys}", new { assigned_agent_id = (long?)null });
        await boss.PostJson($"/leads/{nobodys}/interactions", new { message = Canary });
        await Lintel.Database.Settle();
        var http = await SignedIn(await Member(Role.Agent, agentId: amy));

        Assert.Equal(1, (int)(await http.GetJson("/leads?status=new"))["pagination"]!["total"]!);
        var seen = await Calls(http, line => line.Least == Role.Agent && !line.Path.Contains("/properties", StringComparison.Ordinal));

        Assert.Equal([], seen.Where(call => call.Answer.Contains(Canary, StringComparison.OrdinalIgnoreCase)).Select(call => call.Name));
        Assert.Equal([], seen.Where(call => call.Status >= HttpStatusCode.InternalServerError).Select(call => call.Name));
        Assert.Equal([mine], (await http.GetJson("/leads"))["leads"].AsArray().Select(lead => (long)lead!["id"]!));
        Assert.Equal(1, (int)(await http.GetJson("/leads?status=lost"))["pagination"]!["total"]!);
        Assert.Equal(0, (int)(await http.GetJson($"/leads?q={Canary}"))["pagination"]["total"]!);

        // Of what was said, hers alone is counted: neither a colleague's nor what was said to somebody whom nobody has.
        await http.PostJson($"/leads/{mine}/interactions", new { message = "Hello" });
        var said = await Lintel.Database.Count($"SELECT count(*) FROM interactions WHERE lead_id = {mine} AND type < {(int)Interaction.FirstOfSystem}");
        var figures = (await http.GetJson("/analytics/dashboard"))["metrics"];
        Assert.Equal((1, said), ((int)figures["total_leads"]!, (long)figures["recent_interactions"]!));
        Assert.Equal(1, (int)(await http.GetJson("/analytics/funnel"))["funnel"]["counts"]!["total_leads"]!);
        Assert.Equal([amy], (await http.GetJson("/analytics/agent-comparison"))["agent_comparison"].AsArray().Select(agent => (long)agent!["agent_id"]!));
    }

    /// <summary>One of everything, with a word in every text.</summary>
    private static async Task Fill(HttpClient http, string word)
    {
        async Task<long> Make(string path, string what, object body, params (string, string)[] headers)
        {
            var answer = await http.PostJson(path, body, headers);
            Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
            return (long)answer[what]["id"]!;
        }

        var email = $"{word}@example.com";
        var agent = await Make("/agents", "agent", new { name = word, email, phone = "+85291112222", specialization_areas = new[] { word }, languages = new[] { word } });
        await Make("/properties", "property", new { title = word, source = "28hse", source_id = word, area = word, building_name = word, price = 9_000_000 });
        var lead = await Make(
            "/leads",
            "lead",
            new
            {
                name = word,
                email,
                phone = "+85293334444",
                instagram_handle = word,
                notes = word,
                original_message = word,
                tags = new[] { word },
                preferred_areas = new[] { word },
                interested_properties = new[] { word },
                assigned_agent_id = agent,
                budget_max = 20_000,
                property_type = "apartment",
                next_follow_up_at = "2026-11-24T10:00:00Z",
            },
            ("Idempotency-Key", word));
        await Make($"/leads/{lead}/interactions", "interaction", new { message = word, subject = word, agent_id = agent });
        await Make($"/leads/{lead}/follow-ups", "follow_up", new { due_at = "2026-11-25T10:00:00Z", reason = word });
        await http.PutJson($"/leads/{lead}", new { status = "contacted" });
    }

    private async Task<List<Call>> Calls(HttpClient http, Func<Permission, bool> which)
    {
        var calls = new List<Call>();
        foreach (var line in RoleTable.All.Where(line => !line.IsForAnyone && which(line) && line.Path is not ("/auth/sign-out" or "/app/sign-out" or "/metrics" or "/events") && !(line.Method == "DELETE" && line.Path.StartsWith("/auth", StringComparison.Ordinal))))
        {
            foreach (var id in line.Path.Contains('{', StringComparison.Ordinal) ? Enumerable.Range(1, line.Method == "DELETE" || line.Path.StartsWith("/users", StringComparison.Ordinal) ? 1 : 4) : [1])
            {
                var path = Parameter().Replace(line.Path, id.ToString());
                using var request = new HttpRequestMessage(new HttpMethod(line.Method), path);
                request.Content = line.Method == "GET" ? null
                    : path.StartsWith("/app", StringComparison.Ordinal) ? new FormUrlEncodedContent([KeyValuePair.Create("id", $"{id}")])
                    : new StringContent(Body(id), System.Text.Encoding.UTF8, "application/json");
                using var answer = await http.SendAsync(request, Cancel);
                calls.Add(new($"{line.Method} {path}: {(int)answer.StatusCode}", answer.StatusCode, path != line.Path, await answer.Content.ReadAsStringAsync(Cancel)));
            }
        }

        return calls;
    }

    /// <summary>Says about anything what could be said about it.</summary>
    private static string Body(int id) => $$"""
        {"lead_id": {{id}}, "agent_id": {{id}}, "agency_id": 2, "lead_ids": [{{id}}], "status": "lost", "completed": true, "message": "x", "due_at": "2027-01-01"}
        """;

    /// <summary>All that an agency has, table by table.</summary>
    private async Task<Dictionary<string, string>> Content(long agency)
    {
        var content = new Dictionary<string, string>();
        foreach (var table in (await Lintel.Database.Tables()).Except(OfNoAgency).Where(table => !table.StartsWith("qrtz_", StringComparison.Ordinal)))
        {
            var rows = await Lintel.Database.Rows($"SELECT * FROM \"{table}\" WHERE agency_id = {agency}");
            content[table] = string.Join('\n', rows.Select(row => string.Join('|', row)).Order(StringComparer.Ordinal));
        }

        return content;
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();

    private sealed record Call(string Name, HttpStatusCode Status, bool IsAboutSomething, string Answer);
}
