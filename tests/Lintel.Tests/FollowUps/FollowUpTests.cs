using System.Net;
using System.Text.Json.Nodes;
using Lintel.Tests.Running;

namespace Lintel.Tests.FollowUps;

/// <summary>Each test has a server of its own: what is due is a list of the whole agency. It is 09:45 on Monday 23 November 2026.</summary>
public sealed class FollowUpTests : IAsyncLifetime
{
    private readonly LintelServer _lintel = new();

    public ValueTask InitializeAsync() => _lintel.InitializeAsync();

    public ValueTask DisposeAsync() => _lintel.DisposeAsync();

    [Fact]
    public async Task A_follow_up_comes_back_as_it_is_kept_and_is_listed_with_its_lead()
    {
        var amy = await _lintel.Agent("Amy");
        var lead = await _lintel.Lead(("name", "Chan"), ("assigned_agent_id", amy), ("priority", "high"));

        var made = await _lintel.Http.PostJson($"/leads/{lead}/follow-ups", new { due_at = "2026-11-24T10:00", note = " Call " });

        Assert.Equal((HttpStatusCode.Created, $"/leads/{lead}/follow-ups"), (made.Status, made.Headers.Location!.ToString()));
        var id = (long)made["follow_up"]["id"]!;
        var expected = $$"""
            {
              "id": {{id}}, "lead_id": {{lead}}, "due_at": "2026-11-24T02:00:00.000Z", "note": "Call", "done": false, "completed_at": null,
              "created_at": "2026-11-23T01:45:00.000Z"
            }
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), made["follow_up"]), made.Text);
        var ofLead = await _lintel.Http.GetJson($"/leads/{lead}/follow-ups");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""{"follow_ups": [{{expected}}], "success": true}"""), ofLead.Body), ofLead.Text);
        var due = await _lintel.Http.GetJson("/follow-ups");
        var listed = JsonNode.Parse($$"""
            {
              "follow_ups": [{
                "id": {{id}}, "lead_id": {{lead}}, "due_at": "2026-11-24T02:00:00.000Z", "note": "Call", "created_at": "2026-11-23T01:45:00.000Z",
                "lead": {"id": {{lead}}, "name": "Chan", "status": "new", "priority": "high", "score": 5, "assigned_agent_id": {{amy}}}
              }],
              "pagination": {"page": 1, "per_page": 20, "total": 1, "pages": 1, "has_next": false, "has_prev": false}, "success": true
            }
            """);
        Assert.True(JsonNode.DeepEquals(listed, due.Body), due.Text);
    }

    [Fact]
    public async Task The_next_one_is_always_the_earliest_that_is_open()
    {
        var lead = await _lintel.Lead();
        var later = await Make(lead, "2026-11-30T00:00:00Z");
        Assert.Equal("2026-11-30T00:00:00.000Z", await Next(lead));
        var sooner = await Make(lead, "2026-11-25T00:00:00Z");
        Assert.Equal("2026-11-25T00:00:00.000Z", await Next(lead));

        await Put(sooner, new { done = true });
        Assert.Equal("2026-11-30T00:00:00.000Z", await Next(lead));
        await Put(later, new { due_at = "2026-12-24T00:00:00Z" });
        Assert.Equal("2026-12-24T00:00:00.000Z", await Next(lead));
        await Put(sooner, new { done = false, due_at = "2026-11-26T00:00:00Z" });
        Assert.Equal("2026-11-26T00:00:00.000Z", await Next(lead));
        await Put(later, new { due_at = "2026-11-24T00:00:00Z" });
        Assert.Equal("2026-11-24T00:00:00.000Z", await Next(lead));

        await Put(sooner, new { due_at = "2026-12-31T00:00:00Z" });
        Assert.Equal("2026-11-24T00:00:00.000Z", await Next(lead));

        await Put(sooner, new { done = true });
        await Put(later, new { done = true });
        Assert.Null(await Next(lead));
    }

    [Fact]
    public async Task One_that_is_done_stays_with_the_lead_and_leaves_the_list_of_what_is_due()
    {
        var lead = await _lintel.Lead();
        var id = await Make(lead, "2026-11-24");
        _lintel.Clock.Advance(TimeSpan.FromMinutes(1));
        await Put(id, new { done = true });
        _lintel.Clock.Advance(TimeSpan.FromMinutes(1));

        // Done again, it was still done then; what is not sent stays.
        var again = (await Put(id, new { done = true, note = "Agreed" }))["follow_up"];

        Assert.Equal((true, "2026-11-23T01:46:00.000Z", "Agreed", "2026-11-23T16:00:00.000Z"), (
            (bool)again["done"]!, (string?)again["completed_at"], (string?)again["note"], (string?)again["due_at"]));
        Assert.Empty((await _lintel.Http.GetJson("/follow-ups"))["follow_ups"].AsArray());
        Assert.Single((await _lintel.Http.GetJson($"/leads/{lead}/follow-ups"))["follow_ups"].AsArray());
        Assert.Null((string?)(await Put(id, new { note = (string?)null }))["follow_up"]["note"]);
    }

    [Fact]
    public async Task What_is_due_goes_by_the_agencys_days()
    {
        var lead = await _lintel.Lead();
        string[] dues =
        [
            "2026-11-22T23:59:59.999+08:00", "2026-11-23T00:00:00+08:00", "2026-11-23T09:44:59.999+08:00", "2026-11-23T09:45:00+08:00",
            "2026-11-23T23:59:59.999+08:00", "2026-11-24T00:00:00+08:00", "2026-11-29T23:59:59.999+08:00", "2026-11-30T00:00:00+08:00",
        ];
        var ids = new List<long>();
        foreach (var due in dues)
        {
            ids.Add(await Make(lead, due));
        }

        Assert.Equal(ids, await Due(""));
        Assert.Equal(ids[..3], await Due("?due=overdue"));
        Assert.Equal(ids[1..5], await Due("?due=today"));
        Assert.Equal(ids[1..7], await Due("?due=week"));
    }

    [Fact]
    public async Task The_list_is_of_everyone_or_of_one_agents_leads()
    {
        var (amy, ben) = (await _lintel.Agent("Amy"), await _lintel.Agent("Ben"));
        var (hers, his, nobodys) = (await _lintel.Lead(("assigned_agent_id", amy)), await _lintel.Lead(("assigned_agent_id", ben)), await _lintel.LeadOfNobody());
        var third = await Make(hers, "2026-11-23T12:00");
        var first = await Make(hers, "2026-11-20");
        var done = await Make(hers, "2026-11-19");
        await Put(done, new { done = true });
        var second = await Make(his, "2026-11-21");
        var fourth = await Make(nobodys, "2026-12-25");

        Assert.Equal([first, second, third, fourth], await Due(""));
        Assert.Equal([first, third], await Due($"?agent_id={amy}"));
        Assert.Equal([first], await Due($"?agent_id={amy}&due=overdue"));
        Assert.Equal([third], await Due($"?agent_id={amy}&due=week"));
        Assert.Equal([second], await Due($"?agent_id={ben}"));
        Assert.Empty(await Due("?agent_id=999999"));

        await _lintel.Http.PostJson("/agents/assign-lead", new { lead_id = hers, agent_id = ben });
        Assert.Equal([first, second, third], await Due($"?agent_id={ben}"));
    }

    [Fact]
    public async Task It_comes_in_pages()
    {
        var amy = await _lintel.Agent("Amy");
        var lead = await _lintel.Lead(("assigned_agent_id", amy));
        var ids = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await Make(lead, "2026-11-24"));
        }

        foreach (var of in (string[])["", $"&agent_id={amy}"])
        {
            var page = await _lintel.Http.GetJson($"/follow-ups?page=2&per_page=2{of}");
            Assert.Equal(ids[2..4], page["follow_ups"].AsArray().Select(one => (long)one!["id"]!));
            Assert.Equal("""{"page":2,"per_page":2,"total":5,"pages":3,"has_next":true,"has_prev":true}""", page["pagination"].ToJsonString());
            Assert.Empty((await _lintel.Http.GetJson($"/follow-ups?page=999999999999&per_page=100{of}"))["follow_ups"].AsArray());
        }
    }

    [Fact]
    public async Task A_query_that_cannot_be_is_named() =>
        (await _lintel.Http.GetJson("/follow-ups?agent_id=amy&due=someday&page=-1&per_page=many")).IsProblem(
            HttpStatusCode.BadRequest,
            ("page", "must be a whole number of at least 1"),
            ("per_page", "must be a whole number of at least 1"),
            ("agent_id", "must be a whole number from 1 to 2147483647"),
            ("due", "must be one of overdue, today, week"));

    [Theory]
    [InlineData("{}", "due_at", "is required")]
    [InlineData("""{"due_at": null}""", "due_at", "is required")]
    [InlineData("""{"due_at": ""}""", "due_at", "is required")]
    [InlineData("""{"due_at": 5}""", "due_at", "must be text")]
    [InlineData("""{"due_at": "2026-02-30"}""", "due_at", "must be a time (RFC 3339, such as 2026-11-23T09:45:00+08:00)")]
    [InlineData("""{"due_at": "99999-01-01"}""", "due_at", "must be a time (RFC 3339, such as 2026-11-23T09:45:00+08:00)")]
    [InlineData("""{"due_at": "2026-11-24", "note": ["x"]}""", "note", "must be text")]
    [InlineData("""{"due_at": "2026-11-24", "note": "\ud800"}""", "note", "must be valid Unicode text")]
    public async Task One_that_cannot_be_made_is_named_and_nothing_is_kept(string body, string field, string problem)
    {
        var lead = await _lintel.Lead();

        (await _lintel.Http.PostJson($"/leads/{lead}/follow-ups", body)).IsProblem(HttpStatusCode.BadRequest, (field, problem));

        Assert.Null(await Next(lead));
        Assert.Empty((await _lintel.Http.GetJson($"/leads/{lead}/follow-ups"))["follow_ups"].AsArray());
    }

    [Theory]
    [InlineData("""{"done": null}""", "done", "must not be empty")]
    [InlineData("""{"done": "yes"}""", "done", "must be true or false")]
    [InlineData("""{"done": true, "due_at": null}""", "due_at", "must not be empty")]
    [InlineData("""{"done": true, "due_at": "later"}""", "due_at", "must be a time (RFC 3339, such as 2026-11-23T09:45:00+08:00)")]
    [InlineData("""{"done": true, "note": {}}""", "note", "must be text")]
    public async Task A_change_that_cannot_be_is_named_and_changes_nothing(string body, string field, string problem)
    {
        var lead = await _lintel.Lead();
        var id = await Make(lead, "2026-11-24");
        var before = (await _lintel.Http.GetJson($"/leads/{lead}/follow-ups")).Text;

        (await _lintel.Http.PutJson($"/follow-ups/{id}", body)).IsProblem(HttpStatusCode.BadRequest, (field, problem));

        Assert.Equal(before, (await _lintel.Http.GetJson($"/leads/{lead}/follow-ups")).Text);
    }

    [Fact]
    public async Task A_note_has_500_characters_at_most()
    {
        var lead = await _lintel.Lead();

        (await _lintel.Http.PostJson($"/leads/{lead}/follow-ups", new { due_at = "2026-11-24", note = new string('n', 501) }))
            .IsProblem(HttpStatusCode.BadRequest, ("note", "must be at most 500 characters"));
    }

    [Fact]
    public async Task A_lead_or_a_follow_up_that_does_not_exist_is_not_found()
    {
        (await _lintel.Http.GetJson("/leads/999999/follow-ups")).IsProblem(HttpStatusCode.NotFound);
        (await _lintel.Http.PostJson("/leads/999999/follow-ups", new { due_at = "2026-11-24" })).IsProblem(HttpStatusCode.NotFound);
        (await _lintel.Http.PutJson("/follow-ups/999999", new { done = true })).IsProblem(HttpStatusCode.NotFound);
        (await _lintel.Http.PutJson("/follow-ups/0", new { done = true })).IsProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Many_at_once_leave_the_earliest_as_the_next()
    {
        var lead = await _lintel.Lead();
        var ids = await Task.WhenAll(Enumerable.Range(1, 28).Select(day => Make(lead, $"2026-12-{day:D2}")));

        await Task.WhenAll(ids[..20].Select(id => Put(id, new { done = true })));

        Assert.Equal("2026-12-20T16:00:00.000Z", await Next(lead));
    }

    private async Task<long> Make(long lead, string due)
    {
        var answer = await _lintel.Http.PostJson($"/leads/{lead}/follow-ups", new { due_at = due });
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        return (long)answer["follow_up"]["id"]!;
    }

    private async Task<WireAnswer> Put(long id, object change)
    {
        var answer = await _lintel.Http.PutJson($"/follow-ups/{id}", change);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return answer;
    }

    private async Task<string?> Next(long lead) => (string?)(await _lintel.Http.GetJson($"/leads/{lead}"))["lead"]["next_follow_up_at"];

    private async Task<IEnumerable<long>> Due(string query) =>
        (await _lintel.Http.GetJson($"/follow-ups{query}"))["follow_ups"].AsArray().Select(one => (long)one!["id"]!);
}
