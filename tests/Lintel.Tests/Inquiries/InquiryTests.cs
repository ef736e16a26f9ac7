using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Inquiries;

public sealed class InquiryTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    [Fact]
    public async Task The_whatsapp_example_becomes_a_scored_lead()
    {
        var answer = await WhatsApp("+85298765432", "Looking for 2-bedroom apartment in Central", "John Chan");

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.True((bool)answer["is_new_lead"]);
        var lead = answer["lead"];
        Assert.Equal($"/leads/{lead["id"]}", answer.Headers.Location!.ToString());
        Assert.Equal(
            ("John Chan", "+85298765432", "whatsapp", "new", 35, "Central"),
            ((string?)lead["name"], (string?)lead["whatsapp_number"], (string?)lead["source"], (string?)lead["status"], (int)lead["score"]!, (string?)lead["preferred_areas"]![0]));
        var interaction = answer["interaction"];
        Assert.Equal(
            ("message", "whatsapp", "inbound", "Looking for 2-bedroom apartment in Central", false),
            ((string?)interaction["type"], (string?)interaction["channel"], (string?)interaction["direction"], (string?)interaction["message"], (bool)interaction["is_automated"]!));
        Assert.Equal((long)lead["id"]!, (long)interaction["lead_id"]!);
    }

    [Fact]
    public async Task The_instagram_example_keeps_post_and_property()
    {
        var answer = await lintel.Http.PostJson("/leads/instagram-inquiry", """
            {"instagram_handle": "@potential_tenant", "message": "Interested in the Tai Koo Shing apartment",
             "post_id": "instagram_post_123", "property_id": "property_456"}
            """);

        var lead = answer["lead"];
        Assert.Equal(
            ("@potential_tenant", "instagram", "instagram_post_123", "property_456", "property_456", "Interested in the Tai Koo Shing apartment"),
            ((string?)lead["instagram_handle"], (string?)lead["source"], (string?)lead["source_post_id"], (string?)lead["source_property_id"],
                (string?)lead["interested_properties"]![0], (string?)lead["original_message"]));
    }

    [Fact]
    public async Task A_person_who_asks_again_is_the_same_lead()
    {
        var first = await Instagram("Flat.Hunter", "Hello");
        lintel.Clock.Advance(TimeSpan.FromHours(1));

        var again = await lintel.Http.PostJson(
            "/leads/instagram-inquiry",
            new { instagram_handle = "https://www.instagram.com/flat.hunter?igsh=1", message = "Is it still there?", property_id = "p-9", post_id = "later", name = "Flo" });

        Assert.Equal((HttpStatusCode.OK, false), (again.Status, (bool)again["is_new_lead"]));
        var lead = again["lead"];
        Assert.Equal((long)first["lead"]["id"]!, (long)lead["id"]!);
        Assert.Equal(
            ("Flo", "Hello", null, "p-9", lintel.Clock.GetUtcNow().UtcDateTime),
            ((string?)lead["name"], (string?)lead["original_message"], (string?)lead["source_post_id"], (string?)lead["interested_properties"]![0], (DateTime)lead["last_contact_at"]!));
        Assert.Equal((int)first["lead"]["score"]! + 5 + 5 + 2, (int)lead["score"]!);
    }

    [Fact]
    public async Task A_name_fills_an_empty_one_and_never_replaces()
    {
        await WhatsApp("+85260000001", "Hi");
        Assert.Equal("Ada", (string?)(await WhatsApp("+85260000001", "Hi", "Ada"))["lead"]["name"]);
        Assert.Equal("Ada", (string?)(await WhatsApp("+85260000001", "Hi", "Bea"))["lead"]["name"]);
    }

    [Fact]
    public async Task A_whatsapp_number_and_a_phone_of_the_same_digits_are_one_person()
    {
        var known = await lintel.Http.PostJson("/leads", new { name = "By phone", phone = "6000 0002" });

        var answer = await WhatsApp("852 6000 0002", "Hello");

        Assert.Equal((HttpStatusCode.OK, (long)known["lead"]["id"]!), (answer.Status, (long)answer["lead"]["id"]!));
        Assert.Equal("+85260000002", (string?)answer["lead"]["whatsapp_number"]);
    }

    [Theory]
    [InlineData("lost", "new")]
    [InlineData("converted", "converted")]
    [InlineData("viewing_scheduled", "viewing_scheduled")]
    public async Task Who_was_lost_is_new_again_and_the_others_stay(string before, string after)
    {
        var handle = $"was_{before}";
        var id = (long)(await Instagram(handle, "Hello"))["lead"]["id"]!;
        await lintel.Http.PutJson($"/leads/{id}", new { status = before });

        var answer = await Instagram(handle, "Me again");

        Assert.Equal(after, (string?)answer["lead"]["status"]);
        var history = (await lintel.Http.GetJson($"/leads/{id}/history"))["status_changes"].AsArray();
        Assert.Equal(after, (string?)history[^1]!["to"]);
        Assert.Equal(before == after ? 2 : 3, history.Count);
    }

    [Fact]
    public async Task Many_at_the_same_instant_are_one_person_with_every_message()
    {
        const int many = 20;
        var answers = await Task.WhenAll(Enumerable.Range(0, many).Select(i => WhatsApp("+85260000003", $"Message {i}")));

        Assert.Single(answers.Select(answer => (long)answer["lead"]["id"]!).Distinct());
        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.Equal(many, answers.Select(answer => (long)answer["interaction"]["id"]!).Distinct().Count());
        Assert.Equal(25 + 15 + 5, answers.Max(answer => (int)answer["lead"]["score"]!));
    }

    [Theory]
    [InlineData("/leads/instagram-inquiry", "{}", "instagram_handle", "is required", "message", "is required")]
    [InlineData("/leads/instagram-inquiry", """{"instagram_handle": "", "message": null}""", "instagram_handle", "is required", "message", "is required")]
    [InlineData("/leads/instagram-inquiry", """{"instagram_handle": "a b", "message": 5}""", "instagram_handle", "must be an Instagram handle", "message", "must be text")]
    [InlineData("/leads/whatsapp-inquiry", "{}", "whatsapp_number", "is required", "message", "is required")]
    [InlineData("/leads/whatsapp-inquiry", """{"whatsapp_number": "123", "message": " \u0000 "}""", "whatsapp_number", "must be a phone number", "message", "is required")]
    public async Task What_is_missing_or_wrong_is_named_and_nothing_is_kept(string path, string body, string field, string problem, string other, string otherProblem)
    {
        var before = (await lintel.Http.GetJson("/leads"))["pagination"].ToJsonString();

        var answer = await lintel.Http.PostJson(path, body);

        answer.IsProblem(HttpStatusCode.BadRequest, (field, problem), (other, otherProblem));
        Assert.Equal(before, (await lintel.Http.GetJson("/leads"))["pagination"].ToJsonString());
    }

    private Task<WireAnswer> WhatsApp(string number, string message, string? name = null) =>
        lintel.Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = number, message, name });

    private Task<WireAnswer> Instagram(string handle, string message) =>
        lintel.Http.PostJson("/leads/instagram-inquiry", new { instagram_handle = handle, message });
}
