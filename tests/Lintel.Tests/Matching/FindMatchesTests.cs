using System.Net;
using System.Text.Json.Nodes;
using Lintel.Tests.Running;

namespace Lintel.Tests.Matching;

public sealed class FindMatchesTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    [Fact]
    public async Task A_lead_sees_the_properties_that_fit_best_first_and_a_property_its_leads()
    {
        var lead = await lintel.Lead(new { name = "Ann", preferred_areas = new[] { "Tai Koo Shing" }, bedrooms = 2, budget_max = 25_000, property_type = "apartment" });
        await lintel.Lead(new { name = "Buyer", preferred_areas = new[] { "Tai Koo Shing" }, budget_max = 9_000_000 });
        await lintel.Lead(new { name = "Gone", preferred_areas = new[] { "Tai Koo Shing" }, status = "lost" });
        var right = await Listing(new { title = "Right", source = "28hse", source_id = "m-1", development = "太古城", area = "Quarry Bay", property_type = "apartment", bedrooms = 2, price = 24_000 });
        var dear = await Listing(new { title = "Dear", area = "Tai Koo Shing", property_type = "apartment", bedrooms = 3, price = 27_000 });
        var vague = await Listing(new { title = "Vague", area = "Quarry Bay" });
        var far = await Listing(new { title = "Far", area = "Yuen Long", property_type = "apartment", bedrooms = 2, price = 20_000 });
        await Listing(new { title = "Withdrawn", area = "Tai Koo Shing", is_active = false });

        var matches = await Matches($"/leads/{lead}/matches");

        Assert.Equal([(right, 100), (dear, 87), (far, 60), (vague, 57)], matches.Select(match => ((long)match!["property"]!["id"]!, (int)match["score"]!)));
        Assert.Equal(
            ["right area", "8 % over budget", "one bedroom more", "right kind of property"], matches[1]!["reasons"]!.AsArray().Select(reason => (string?)reason!["text"]));
        Assert.Single(await Matches($"/leads/{lead}/matches?limit=1"));

        var leads = await Matches($"/properties/{right}/matches");
        Assert.Equal([("Ann", 100), ("Buyer", 0)], leads.Select(match => ((string?)match!["lead"]!["name"], (int)match["score"]!)));

        var answer = await lintel.Http.PostJson($"/leads/{lead}/turned-down", new { property_id = $"{right}" });
        Assert.Equal((HttpStatusCode.OK, "m-1"), (answer.Status, (string?)answer["lead"]["turned_down_properties"]![0]));
        matches = await Matches($"/leads/{lead}/matches");
        Assert.Equal((right, 10, true), ((long)matches[^1]!["property"]!["id"]!, (int)matches[^1]!["score"]!, (bool)matches[^1]!["turned_down"]!));
        Assert.Equal(10, (int)(await Matches($"/properties/{right}/matches"))[0]!["score"]!);

        await lintel.Http.PutJson($"/leads/{lead}", new { turned_down_properties = Array.Empty<string>() });
        Assert.Equal(100, (int)(await Matches($"/leads/{lead}/matches"))[0]!["score"]!);
    }

    [Fact]
    public async Task Of_whom_nothing_is_known_nothing_is_guessed()
    {
        var lead = await lintel.Lead(new { name = "Nobody knows" });

        Assert.Empty(await Matches($"/leads/{lead}/matches"));
    }

    [Fact]
    public async Task What_is_wrong_or_missing_is_told()
    {
        var lead = await lintel.Lead(new { name = "Cy" });

        (await lintel.Http.GetJson("/leads/999999/matches")).IsProblem(HttpStatusCode.NotFound);
        (await lintel.Http.GetJson("/properties/999999/matches")).IsProblem(HttpStatusCode.NotFound);
        (await lintel.Http.GetJson($"/leads/{lead}/matches?limit=0")).IsProblem(HttpStatusCode.BadRequest, ("limit", "must be a whole number from 1 to 100"));
        (await lintel.Http.PostJson($"/leads/{lead}/turned-down", new { property_id = "none" }))
            .IsProblem(HttpStatusCode.BadRequest, ("property_id", "names property none, which does not exist"));
        (await lintel.Http.PostJson($"/leads/{lead}/turned-down", new { })).IsProblem(HttpStatusCode.BadRequest, ("property_id", "is required"));
        (await lintel.Http.PostJson("/leads/999999/turned-down", new { property_id = "1" })).IsProblem(HttpStatusCode.NotFound);
    }

    private async Task<JsonArray> Matches(string path) => (await lintel.Http.GetJson(path))["matches"].AsArray();

    private async Task<long> Listing(object property) => (long)(await lintel.Http.PostJson("/properties", property))["property"]["id"]!;
}
