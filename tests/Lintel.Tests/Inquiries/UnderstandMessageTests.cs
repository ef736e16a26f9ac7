using System.Net;
using System.Text.Json.Nodes;
using Lintel.Tests.Running;

namespace Lintel.Tests.Inquiries;

public sealed class UnderstandMessageTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    [Fact]
    public async Task A_message_is_shown_as_it_is_understood_and_nothing_is_stored()
    {
        var before = (await lintel.Http.GetJson("/leads"))["pagination"].ToJsonString();

        var answer = await Understand(new { message = "想搵太古城兩房，月租兩萬五以內，下個月入住，急！電話 9876 5432" });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Same("""
            {"success": true, "understanding": {
             "language": "zh", "intent": "rent", "property_type": null, "bedrooms": 2, "preferred_areas": ["Tai Koo Shing"],
             "budget_min": null, "budget_max": 25000, "move_in_date": "2026-12-01", "urgent": true, "property_references": [],
             "phones": ["98765432"], "emails": [], "handles": [],
             "evidence": [
               {"field": "bedrooms", "text": "兩房", "start": 5, "length": 2},
               {"field": "preferred_areas", "text": "太古城", "start": 2, "length": 3},
               {"field": "budget_max", "text": "兩萬五以內", "start": 10, "length": 5},
               {"field": "intent", "text": "月租", "start": 8, "length": 2},
               {"field": "move_in_date", "text": "下個月", "start": 16, "length": 3},
               {"field": "urgent", "text": "急", "start": 22, "length": 1},
               {"field": "phones", "text": "9876 5432", "start": 27, "length": 9}]}}
            """, answer);
        Assert.Equal(before, (await lintel.Http.GetJson("/leads"))["pagination"].ToJsonString());
    }

    [Theory]
    [InlineData("Interested in the Tai Koo Shing apartment", "apartment", null, "Tai Koo Shing")]
    [InlineData("Looking for 2-bedroom apartment in Central", "apartment", 2, "Central")]
    public async Task The_seeds_own_messages_are_understood(string message, string type, int? bedrooms, string area)
    {
        var understanding = (await Understand(new { message }))["understanding"];

        Assert.Equal(
            (type, bedrooms, area, 1),
            ((string?)understanding["property_type"], (int?)understanding["bedrooms"], (string?)understanding["preferred_areas"]![0], understanding["preferred_areas"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("2026-12-31T15:59:59Z", "2027-01-01")]
    [InlineData("2026-12-31T16:00:00Z", "2027-02-01")]
    [InlineData("2027-01-01", "2027-02-01")]
    [InlineData(null, "2026-12-01")]
    public async Task Next_month_is_counted_from_the_day_it_was_received_where_the_agency_is(string? receivedAt, string moveIn) =>
        Assert.Equal(moveIn, (string?)(await Understand(new { message = "moving in next month", received_at = receivedAt }))["understanding"]["move_in_date"]);

    [Theory]
    [InlineData("{}", "message", "is required")]
    [InlineData("""{"message": " "}""", "message", "is required")]
    [InlineData("""{"message": 5}""", "message", "must be text")]
    [InlineData("""{"message": "TST", "received_at": "soon"}""", "received_at", "must be a time (RFC 3339, such as 2026-11-23T09:45:00+08:00)")]
    public async Task What_is_missing_or_wrong_is_named(string body, string field, string problem) =>
        (await Understand(body)).IsProblem(HttpStatusCode.BadRequest, (field, problem));

    [Fact]
    public async Task A_message_may_have_10_000_characters_and_no_more()
    {
        Assert.Equal(HttpStatusCode.OK, (await Understand(new { message = new string('萬', 10_000) })).Status);
        (await Understand(new { message = new string('萬', 10_001) })).IsProblem(HttpStatusCode.BadRequest, ("message", "must be at most 10000 characters"));
    }

    private Task<WireAnswer> Understand(object body) => lintel.Http.PostJson("/leads/understand", body);

    private static void Same(string expected, WireAnswer answer) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), answer.Body), answer.Text);
}
