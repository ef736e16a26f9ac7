using System.Net;
using System.Text.Json.Nodes;
using Lintel.Tests.Running;

namespace Lintel.Tests.Leads;

public sealed class CreateLeadTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    [Fact]
    public async Task A_lead_comes_back_as_it_is_kept()
    {
        var created = await lintel.Http.PostJson("/leads", """
            {
              "name": "  Chan Tai Man ", "phone": "9123 4567", "email": "Tai.Man@Example.COM", "instagram_handle": "https://instagram.com/Tai.Man/",
              "whatsapp_number": "+852 6123 4567", "source": "Website", "source_post_id": "p1", "source_property_id": "sq-77",
              "original_message": "Two rooms near the sea, please, with a view if there is any.", "priority": "high",
              "interested_properties": ["sq-77", "sq-77", "  "], "budget_min": 18000, "budget_max": 25000.0,
              "preferred_areas": ["Sai Ying Pun", "sai ying pun"], "property_type": "Apartment", "bedrooms": 2, "move_in_date": "2027-01-15",
              "next_follow_up_at": "2026-11-24T10:00:00", "tags": ["vip"], "notes": "Met at the open day", "score": 99, "unheard_of": {"a": 1}
            }
            """);

        Assert.Equal(HttpStatusCode.Created, created.Status);
        var lead = created["lead"].AsObject();
        var id = (long)lead["id"]!;
        Assert.Equal($"/leads/{id}", created.Headers.Location!.ToString());
        var expected = JsonNode.Parse($$"""
            {
              "id": {{id}}, "name": "Chan Tai Man", "phone": "+85291234567", "email": "tai.man@example.com", "instagram_handle": "@tai.man",
              "whatsapp_number": "+85261234567", "source": "website", "source_post_id": "p1", "source_property_id": "sq-77",
              "original_message": "Two rooms near the sea, please, with a view if there is any.", "status": "new", "priority": "high", "score": 52,
              "interested_properties": ["sq-77"], "budget_min": 18000, "budget_max": 25000, "preferred_areas": ["Sai Ying Pun"],
              "property_type": "apartment", "bedrooms": 2, "move_in_date": "2027-01-15", "assigned_agent_id": null, "assigned_agent": null,
              "created_at": "2026-11-23T01:45:00.000Z", "updated_at": "2026-11-23T01:45:00.000Z", "last_contact_at": null,
              "next_follow_up_at": "2026-11-24T02:00:00.000Z", "tags": ["vip"], "notes": "Met at the open day",
              "understood": {}, "turned_down_properties": []
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, lead), lead.ToJsonString());

        var read = await lintel.Http.GetJson($"/leads/{id}");
        Assert.True(JsonNode.DeepEquals(created["lead"], read["lead"]));
    }

    [Theory]
    [InlineData("{}", "name", "or one of phone, email, instagram_handle and whatsapp_number is required")]
    [InlineData("""{"name": "   "}""", "name", "or one of phone, email, instagram_handle and whatsapp_number is required")]
    [InlineData("""{"name": 7}""", "name", "must be text")]
    [InlineData("""{"name": "A", "phone": "12"}""", "phone", "must be a phone number")]
    [InlineData("""{"name": "A", "whatsapp_number": "call me"}""", "whatsapp_number", "must be a phone number")]
    [InlineData("""{"name": "A", "email": "a@b@c"}""", "email", "must be an email address")]
    [InlineData("""{"name": "A", "instagram_handle": "two words"}""", "instagram_handle", "must be an Instagram handle")]
    [InlineData("""{"name": "A", "source": "no slug!"}""", "source", "must be 1 to 50 lower-case letters, digits, - or _")]
    [InlineData("""{"name": "A", "status": "open"}""", "status", "must be one of new, contacted, qualified, viewing_scheduled, applied, converted, lost")]
    [InlineData("""{"name": "A", "status": null}""", "status", "must not be empty")]
    [InlineData("""{"name": "A", "priority": 1}""", "priority", "must be one of low, medium, high, urgent")]
    [InlineData("""{"name": "A", "budget_min": -1}""", "budget_min", "must be at least 0")]
    [InlineData("""{"name": "A", "budget_max": "a lot"}""", "budget_max", "must be a whole number")]
    [InlineData("""{"name": "A", "budget_min": 2, "budget_max": 1}""", "budget_min", "must not be above budget_max")]
    [InlineData("""{"name": "A", "bedrooms": 51}""", "bedrooms", "must be at most 50")]
    [InlineData("""{"name": "A", "bedrooms": 1.5}""", "bedrooms", "must be a whole number")]
    [InlineData("""{"name": "A", "move_in_date": "15/01/2027"}""", "move_in_date", "must be a date (YYYY-MM-DD)")]
    [InlineData("""{"name": "A", "next_follow_up_at": "soon"}""", "next_follow_up_at", "must be a time (RFC 3339, such as 2026-11-23T09:45:00+08:00)")]
    [InlineData("""{"name": "A", "tags": "vip"}""", "tags", "must be a list of texts")]
    [InlineData("""{"name": "A", "preferred_areas": [["Central"]]}""", "preferred_areas", "must be a list of texts")]
    [InlineData("""{"name": "A", "notes": "\ud800"}""", "notes", "must be valid Unicode text")]
    [InlineData("""{"name": "A", "assigned_agent_id": 999}""", "assigned_agent_id", "names agent 999, who does not exist")]
    public async Task What_cannot_be_accepted_is_named_and_nothing_is_kept(string body, string field, string problem)
    {
        var before = await Total();

        var answer = await lintel.Http.PostJson("/leads", body);

        answer.IsProblem(HttpStatusCode.BadRequest, (field, problem));
        Assert.Equal(before, await Total());
    }

    [Fact]
    public async Task Every_wrong_field_is_named_at_once()
    {
        var answer = await lintel.Http.PostJson("/leads", """{"name": [], "bedrooms": true, "email": "x"}""");

        answer.IsProblem(
            HttpStatusCode.BadRequest, ("name", "must be text"), ("email", "must be an email address"), ("bedrooms", "must be a whole number"));
    }

    [Fact]
    public async Task Limits_are_as_the_contract_has_them()
    {
        var fits = new
        {
            name = new string('n', 100),
            source = new string('s', 50),
            original_message = new string('m', 10_000),
            notes = new string('o', 10_000),
            tags = Enumerable.Range(0, 50).Select(i => $"{i:D2}" + new string('t', 48)),
            interested_properties = new[] { new string('p', 100) },
        };
        var accepted = await lintel.Http.PostJson("/leads", fits);
        Assert.True(accepted.Status == HttpStatusCode.Created, accepted.Text);

        var tooMuch = new
        {
            name = new string('n', 101),
            source = new string('s', 51),
            original_message = new string('m', 10_001),
            tags = Enumerable.Range(0, 51).Select(i => $"tag {i}"),
            preferred_areas = new[] { new string('a', 51) },
        };
        (await lintel.Http.PostJson("/leads", tooMuch)).IsProblem(
            HttpStatusCode.BadRequest,
            ("name", "must be at most 100 characters"),
            ("source", "must be 1 to 50 lower-case letters, digits, - or _"),
            ("original_message", "must be at most 10000 characters"),
            ("preferred_areas", "must have items of at most 50 characters"),
            ("tags", "must have at most 50 items"));
    }

    [Fact]
    public async Task A_body_that_arrives_in_many_pieces_is_read_whole()
    {
        var filler = string.Join(", ", Enumerable.Range(0, 300).Select(i => $$"""
            "unheard_of_{{i}}": [{"text": "{{new string('x', 3_000)}}"}]
            """));

        var created = await lintel.Http.PostJson("/leads", $$"""{"name": "Early", "tags": ["a", "b"], {{filler}}, "bedrooms": 3}""");

        Assert.Equal((HttpStatusCode.Created, "Early", 3), (created.Status, (string?)created["lead"]["name"], (int)created["lead"]["bedrooms"]!));
    }

    [Fact]
    public async Task One_person_is_one_lead()
    {
        var first = (long)(await lintel.Http.PostJson("/leads", new { whatsapp_number = "+85255550001" }))["lead"]["id"]!;

        var again = await lintel.Http.PostJson("/leads", new { name = "Somebody", phone = "5555 0001" });

        again.IsProblem(HttpStatusCode.Conflict, ("phone", $"already belongs to lead {first}"));
        var asked = await lintel.Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = "85255550001", message = "Hello" });
        Assert.Equal((HttpStatusCode.OK, first), (asked.Status, (long)asked["lead"]["id"]!));
    }

    private async Task<int> Total() => (int)(await lintel.Http.GetJson("/leads"))["pagination"]["total"]!;
}
