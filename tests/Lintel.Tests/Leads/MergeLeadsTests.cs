using System.Net;
using System.Text.Json.Nodes;
using Lintel.Tests.Running;

namespace Lintel.Tests.Leads;

public sealed class MergeLeadsTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    // What is counted from leads, and must be the same after joining and taking apart as before.
    private static readonly string[] Derived =
    [
        "SELECT agent_id, status, priority, source, sum(leads) FROM lead_counts GROUP BY 1, 2, 3, 4 HAVING sum(leads) <> 0",
        "SELECT status, score, sum(leads) FROM lead_scores GROUP BY 1, 2 HAVING sum(leads) <> 0",
        "SELECT day, furthest_status, sum(leads), sum(answered), sum(response_seconds) FROM lead_days GROUP BY 1, 2 HAVING sum(leads) <> 0",
        "SELECT id, open_leads, total_leads, converted_leads, answered_leads, response_seconds FROM agents",
        "SELECT * FROM lead_areas", "SELECT * FROM lead_tags", "SELECT * FROM lead_interests", "SELECT * FROM agent_leads",
        "SELECT kind, value, lead_id FROM lead_identities", "SELECT id, lead_id FROM interactions", "SELECT id, lead_id FROM follow_ups",
    ];

    [Fact]
    public async Task Two_leads_become_one_with_both_histories_and_are_taken_apart_whole()
    {
        var (one, other) = await Two("first");
        var before = await Figures();
        var (oneBefore, otherBefore) = (await Lead(one), await Lead(other));

        var preview = await lintel.Http.PostJson($"/leads/{one}/merge", new { lead_id = other, dry_run = true });
        Assert.Equal((HttpStatusCode.OK, true), (preview.Status, (bool)preview["dry_run"]));
        Assert.Equal(before, await Figures());
        Same(oneBefore, await Lead(one));

        var merged = await lintel.Http.PostJson($"/leads/{one}/merge", new { lead_id = other });

        Assert.Equal((HttpStatusCode.OK, false), (merged.Status, (bool)merged["dry_run"]));
        var lead = merged["lead"];
        Assert.True(JsonNode.DeepEquals(Plain(preview["lead"]), Plain(lead)), preview.Text + merged.Text);
        Assert.Equal(
            ("@first", "+85262000001", "Ann", "viewing_scheduled", "high", "Quarry Bay", "a b"),
            ((string?)lead["instagram_handle"], (string?)lead["whatsapp_number"], (string?)lead["name"], (string?)lead["status"], (string?)lead["priority"],
                (string?)lead["preferred_areas"]![0], string.Join(" ", lead["tags"]!.AsArray().Select(tag => (string?)tag))));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"interactions": 2, "follow_ups": 1, "assignments": 1, "status_changes": 3, "identities": 1}"""), merged["moved"]), merged.Text);
        var gone = await lintel.Http.GetJson($"/leads/{other}");
        gone.IsProblem(HttpStatusCode.NotFound);
        Assert.Equal(one, (long)gone["merged_into"]);
        Assert.Equal(one, (long)(await Write("+85262000001", "me again"))["lead"]["id"]!);

        var apart = await lintel.Http.PostJson($"/leads/{one}/unmerge");

        Assert.Equal(HttpStatusCode.OK, apart.Status);
        Same(otherBefore, await Lead(other));
        var now = await Lead(one);
        Assert.Equal(((int)oneBefore["score"]! + 5, "new"), ((int)now["score"]!, (string?)now["status"]));
    }

    [Fact]
    public async Task What_is_taken_apart_at_once_is_as_it_was()
    {
        var (one, other) = await Two("second");
        var before = await Figures();
        var (oneBefore, otherBefore) = (await Lead(one), await Lead(other));

        await lintel.Http.PostJson($"/leads/{other}/merge", new { lead_id = one });
        await lintel.Http.PostJson($"/leads/{other}/unmerge");

        Same(oneBefore, await Lead(one));
        Same(otherBefore, await Lead(other));
        Assert.Equal(before, await Figures());
        (await lintel.Http.PostJson($"/leads/{other}/unmerge")).IsProblem(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task What_somebody_changed_since_stays()
    {
        var (one, other) = await Two("third");
        await lintel.Http.PostJson($"/leads/{one}/merge", new { lead_id = other });
        await lintel.Http.PutJson($"/leads/{one}", new { notes = "Met today", name = "Ann Chan" });

        var apart = await lintel.Http.PostJson($"/leads/{one}/unmerge");

        var lead = apart["lead"];
        Assert.Equal(("Ann Chan", "Met today", "new"), ((string?)lead["name"], (string?)lead["notes"], (string?)lead["status"]));
        Assert.Equal("+85262000003", (string?)apart["unmerged_lead"]["whatsapp_number"]);
        Assert.Null((string?)lead["whatsapp_number"]);
    }

    [Fact]
    public async Task What_cannot_be_joined_is_told_and_nothing_is_changed()
    {
        var one = await lintel.Lead(new { name = "Only" });
        var read = (await lintel.Http.GetJson($"/leads/{one}")).Headers.ETag!.ToString();
        var other = await lintel.Lead(new { name = "Another" });
        await lintel.Http.PutJson($"/leads/{one}", new { notes = "Changed" });

        (await lintel.Http.PostJson($"/leads/{one}/merge", new { lead_id = one })).IsProblem(HttpStatusCode.BadRequest, ("lead_id", "must be another lead"));
        (await lintel.Http.PostJson($"/leads/{one}/merge", new { })).IsProblem(HttpStatusCode.BadRequest, ("lead_id", "is required"));
        (await lintel.Http.PostJson($"/leads/{one}/merge", new { lead_id = 999_999 }))
            .IsProblem(HttpStatusCode.BadRequest, ("lead_id", "names lead 999999, which does not exist"));
        (await lintel.Http.PostJson("/leads/999999/merge", new { lead_id = one })).IsProblem(HttpStatusCode.NotFound);
        (await lintel.Http.PostJson($"/leads/{one}/merge", new { lead_id = other }, ("If-Match", read))).IsProblem(HttpStatusCode.PreconditionFailed);
        (await lintel.Http.PostJson($"/leads/{one}/unmerge")).IsProblem(HttpStatusCode.Conflict);
        Assert.Equal(HttpStatusCode.OK, (await lintel.Http.GetJson($"/leads/{other}")).Status);
    }

    [Fact]
    public async Task Many_who_join_the_same_leads_at_once_join_them_once()
    {
        var (one, other) = await Two("fourth");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => i % 2 == 0
            ? lintel.Http.PostJson($"/leads/{one}/merge", new { lead_id = other })
            : lintel.Http.PostJson($"/leads/{other}/merge", new { lead_id = one })));

        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.BadRequest, answer.Text));
    }

    [Fact]
    public async Task The_same_person_is_found_by_an_address_that_was_given_and_by_a_close_name_with_the_same_interest()
    {
        var known = (long)(await Write("+85262000009", "hi", "Jonathan Chan"))["lead"]["id"]!;
        var given = (long)(await lintel.Http.PostJson("/leads/instagram-inquiry", new { instagram_handle = "jon", message = "my whatsapp is 6200 0009" }))["lead"]["id"]!;
        var named = await lintel.Lead(new { name = "Chan Jonathan", email = "j@example.com", interested_properties = new[] { "d-1" } });
        await lintel.Lead(new { name = "Somebody Else", interested_properties = new[] { "d-1" } });
        await lintel.Http.PutJson($"/leads/{known}", new { interested_properties = new[] { "d-1" } });

        Assert.Equal([(given, "same_phone"), (named, "close_name")], await Duplicates(known));
        Assert.Equal([(known, "same_phone")], await Duplicates(given));
        (await lintel.Http.GetJson("/leads/999999/duplicates")).IsProblem(HttpStatusCode.NotFound);

        await lintel.Http.PostJson($"/leads/{known}/merge", new { lead_id = given });
        Assert.Equal([(named, "close_name")], await Duplicates(known));
    }

    [Theory]
    [InlineData("John Chan", "john  chan", true)]
    [InlineData("John Chan", "Chan John", true)]
    [InlineData("John Chan", "J. Chan", true)]
    [InlineData("Jonathan Chan", "Jonathon Chan", true)]
    [InlineData("José Álvarez", "Jose Alvarez", true)]
    [InlineData("陳大文", "陳 大文", true)]
    [InlineData("陳大文", "陳小文", false)]
    [InlineData("John Chan", "John Wong", false)]
    [InlineData("Ann", "Anna", false)]
    [InlineData("", "Ann", false)]
    public void Names_are_close_or_not(string one, string other, bool close) =>
        Assert.Equal((close, close), (Lintel.Leads.CloseNames.Are(one, other), Lintel.Leads.CloseNames.Are(other, one)));

    /// <summary>A lead from Instagram, and one from WhatsApp that has come further.</summary>
    private async Task<(long One, long Other)> Two(string handle)
    {
        await lintel.Http.PostJson("/agents", new { name = handle, email = $"{handle}@example.com", max_leads = 3 });
        var one = (long)(await lintel.Http.PostJson("/leads/instagram-inquiry", new { instagram_handle = handle, message = "hello" }))["lead"]["id"]!;
        await lintel.Http.PutJson($"/leads/{one}", new { tags = new[] { "a" } });
        lintel.Clock.Advance(TimeSpan.FromMinutes(1));
        var number = $"+8526200000{(handle == "first" ? 1 : handle == "second" ? 2 : handle == "third" ? 3 : 4)}";
        var other = (long)(await Write(number, "Quarry Bay 2br, urgent", "Ann"))["lead"]["id"]!;
        await lintel.Http.PutJson($"/leads/{other}", new { tags = new[] { "b" }, interested_properties = new[] { "x-1" } });
        lintel.Clock.Advance(TimeSpan.FromMinutes(1));
        await lintel.Http.PostJson($"/leads/{other}/interactions", new { type = "call", message = "Saturday", outcome = "viewing_scheduled", follow_up_date = "2026-12-01T10:00:00Z" });
        return (one, other);
    }

    private async Task<List<(long Lead, string? Reason)>> Duplicates(long lead) =>
        [.. (await lintel.Http.GetJson($"/leads/{lead}/duplicates"))["duplicates"].AsArray().Select(d => ((long)d!["lead"]!["id"]!, (string?)d["reasons"]![0]!["reason"]))];

    private Task<WireAnswer> Write(string number, string message, string? name = null) =>
        lintel.Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = number, message, name });

    private async Task<JsonNode> Lead(long id) => (await lintel.Http.GetJson($"/leads/{id}"))["lead"];

    private async Task<List<string>> Figures()
    {
        await Recount.IsRight(lintel.Database);
        var figures = new List<string>();
        foreach (var sql in Derived)
        {
            figures.AddRange((await lintel.Database.Rows(sql)).Select(row => sql[^20..] + string.Join('|', row)).Order(StringComparer.Ordinal));
        }

        return figures;
    }

    private static void Same(JsonNode expected, JsonNode actual) => Assert.Equal(Plain(expected).ToJsonString(), Plain(actual).ToJsonString());

    // When it was last changed, and how its agent does now, is no part of what is brought back.
    private static JsonNode Plain(JsonNode lead)
    {
        var plain = lead.DeepClone().AsObject();
        plain.Remove("updated_at");
        plain.Remove("assigned_agent");
        return plain;
    }
}
