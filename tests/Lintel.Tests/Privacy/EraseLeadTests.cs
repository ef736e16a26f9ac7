using System.Net;
using Lintel.Privacy;
using Lintel.Tests.Running;

namespace Lintel.Tests.Privacy;

public sealed class EraseLeadTests : OwnServer
{
    // Not a word of anything else.
    private const string Canary = "zqxv";
    private const string Digits = "91237654";

    [Fact]
    public async Task An_erased_person_is_in_no_table_any_more_and_the_figures_stay()
    {
        var id = await Person();
        var other = await Lintel.Lead(("notes", "Somebody else"));
        var before = await Figures();

        var answer = await Http.PostJson($"/leads/{id}/erase");
        await Lintel.Database.Settle();

        Arrange.Same($$"""{"success": true, "lead_id": {{id}}, "erased_at": "2026-11-23T01:45:00.000Z"}""", answer.Body);
        foreach (var table in await Lintel.Database.Tables())
        {
            Assert.DoesNotContain(await Lintel.Database.Content(table), Knows);
        }

        Assert.Equal(before, await Figures());
        Assert.Equal(0, (int)(await Http.GetJson($"/leads?q={Canary}"))["pagination"]["total"]!);
        Assert.Equal("Somebody else", (string?)(await Http.GetJson($"/leads/{other}"))["lead"]["notes"]);
    }

    [Fact]
    public async Task What_was_wanted_and_when_stays()
    {
        var id = await Person();

        await Http.PostJson($"/leads/{id}/erase");
        var lead = (await Http.GetJson($"/leads/{id}"))["lead"];

        Assert.Equal(("lost", "referral", 20_000, "Central"), ((string?)lead["status"], (string?)lead["source"], (int?)lead["budget_min"], (string?)lead["preferred_areas"]![0]));
        Assert.All(new[] { "name", "phone", "email", "instagram_handle", "whatsapp_number", "original_message", "notes", "next_follow_up_at" }, field => Assert.Null(lead[field]));
        Assert.Equal(2, (await Http.GetJson($"/leads/{id}/interactions"))["interactions"].AsArray().Count(entry => (string?)entry!["type"] != "status_change"));
    }

    [Fact]
    public async Task The_audit_says_that_and_who_and_no_longer_what()
    {
        var id = await Person();
        await Http.PutJson($"/leads/{id}", new { name = $"{Canary} 2", budget_min = 30_000 });
        await Http.PostJson($"/leads/{id}/erase");

        var entries = (await Http.GetJson($"/audit?entity=lead&entity_id={id}"))["entries"].AsArray();

        Assert.Equal("erased", (string?)entries[0]!["action"]);
        var changed = entries.Single(entry => entry!["after"]?["budget_min"] is not null)!;
        Assert.Equal("""{"name":null,"budget_min":30000}""", changed["after"]!.ToJsonString());
        Assert.Equal("""{"name":null,"budget_min":20000}""", changed["before"]!.ToJsonString());
    }

    [Fact]
    public async Task Erased_twice_is_erased_once_and_nobody_is_404()
    {
        var id = await Person();
        var first = await Http.PostJson($"/leads/{id}/erase");
        Lintel.Clock.Advance(TimeSpan.FromHours(1));
        var second = await Http.PostJson($"/leads/{id}/erase");

        Assert.Equal(first.Text, second.Text);
        (await Http.PostJson("/leads/9000/erase")).IsProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_same_call_again_acts_no_second_time_and_tells_nothing()
    {
        var body = new { name = Canary, phone = Digits };
        var id = (long)(await Http.PostJson("/leads", body, ("Idempotency-Key", "k1")))["lead"]["id"]!;
        await Http.PostJson($"/leads/{id}/erase");

        var again = await Http.PostJson("/leads", body, ("Idempotency-Key", "k1"));

        Assert.Equal((HttpStatusCode.Created, """{"success":true,"erased":true}"""), (again.Status, again.Text));
        Assert.Equal(1, (int)(await Http.GetJson("/leads"))["pagination"]["total"]!);
    }

    [Fact]
    public async Task The_person_may_come_back_as_somebody_new()
    {
        var first = await Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = Digits, message = "Hi" });
        await Http.PostJson($"/leads/{(long)first["lead"]["id"]!}/erase");

