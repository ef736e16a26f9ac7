using System.Net;
using System.Text.Json.Nodes;
using Lintel.Tests.Running;

namespace Lintel.Tests.Properties;

public sealed class UpdatePropertyTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    [Fact]
    public async Task Only_what_is_sent_changes_and_null_clears()
    {
        var before = await New(new { title = "A", area = "Central", price = 30_000, saleable_area = 600, is_active = false, is_featured = true, images = new[] { "https://x.example/1" } });
        lintel.Clock.Advance(TimeSpan.FromMinutes(5));

        var changed = await lintel.Http.PutJson(
            $"/properties/{before["id"]}", """{"area": null, "price": null, "images": null, "saleable_area": "", "is_active": null, "bedrooms": 0}""");

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        var expected = before.DeepClone();
        (expected["area"], expected["price"], expected["images"], expected["saleable_area"]) = (null, null, new JsonArray(), null);
        (expected["price_per_sqft"], expected["is_active"], expected["bedrooms"]) = (null, true, 0);
        expected["updated_at"] = changed["property"]["updated_at"]!.DeepClone();
        Assert.True(JsonNode.DeepEquals(expected, changed["property"]), changed.Text);
        Assert.Equal(TimeSpan.FromMinutes(5), (DateTime)changed["property"]["updated_at"]! - (DateTime)before["updated_at"]!);
        Assert.Equal(changed.Headers.ETag, (await lintel.Http.GetJson($"/properties/{before["id"]}")).Headers.ETag);
    }

    [Fact]
    public async Task What_changes_nothing_moves_nothing()
    {
        var before = await New(new { title = "Still", price = 5, source = "a", source_id = "still" });
        lintel.Clock.Advance(TimeSpan.FromMinutes(5));

        var same = await lintel.Http.PutJson($"/properties/{before["id"]}", new { title = " Still", price = 5.0, source = "A", source_id = "still" });

        Assert.True(JsonNode.DeepEquals(before, same["property"]), same.Text);
    }

    [Fact]
    public async Task A_stale_version_changes_nothing()
    {
        var id = (long)(await New(new { title = "First" }))["id"]!;
        var tag = (await lintel.Http.GetJson($"/properties/{id}")).Headers.ETag!.ToString();

        var first = await lintel.Http.PutJson($"/properties/{id}", new { title = "Second" }, ("If-Match", tag));
        var second = await lintel.Http.PutJson($"/properties/{id}", new { title = "Third" }, ("If-Match", tag));

        Assert.Equal(HttpStatusCode.OK, first.Status);
        second.IsProblem(HttpStatusCode.PreconditionFailed);
        Assert.Equal("Second", (string?)(await lintel.Http.GetJson($"/properties/{id}"))["property"]["title"]);
    }

    [Fact]
    public async Task Another_listings_name_at_its_source_is_refused()
    {
        var holder = (long)(await New(new { title = "Holder", source = "28hse", source_id = "taken" }))["id"]!;
        var id = (long)(await New(new { title = "Other", source = "squarefoot", source_id = "taken" }))["id"]!;

        (await lintel.Http.PutJson($"/properties/{id}", new { source = "28hse", title = "Changed" })).IsProblem(
            HttpStatusCode.Conflict, ("source", $"already belongs to property {holder}"));
        (await lintel.Http.PutJson($"/properties/{id}", new { source = "28hse", source_id = "taken" })).IsProblem(
            HttpStatusCode.Conflict, ("source_id", $"already belongs to property {holder}"));
        Assert.Equal("Other", (string?)(await lintel.Http.GetJson($"/properties/{id}"))["property"]["title"]);

        // Half a name belongs to nobody.
        Assert.Equal(HttpStatusCode.OK, (await lintel.Http.PutJson($"/properties/{id}", """{"source": null}""")).Status);
    }

    [Theory]
    [InlineData("""{"title": null}""", "title", "must not be empty")]
    [InlineData("""{"title": "  "}""", "title", "must not be empty")]
    [InlineData("""{"title": {}}""", "title", "must be text")]
    [InlineData("""{"price": "free"}""", "price", "must be a whole number")]
    [InlineData("""{"gross_area": "wide"}""", "gross_area", "must be a number of square feet, or text such as \"450 sqft\" or \"450呎\"")]
    public async Task What_cannot_be_accepted_is_named_and_nothing_is_kept(string body, string field, string problem)
    {
        var before = await New(new { title = "Kept", price = 1 });

        (await lintel.Http.PutJson($"/properties/{before["id"]}", body)).IsProblem(HttpStatusCode.BadRequest, (field, problem));

        Assert.True(JsonNode.DeepEquals(before, (await lintel.Http.GetJson($"/properties/{before["id"]}"))["property"]));
    }

    [Theory]
    [InlineData("/properties/0")]
    [InlineData("/properties/-1")]
    [InlineData("/properties/abc")]
    [InlineData("/properties/999999")]
    [InlineData("/properties/99999999999999999999")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        (await lintel.Http.PutJson(path, new { title = "X" })).IsProblem(HttpStatusCode.NotFound);
        (await lintel.Http.GetJson(path)).IsProblem(HttpStatusCode.NotFound);
    }

    private async Task<JsonNode> New(object listing) => (await lintel.Http.PostJson("/properties", listing))["property"];
}
