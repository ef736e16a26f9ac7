using System.Net;
using System.Text.Json.Nodes;
using Lintel.Tests.Running;

namespace Lintel.Tests.Conversations;

public sealed class LogInteractionTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    private const string Now = "2026-11-23T01:45:00.000Z";

    [Fact]
    public async Task An_interaction_comes_back_as_it_is_kept()
    {
        var (amy, ben) = (await lintel.Agent("Amy"), await lintel.Agent("Ben"));
        var lead = await lintel.Lead(("assigned_agent_id", amy));

        var created = await lintel.Http.PostJson($"/leads/{lead}/interactions", $$"""
            {
              "type": "viewing", "channel": "in_person", "direction": "inbound", "subject": " The flat ", "message": "Seen\u0000 it",
              "attachments": ["https://example.com/a.jpg", "http://example.com/b"], "agent_id": {{ben}}, "is_automated": false,
              "scheduled_at": "2026-11-22T15:00", "completed_at": "2026-11-22T15:30:00+08:00", "outcome": "interested", "next_action": "Send the lease",
              "follow_up_date": "2026-11-25", "unheard_of": 1
            }
            """);

        Assert.Equal((HttpStatusCode.Created, $"/leads/{lead}/interactions"), (created.Status, created.Headers.Location!.ToString()));
        var id = (long)created["interaction"]["id"]!;
        var agent = (await lintel.Http.GetJson($"/agents/{ben}"))["agent"];
        var expected = JsonNode.Parse($$"""
            {
              "id": {{id}}, "lead_id": {{lead}}, "type": "viewing", "channel": "in_person", "direction": "inbound", "subject": "The flat", "message": "Seen it",
              "attachments": ["https://example.com/a.jpg", "http://example.com/b"], "agent_id": {{ben}}, "agent": {{agent.ToJsonString()}},
              "is_automated": false, "created_at": "{{Now}}", "scheduled_at": "2026-11-22T07:00:00.000Z", "completed_at": "2026-11-22T07:30:00.000Z",
              "outcome": "interested", "next_action": "Send the lease", "follow_up_date": "2026-11-24T16:00:00.000Z"
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, created["interaction"]), created.Text);
        var listed = await lintel.Http.GetJson($"/leads/{lead}/interactions");
        Assert.True(JsonNode.DeepEquals(new JsonObject { ["interactions"] = new JsonArray(expected), ["success"] = true }, listed.Body), listed.Text);
    }

    [Fact]
    public async Task What_is_left_out_has_its_default()
    {
        var amy = await lintel.Agent("Amy");
        var lead = await lintel.Lead(("assigned_agent_id", amy), ("whatsapp_number", "+85291230001"));

        var interaction = (await lintel.Http.PostJson($"/leads/{lead}/interactions", """{"message": "Hello", "type": null, "direction": null, "agent_id": null}"""))["interaction"];

        Assert.Equal(
            ("message", "whatsapp", "outbound", amy, false, 0),
            ((string?)interaction["type"], (string?)interaction["channel"], (string?)interaction["direction"], (long)interaction["agent_id"]!,
                (bool)interaction["is_automated"]!, interaction["attachments"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("call", "phone")]
    [InlineData("email", "email")]
    [InlineData("meeting", "in_person")]
    [InlineData("viewing", "in_person")]
    [InlineData("message", "web")]
    [InlineData("note", "web")]
    public async Task Without_a_channel_it_is_the_one_that_fits(string type, string channel)
    {
        var lead = await lintel.Lead();

        Assert.Equal(channel, (string?)(await lintel.Http.PostJson($"/leads/{lead}/interactions", new { type, message = "Hi" }))["interaction"]["channel"]);
    }

    [Fact]
    public async Task A_human_outbound_contact_moves_a_new_lead_to_contacted()
    {
        var lead = await lintel.Lead();
        var id = await lintel.Interaction(lead, ("type", "call"));

        var after = await Lead(lead);

        // The name 5, one contact 5, recency 15.
        Assert.Equal(("contacted", Now, 25), ((string?)after["status"], (string?)after["last_contact_at"], (int)after["score"]!));
        var history = (await lintel.Http.GetJson($"/leads/{lead}/history"))["status_changes"].AsArray();
        Assert.Equal(["new", "contacted"], history.Select(step => (string?)step!["to"]));
        Assert.Equal([id], (await lintel.Http.GetJson($"/leads/{lead}/interactions"))["interactions"].AsArray().Select(entry => (long)entry!["id"]!));
    }

    [Theory]
    [InlineData("direction", "inbound", "new", true)]
    [InlineData("is_automated", true, "new", true)]
    [InlineData("type", "note", "new", false)]
    [InlineData("scheduled_at", "2026-11-23T09:45:00.001+08:00", "new", false)]
    [InlineData("scheduled_at", "2026-11-23T09:45:00+08:00", "contacted", true)]
    [InlineData("outcome", "viewing_scheduled", "viewing_scheduled", true)]
    public async Task Only_a_human_outbound_contact_that_took_place_does(string key, object value, string status, bool isContact)
    {
        var lead = await lintel.Lead();
        await lintel.Interaction(lead, (key, value), ("follow_up_date", "2026-12-01T00:00:00Z"));

        var after = await Lead(lead);

        Assert.Equal(
            (status, isContact ? Now : null, isContact ? "2026-12-01T00:00:00.000Z" : null, isContact ? 25 : 5),
            ((string?)after["status"], (string?)after["last_contact_at"], (string?)after["next_follow_up_at"], (int)after["score"]!));
    }

    [Theory]
    [InlineData("new", "viewing_scheduled")]
    [InlineData("contacted", "viewing_scheduled")]
    [InlineData("qualified", "viewing_scheduled")]
    [InlineData("viewing_scheduled", "viewing_scheduled")]
    [InlineData("applied", "applied")]
    [InlineData("converted", "converted")]
    [InlineData("lost", "lost")]
    public async Task An_agreed_viewing_moves_an_earlier_open_lead_on(string before, string after)
    {
        var lead = await lintel.Lead(("status", before));
        await lintel.Interaction(lead, ("direction", "inbound"), ("outcome", "viewing_scheduled"));

        Assert.Equal(after, (string?)(await Lead(lead))["status"]);
    }

    [Fact]
    public async Task A_contact_told_of_later_moves_the_last_contact_only_forward()
    {
        var lead = await lintel.Lead();
        await lintel.Interaction(lead, ("completed_at", "2026-11-20T00:00:00Z"));
        Assert.Equal("2026-11-20T00:00:00.000Z", (string?)(await Lead(lead))["last_contact_at"]);

        await lintel.Interaction(lead, ("completed_at", "2026-11-22T00:00:00Z"));
        await lintel.Interaction(lead, ("completed_at", "2026-11-21T00:00:00Z"));

        // The name 5, three contacts 15, a day and some hours ago 10.
        var after = await Lead(lead);
        Assert.Equal(("2026-11-22T00:00:00.000Z", 30), ((string?)after["last_contact_at"], (int)after["score"]!));
    }

    [Fact]
    public async Task A_follow_up_date_makes_a_follow_up_with_what_to_do()
    {
        var lead = await lintel.Lead();
        await lintel.Interaction(lead, ("follow_up_date", "2026-11-30"), ("next_action", "Call back"));

        var followUp = Assert.Single((await lintel.Http.GetJson($"/leads/{lead}/follow-ups"))["follow_ups"].AsArray())!;
        Assert.Equal(("2026-11-29T16:00:00.000Z", "Call back", false), ((string?)followUp["due_at"], (string?)followUp["note"], (bool)followUp["done"]!));
        Assert.Equal("2026-11-29T16:00:00.000Z", (string?)(await Lead(lead))["next_follow_up_at"]);
    }

    [Fact]
    public async Task An_earlier_question_and_an_earlier_answer_logged_later_set_the_response_time_right()
    {
        var amy = await lintel.Agent("Amy");
        var lead = await lintel.Lead(("assigned_agent_id", amy));
        await lintel.Interaction(lead, ("completed_at", "2026-11-23T00:45:00Z"));
        await lintel.Interaction(lead, ("completed_at", "2026-11-23T00:15:00Z"), ("is_automated", true));
        await lintel.Interaction(lead, ("direction", "inbound"), ("completed_at", "2026-11-23T00:00:00Z"));

        Assert.Equal(45m, (decimal)(await lintel.Http.GetJson($"/agents/{amy}"))["agent"]["avg_response_time"]!);

        await lintel.Interaction(lead, ("completed_at", "2026-11-23T00:30:00Z"));
        Assert.Equal(30m, (decimal)(await lintel.Http.GetJson($"/agents/{amy}"))["agent"]["avg_response_time"]!);
    }

    [Theory]
    [InlineData("{}", "message", "or one of subject, outcome, attachments and scheduled_at is required")]
    [InlineData("""{"type": "call", "channel": "phone", "completed_at": "2026-11-23", "message": " \u0000", "attachments": [""]}""", "message", "or one of subject, outcome, attachments and scheduled_at is required")]
    [InlineData("""{"message": 5}""", "message", "must be text")]
    [InlineData("""{"message": "\ud83d"}""", "message", "must be valid Unicode text")]
    [InlineData("""{"message": "Hi", "type": "assignment"}""", "type", "must be one of message, call, email, meeting, viewing, note")]
    [InlineData("""{"message": "Hi", "type": "status_change"}""", "type", "must be one of message, call, email, meeting, viewing, note")]
    [InlineData("""{"message": "Hi", "type": "escalation"}""", "type", "must be one of message, call, email, meeting, viewing, note")]
    [InlineData("""{"message": "Hi", "type": "Call"}""", "type", "must be one of message, call, email, meeting, viewing, note")]
    [InlineData("""{"message": "Hi", "type": 1}""", "type", "must be one of message, call, email, meeting, viewing, note")]
    [InlineData("""{"message": "Hi", "channel": "system"}""", "channel", "must be one of instagram, whatsapp, phone, email, in_person, sms, web, facebook")]
    [InlineData("""{"message": "Hi", "channel": "telex"}""", "channel", "must be one of instagram, whatsapp, phone, email, in_person, sms, web, facebook")]
    [InlineData("""{"message": "Hi", "direction": "sideways"}""", "direction", "must be one of inbound, outbound")]
    [InlineData("""{"message": "Hi", "subject": []}""", "subject", "must be text")]
    [InlineData("""{"message": "Hi", "attachments": "https://example.com"}""", "attachments", "must be a list of texts")]
    [InlineData("""{"message": "Hi", "attachments": ["javascript:alert(1)"]}""", "attachments", "must be http or https addresses")]
    [InlineData("""{"message": "Hi", "attachments": ["/etc/passwd"]}""", "attachments", "must be http or https addresses")]
    [InlineData("""{"message": "Hi", "agent_id": 999999}""", "agent_id", "names agent 999999, who does not exist")]
    [InlineData("""{"message": "Hi", "agent_id": -1}""", "agent_id", "names agent -1, who does not exist")]
    [InlineData("""{"message": "Hi", "agent_id": "1"}""", "agent_id", "must be a whole number")]
    [InlineData("""{"message": "Hi", "is_automated": "no"}""", "is_automated", "must be true or false")]
    [InlineData("""{"message": "Hi", "scheduled_at": "tomorrow"}""", "scheduled_at", "must be a time (RFC 3339, such as 2026-11-23T09:45:00+08:00)")]
    [InlineData("""{"message": "Hi", "scheduled_at": 1795398300}""", "scheduled_at", "must be text")]
    [InlineData("""{"message": "Hi", "completed_at": "2026-13-01"}""", "completed_at", "must be a time (RFC 3339, such as 2026-11-23T09:45:00+08:00)")]
    [InlineData("""{"message": "Hi", "completed_at": "2026-11-24T01:45:00.001Z"}""", "completed_at", "must not be in the future")]
    [InlineData("""{"message": "Hi", "completed_at": "9999-12-31T23:59:59Z"}""", "completed_at", "must be a time (RFC 3339, such as 2026-11-23T09:45:00+08:00)")]
    [InlineData("""{"message": "Hi", "outcome": {}}""", "outcome", "must be text")]
    [InlineData("""{"message": "Hi", "next_action": true}""", "next_action", "must be text")]
    [InlineData("""{"message": "Hi", "follow_up_date": "0001-01-01"}""", "follow_up_date", "must be a time (RFC 3339, such as 2026-11-23T09:45:00+08:00)")]
    public async Task What_cannot_be_accepted_is_named_and_nothing_is_kept(string body, string field, string problem)
    {
        var lead = await lintel.Lead();
        var before = await lintel.Http.GetJson($"/leads/{lead}");

        (await lintel.Http.PostJson($"/leads/{lead}/interactions", body)).IsProblem(HttpStatusCode.BadRequest, (field, problem));

        Assert.Equal(before.Text, (await lintel.Http.GetJson($"/leads/{lead}")).Text);
        Assert.Empty((await lintel.Http.GetJson($"/leads/{lead}/interactions"))["interactions"].AsArray());
    }

    [Fact]
    public async Task Limits_are_as_they_are_documented()
    {
        var lead = await lintel.Lead();
        var fits = new
        {
            subject = new string('s', 200),
            message = new string('m', 10_000),
            outcome = new string('o', 100),
            next_action = new string('n', 500),
            attachments = Enumerable.Range(0, 50).Select(i => $"https://example.com/{i}"),
        };
        Assert.Equal(HttpStatusCode.Created, (await lintel.Http.PostJson($"/leads/{lead}/interactions", fits)).Status);

        var tooMuch = new
        {
            subject = new string('s', 201),
            message = new string('m', 10_001),
            outcome = new string('o', 101),
            next_action = new string('n', 501),
            attachments = Enumerable.Range(0, 51).Select(i => $"https://example.com/{i}"),
        };
        (await lintel.Http.PostJson($"/leads/{lead}/interactions", tooMuch)).IsProblem(
            HttpStatusCode.BadRequest,
            ("subject", "must be at most 200 characters"),
            ("message", "must be at most 10000 characters"),
            ("attachments", "must have at most 50 items"),
            ("outcome", "must be at most 100 characters"),
            ("next_action", "must be at most 500 characters"));
    }

    [Fact]
    public async Task A_lead_that_does_not_exist_is_not_found()
    {
        (await lintel.Http.PostJson("/leads/999999/interactions", new { message = "Hi" })).IsProblem(HttpStatusCode.NotFound);
        (await lintel.Http.PostJson("/leads/0/interactions", new { message = "Hi" })).IsProblem(HttpStatusCode.NotFound);
        (await lintel.Http.GetJson("/leads/999999/interactions")).IsProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_timeline_is_newest_first_and_a_page_of_it_when_asked()
    {
        var lead = await lintel.Lead();
        var ids = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            ids.Insert(0, await lintel.Interaction(lead));
        }

        var all = await lintel.Http.GetJson($"/leads/{lead}/interactions?per_page=2");
        Assert.Equal(ids, Ids(all));
        Assert.Null(all.Body!["pagination"]);

        var page = await lintel.Http.GetJson($"/leads/{lead}/interactions?page=2&per_page=2");
        Assert.Equal(ids[2..4], Ids(page));
        Assert.Equal("""{"page":2,"per_page":2,"total":5,"pages":3,"has_next":true,"has_prev":true}""", page["pagination"].ToJsonString());
        Assert.Empty(Ids(await lintel.Http.GetJson($"/leads/{lead}/interactions?page=9")));
        (await lintel.Http.GetJson($"/leads/{lead}/interactions?page=x&per_page=0")).IsProblem(
            HttpStatusCode.BadRequest, ("page", "must be a whole number of at least 1"), ("per_page", "must be a whole number of at least 1"));
    }

    [Fact]
    public async Task Many_at_once_are_all_counted()
    {
        var lead = await lintel.Lead();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => lintel.Interaction(lead, ("direction", i % 2 == 0 ? "inbound" : "outbound"))));

        Assert.Equal("30 contacts", (string?)(await lintel.Http.GetJson($"/leads/{lead}/score"))["factors"].AsArray()
            .Single(factor => (string?)factor!["part"] == "interactions")!["evidence"]);
    }

    private static IEnumerable<long> Ids(WireAnswer answer) => answer["interactions"].AsArray().Select(entry => (long)entry!["id"]!);

    private async Task<JsonNode> Lead(long id) => (await lintel.Http.GetJson($"/leads/{id}"))["lead"];
}
