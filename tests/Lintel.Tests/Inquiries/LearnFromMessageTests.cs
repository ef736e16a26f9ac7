using System.Net;
using System.Text.Json.Nodes;
using Lintel.Tests.Running;

namespace Lintel.Tests.Inquiries;

public sealed class LearnFromMessageTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    [Fact]
    public async Task What_a_message_fills_is_marked_with_the_words_until_it_is_confirmed()
    {
        var lead = await Write("+85261000001", "TST 2br flat, budget 25k, asap");

        Same(
            """
            {"bedrooms": {"text": "2br", "start": 4, "length": 3, "at": "2026-11-23T01:45:00.000Z"},
             "budget_max": {"text": "25k", "start": 21, "length": 3, "at": "2026-11-23T01:45:00.000Z"},
             "preferred_areas": {"text": "TST", "start": 0, "length": 3, "at": "2026-11-23T01:45:00.000Z"},
             "priority": {"text": "asap", "start": 26, "length": 4, "at": "2026-11-23T01:45:00.000Z"},
             "property_type": {"text": "flat", "start": 8, "length": 4, "at": "2026-11-23T01:45:00.000Z"}}
            """,
            lead["understood"]);
        Assert.Equal(("high", 25_000), ((string?)lead["priority"], (int)lead["budget_max"]!));

        var changed = await lintel.Http.PutJson($"/leads/{lead["id"]}", new { bedrooms = 3 });
        Assert.Equal("budget_max preferred_areas priority property_type", Marks(changed["lead"]));
        var some = await lintel.Http.PostJson($"/leads/{lead["id"]}/confirm", new { fields = new[] { "budget_max", "priority", "name" } });
        Assert.Equal("preferred_areas property_type", Marks(some["lead"]));
        var all = await lintel.Http.PostJson($"/leads/{lead["id"]}/confirm", new { });
        Assert.Equal((HttpStatusCode.OK, "", 3, 25_000), (all.Status, Marks(all["lead"]), (int)all["lead"]["bedrooms"]!, (int)all["lead"]["budget_max"]!));
    }

    [Fact]
    public async Task A_later_message_refines_an_earlier_one_and_never_a_human()
    {
        var id = (await Write("+85261000002", "太古城兩房，預算兩萬"))["id"];
        await lintel.Http.PutJson($"/leads/{id}", new { bedrooms = 2 });

        var lead = await Write("+85261000002", "其實三房都得，20000至28000，鰂魚涌");

        Assert.Equal(
            (2, 20_000, 28_000, "Quarry Bay", "budget_max budget_min preferred_areas"),
            ((int)lead["bedrooms"]!, (int)lead["budget_min"]!, (int)lead["budget_max"]!, (string?)lead["preferred_areas"]![0], Marks(lead)));

        await lintel.Http.PostJson($"/leads/{id}/confirm", new { });
        lead = await Write("+85261000002", "Sorry, Mong Kok, 15k, 1 bedroom, flat");
        Assert.Equal((2, 28_000, "Quarry Bay", "property_type"), ((int)lead["bedrooms"]!, (int)lead["budget_max"]!, (string?)lead["preferred_areas"]![0], Marks(lead)));
    }

    [Fact]
    public async Task A_bound_that_a_human_set_keeps_a_message_from_the_other()
    {
        await lintel.Http.PostJson("/leads", new { name = "Ann", whatsapp_number = "+85261000003", budget_max = 30_000 });

        var lead = await Write("+85261000003", "budget 20k to 40k");

        Assert.Equal((null, 30_000, ""), ((int?)lead["budget_min"], (int)lead["budget_max"]!, Marks(lead)));
    }

    [Theory]
    [InlineData("+85261000011", "low", "low")]
    [InlineData("+85261000012", "medium", "high")]
    [InlineData("+85261000013", "urgent", "urgent")]
    public async Task Hurry_raises_a_medium_priority_only(string number, string before, string after)
    {
        await lintel.Http.PostJson("/leads", new { name = before, whatsapp_number = number, priority = before });

        Assert.Equal(after, (string?)(await Write(number, "急！"))["priority"]);
    }

    [Fact]
    public async Task Links_and_references_to_listings_become_interested_properties()
    {
        await Listing("28hse-1", "https://www.28hse.com/rent/apartment/property-1");
        await Listing("C-1203", null);
        var plain = await Listing(null, "https://www.28hse.com/rent/apartment/property-3");

        var lead = await Write("+85261000004", "Is ref c-1203 there? and https://www.28hse.com/rent/apartment/property-1/?utm=ig, http://www.28hse.com/rent/apartment/property-3 or ref X-99999");

        Assert.Equal(["C-1203", "28hse-1", $"{plain}"], lead["interested_properties"]!.AsArray().Select(reference => (string?)reference));
        Assert.Equal("interested_properties", Marks(lead));
    }

    [Fact]
    public async Task A_number_or_address_that_is_given_is_the_persons_unless_it_is_somebody_elses()
    {
        await lintel.Http.PostJson("/agents", new { name = "Mei", email = "mei@agency.hk", phone = "+85221234567" });
        var lead = (await lintel.Http.PostJson("/leads/instagram-inquiry", new { instagram_handle = "gives", message = "call me on 9123 4567 or a.b@c.hk" }))["lead"];
        Assert.Equal(("+85291234567", "a.b@c.hk", "email phone"), ((string?)lead["phone"], (string?)lead["email"], Marks(lead)));

        Assert.Equal((long)lead["id"]!, (long)(await Write("+85291234567", "hello again"))["id"]!);
        var other = (await lintel.Http.PostJson("/leads/instagram-inquiry", new { instagram_handle = "other", message = "my friend is 9123 4567" }))["lead"];
        Assert.Null((string?)other["phone"]);
        var told = (await lintel.Http.PostJson("/leads/instagram-inquiry", new { instagram_handle = "told", message = "is 2123 4567, mei@agency.hk, your number?" }))["lead"];
        Assert.Equal((null, null), ((string?)told["phone"], (string?)told["email"]));
    }

    [Fact]
    public async Task Confirming_what_was_read_before_a_change_is_refused()
    {
        var id = (await Write("+85261000005", "TST 2br"))["id"];
        var read = (await lintel.Http.GetJson($"/leads/{id}")).Headers.ETag!.ToString();
        await lintel.Http.PutJson($"/leads/{id}", new { notes = "Meanwhile" });

        (await lintel.Http.PostJson($"/leads/{id}/confirm", new { }, ("If-Match", read))).IsProblem(HttpStatusCode.PreconditionFailed);
        (await lintel.Http.PostJson($"/leads/{id}/confirm", """{"fields": 5}""")).IsProblem(HttpStatusCode.BadRequest, ("fields", "must be a list of texts"));
        (await lintel.Http.PostJson("/leads/999999/confirm", new { })).IsProblem(HttpStatusCode.NotFound);
    }

    private async Task<JsonNode> Write(string number, string message) =>
        (await lintel.Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = number, message }))["lead"];

    private async Task<long> Listing(string? sourceId, string? url) =>
        (long)(await lintel.Http.PostJson("/properties", new { title = "A flat", source = sourceId is null ? null : "28hse", source_id = sourceId, listing_url = url }))["property"]["id"]!;

    private static string Marks(JsonNode lead) => string.Join(" ", lead["understood"]!.AsObject().Select(mark => mark.Key));

    private static void Same(string expected, JsonNode? actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToJsonString());
}