        var second = await Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = Digits, message = "Hi" });

        Assert.Equal((HttpStatusCode.Created, true), (second.Status, (bool)second["is_new_lead"]));
    }

    [Fact]
    public async Task Nothing_is_written_about_an_erased_person_any_more()
    {
        var (id, other) = (await Person(), await Lintel.Lead(("name", "Somebody else")));
        var (promise, planned) = ((long)(await Http.GetJson($"/leads/{id}/follow-ups"))["follow_ups"]![0]!["id"]!, await Lintel.Interaction(id, ("type", "viewing"), ("scheduled_at", "2026-12-02T02:00:00Z")));
        await Http.PostJson($"/leads/{id}/erase");
        var (before, rows) = ((await Http.GetJson($"/leads/{id}")).Text, await Held());

        (HttpMethod Method, string Path, object Body)[] writes =
        [
            (HttpMethod.Put, $"/leads/{id}", new { notes = Canary }),
            (HttpMethod.Put, $"/leads/{id}", new { status = "new" }),
            (HttpMethod.Post, $"/leads/{id}/interactions", new { message = Canary }),
            (HttpMethod.Post, $"/leads/{id}/follow-ups", new { due_at = "2026-12-01T00:00:00Z", note = Canary }),
            (HttpMethod.Put, $"/follow-ups/{promise}", new { note = Canary }),
            (HttpMethod.Post, $"/leads/{id}/consents", new { purpose = "service", channel = "phone", given = true, evidence = Canary }),
            (HttpMethod.Post, $"/leads/{id}/merge", new { lead_id = other }),
            (HttpMethod.Post, $"/leads/{other}/merge", new { lead_id = id }),
        ];
        foreach (var (method, path, body) in writes)
        {
            var refused = await Http.SendJson(method, path, body);
            refused.IsProblem(HttpStatusCode.Conflict);
            Assert.Equal(
                $"The person behind lead {id} was erased. The lead is kept for the figures, and nothing more is written about it.", (string?)refused["detail"]);
        }

        Assert.Equal((before, rows), ((await Http.GetJson($"/leads/{id}")).Text, await Held()));
        Assert.Equal(HttpStatusCode.OK, (await Http.PutJson($"/interactions/{planned}", new { done = true })).Status);
        Assert.Equal(HttpStatusCode.OK, (await Http.GetJson($"/leads/{id}/personal-data")).Status);
    }

    [Fact]
    public async Task The_page_says_that_they_were_erased_and_offers_nothing_to_write()
    {
        var id = await Person();
        var (path, cancel) = ($"/app/leads/{id}?edit=1&erase=1", TestContext.Current.CancellationToken);
        var known = await Http.GetStringAsync(path, cancel);
        await Http.PostJson($"/leads/{id}/erase");

        var page = await Http.GetStringAsync(path, cancel);

        Assert.Contains("The person was erased.", page, StringComparison.Ordinal);
        Assert.All(
            ["class=\"composer\"", "form=\"change\"", "id=\"edit-lead\"", "id=\"erase-lead\""],
            control => Assert.Equal((true, false), (known.Contains(control, StringComparison.Ordinal), page.Contains(control, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_restored_copy_from_before_is_erased_again()
    {
        var id = await Person();
        await Http.PostJson($"/leads/{id}/erase");
        var erased = await Erasures.All(Lintel.Store, TestContext.Current.CancellationToken);
        await using var older = new LintelServer();
        await older.InitializeAsync();
        var theirs = await Person(older);

        await Erasures.Reapply(older.Store, erased, TestContext.Current.CancellationToken);
        await older.Database.Settle();

        Assert.Equal(id, theirs);
        foreach (var table in await older.Database.Tables())
        {
            Assert.DoesNotContain(await older.Database.Content(table), Knows);
        }

        Assert.Equal(
            erased.Select(erasure => (erasure.AgencyId, erasure.LeadId, erasure.At, erasure.By)),
            (await Erasures.All(older.Store, TestContext.Current.CancellationToken)).Select(erasure => (erasure.AgencyId, erasure.LeadId, erasure.At, erasure.By)));
    }

    [Fact]
    public async Task Everything_held_on_a_person_is_one_file()
    {
        var id = await Person();

        var answer = await Http.GetJson($"/leads/{id}/personal-data");
        var data = answer["personal_data"];

        Assert.Equal(
            [("phone", $"+852{Digits}"), ("email", $"{Canary}@example.com"), ("instagram_handle", $"@{Canary}")],
            data["identities"]!.AsArray().Select(identity => ((string?)identity!["kind"], (string?)identity["value"])));
        Assert.Equal((await Http.GetJson($"/leads/{id}"))["lead"].ToJsonString(), data["lead"]!.ToJsonString());
        Assert.Equal((await Http.GetJson($"/leads/{id}/interactions"))["interactions"].ToJsonString(), data["interactions"]!.ToJsonString());
        Assert.Equal(Canary + " call", (string?)data["follow_ups"]![0]!["note"]);
        Assert.Equal(["exported", "created"], data["audit"]!.AsArray().Select(entry => (string?)entry!["action"]).Where(action => action is "exported" or "created"));
        (await Http.GetJson("/leads/9000/personal-data")).IsProblem(HttpStatusCode.NotFound);
    }

    private Task<long> Person() => Person(Lintel);

    private static async Task<long> Person(LintelServer lintel)
    {
        var id = await lintel.Lead(
            ("name", $"{Canary} Chan"), ("phone", Digits), ("email", $"{Canary}@example.com"), ("instagram_handle", Canary), ("source", "referral"),
            ("source_post_id", Canary), ("original_message", $"I am {Canary}"), ("notes", $"{Canary} prefers calls"), ("tags", new[] { Canary }),
            ("budget_min", 20_000), ("preferred_areas", new[] { "Central" }));
        await lintel.Interaction(
            id, ("message", $"Hello {Canary}"), ("subject", Canary), ("attachments", new[] { $"https://files.example.com/{Canary}.pdf" }), ("outcome", Canary), ("next_action", Canary));
        await lintel.Interaction(id, ("message", "See you"), ("outcome", "viewing_scheduled"));
        await lintel.Http.PostJson($"/leads/{id}/follow-ups", new { due_at = "2026-12-01T00:00:00Z", note = Canary + " call" }, ("Idempotency-Key", "k0"));
        await lintel.Http.PostJson($"/leads/{id}/consents", new { purpose = "service", channel = "phone", given = true, evidence = $"{Canary} said so" });
        await lintel.Database.Execute($"""
            INSERT INTO imports (id, agency_id, kind, file_name, "by", created_at, state, columns, fields, rows, position, added, changed, refused)
                VALUES (1, 1, 0, 'leads.csv', 'api', 0, 0, '[]', '[]', 1, 1, 1, 0, 0);
            INSERT INTO import_rows (agency_id, import_id, number, cells, record_id, is_new) VALUES (1, 1, 1, '["{Canary}"]', {id}, true)
            """);
        return id;
    }

    /// <summary>How much hangs on leads.</summary>
    private async Task<string> Held() => string.Join(
        ' ', (await Lintel.Database.Rows("SELECT (SELECT count(*) FROM interactions), (SELECT count(*) FROM follow_ups), (SELECT count(*) FROM consents)")).Single());

    private static bool Knows(string row) => row.Contains(Canary, StringComparison.OrdinalIgnoreCase) || row.Contains(Digits, StringComparison.Ordinal);

    private async Task<string> Figures()
    {
        var dashboard = (await Http.GetJson("/analytics/dashboard"))["metrics"].AsObject();
        dashboard.Remove("leads_by_status");
        return dashboard.ToJsonString() + (await Http.GetJson("/analytics/funnel")).Text + (await Http.GetJson("/analytics/source-performance")).Text;
    }
}
