using System.Net;
using System.Text.Json.Nodes;
using Lintel.Tests.Running;

namespace Lintel.Tests.Properties;

public sealed class SavePropertiesTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    [Fact]
    public async Task Each_listing_is_reported_and_a_rejected_one_stops_none()
    {
        var known = (long)(await lintel.Http.PostJson("/properties", new { title = "Known", source = "a", source_id = "known", price = 1 }))["property"]["id"]!;
        var same = (long)(await lintel.Http.PostJson("/properties", new { title = "Same", source = "a", source_id = "same" }))["property"]["id"]!;

        var answer = await lintel.Http.PostJson("/properties/bulk", """
            {"properties": [
              {"title": "New", "source": "b", "source_id": "known"},
              {"source": "a", "source_id": "known", "price": 2},
              {"title": "Same", "source": "A", "source_id": "same", "scraped_at": "2026-11-23"},
              {"title": "", "price": "x"},
              {"source": "a", "source_id": "known", "title": null},
              7,
              {"title": "Twice", "title": "Twice"},
              {"title": "\ud800"},
              {"title": "Without a source"}
            ]}
            """);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var created = (long)answer["results"][0]!["id"]!;
        var expected = JsonNode.Parse($$"""
            {
              "results": [
                {"index": 0, "status": "created", "id": {{created}}, "errors": null},
                {"index": 1, "status": "updated", "id": {{known}}, "errors": null},
                {"index": 2, "status": "unchanged", "id": {{same}}, "errors": null},
                {"index": 3, "status": "rejected", "id": null, "errors": {"price": ["must be a whole number"], "title": ["is required"] } },
                {"index": 4, "status": "rejected", "id": null, "errors": {"title": ["must not be empty"] } },
                {"index": 5, "status": "rejected", "id": null, "errors": {"property": ["must be an object"] } },
                {"index": 6, "status": "rejected", "id": null, "errors": {"property": ["cannot be read: a key is there twice, or is no valid Unicode"] } },
                {"index": 7, "status": "rejected", "id": null, "errors": {"title": ["must be valid Unicode text"] } },
                {"index": 8, "status": "created", "id": {{created + 1}}, "errors": null}
              ],
              "counts": {"created": 2, "updated": 1, "unchanged": 1, "rejected": 5},
              "success": true
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, answer.Body), answer.Text);
        Assert.Equal("2", (await lintel.Http.GetJson($"/properties/{known}"))["property"]["price"]!.ToJsonString());
    }

    [Fact]
    public async Task The_same_listing_twice_is_taken_in_the_order_sent()
    {
        var answer = await lintel.Http.PostJson("/properties/bulk", new
        {
            properties = new object[]
            {
                new { title = "", source = "twice", source_id = "1" },
                new { title = "First", price = 1, source = "twice", source_id = "1" },
                new { title = "Second", source = "twice", source_id = "1" },
                new { title = "Second", source = "twice", source_id = "1" },
            },
        });

        Assert.Equal(["rejected", "created", "updated", "unchanged"], answer["results"].AsArray().Select(result => (string)result!["status"]!));
        Assert.Single(answer["results"].AsArray().Skip(1).Select(result => (long)result!["id"]!).Distinct());
        var list = await lintel.Http.GetJson("/properties?source=twice");
        Assert.Equal((1, "Second", 1), ((int)list["pagination"]["total"]!, (string)list["properties"][0]!["title"]!, (int)list["properties"][0]!["price"]!));
    }

    [Fact]
    public async Task Unchanged_listings_keep_their_time()
    {
        var listings = new { properties = Enumerable.Range(0, 20).Select(i => new { title = $"Flat {i}", source = "quiet", source_id = $"{i}", images = new[] { "https://x.example/1" } }) };
        await lintel.Http.PostJson("/properties/bulk", listings);
        var before = await lintel.Http.GetJson("/properties?source=quiet&sort=id");
        lintel.Clock.Advance(TimeSpan.FromHours(4));

        var again = await lintel.Http.PostJson("/properties/bulk", listings);

        Assert.Equal("""{"created":0,"updated":0,"unchanged":20,"rejected":0}""", again["counts"].ToJsonString());
        Assert.Equal(before.Text, (await lintel.Http.GetJson("/properties?source=quiet&sort=id")).Text);
    }

    [Fact]
    public async Task A_thousand_fit_and_one_more_does_not()
    {
        var thousand = Enumerable.Range(0, 1_000).Select(i => new { title = $"Bulk {i}", source = "bulk", source_id = $"{i}", address = new string('x', 400) }).ToList();

        var answer = await lintel.Http.PostJson("/properties/bulk", new { properties = thousand });
        Assert.Equal("""{"created":1000,"updated":0,"unchanged":0,"rejected":0}""", answer["counts"].ToJsonString());
        Assert.Equal(Enumerable.Range(0, 1_000), answer["results"].AsArray().Select(result => (int)result!["index"]!));

        (await lintel.Http.PostJson("/properties/bulk", new { properties = thousand.Append(thousand[0]) })).IsProblem(
            HttpStatusCode.BadRequest, ("properties", "must have at most 1000 items"));
    }

    [Fact]
    public async Task Ten_megabytes_are_taken_and_no_more()
    {
        var listing = new string('x', 9_900);
        var large = await lintel.Http.PostJson("/properties/bulk", $$"""{"properties": [{"title": "Large"}], "unheard_of": [{{Filler(980)}}]}""");
        Assert.Equal((HttpStatusCode.OK, 1), (large.Status, (int)large["counts"]["created"]!));

        await IsTooLarge("/properties/bulk", $$"""{"properties": [{"title": "Larger"}], "unheard_of": [{{Filler(1_020)}}]}""");
        await IsTooLarge("/properties", $$"""{"title": "Large", "unheard_of": [{{Filler(110)}}]}""");

        // A client that asks first is answered before it sends it all.
        async Task IsTooLarge(string path, string body) =>
            (await lintel.Http.PostJson(path, body, ("Expect", "100-continue"))).IsProblem(HttpStatusCode.RequestEntityTooLarge);

        string Filler(int pieces) => string.Join(',', Enumerable.Repeat($"\"{listing}\"", pieces));
    }

    [Theory]
    [InlineData("{}", "is required")]
    [InlineData("""{"properties": null}""", "is required")]
    [InlineData("""{"properties": "none"}""", "must be a list of listings")]
    [InlineData("""{"properties": {"title": "One"}}""", "must be a list of listings")]
    public async Task What_is_no_list_is_named(string body, string problem) =>
        (await lintel.Http.PostJson("/properties/bulk", body)).IsProblem(HttpStatusCode.BadRequest, ("properties", problem));

    [Theory]
    [InlineData("""[{"title": "Bare"}]""")]
    [InlineData("")]
    public async Task What_is_no_object_is_refused(string body) =>
        (await lintel.Http.PostJson("/properties/bulk", body)).IsProblem(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_list_that_breaks_off_is_refused_whole() =>
        (await lintel.Http.PostJson("/properties/bulk", """{"properties": [{"title": "Open"}""")).IsProblem(
            HttpStatusCode.BadRequest, ("properties", "cannot be read"));

    [Fact]
    public async Task Nothing_makes_nothing()
    {
        var answer = await lintel.Http.PostJson("/properties/bulk", """{"properties": []}""");

        Assert.Equal("""{"results":[],"counts":{"created":0,"updated":0,"unchanged":0,"rejected":0},"success":true}""", answer.Text);
    }

    [Fact]
    public async Task Two_scrapers_at_once_make_each_listing_once()
    {
        var listings = new { properties = Enumerable.Range(0, 50).Select(i => new { title = $"Both {i}", source = "both", source_id = $"{i}" }) };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => lintel.Http.PostJson("/properties/bulk", listings)));

        Assert.Equal(50, answers.Sum(answer => (int)answer["counts"]["created"]!));
        Assert.Equal(50, (int)(await lintel.Http.GetJson("/properties?source=both"))["pagination"]["total"]!);
    }

    [Fact]
    public async Task The_same_key_gives_the_first_answer_again()
    {
        var listings = new { properties = new[] { new { title = "Keyed" } } };
        var first = await lintel.Http.PostJson("/properties/bulk", listings, ("Idempotency-Key", "bulk-1"));
        var again = await lintel.Http.PostJson("/properties/bulk", listings, ("Idempotency-Key", "bulk-1"));

        Assert.Equal(first.Text, again.Text);
    }
}
