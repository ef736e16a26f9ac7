using System.Net;
using System.Text.Json.Nodes;
using Lintel.Tests.Running;

namespace Lintel.Tests.Properties;

public sealed class SavePropertyTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    [Fact]
    public async Task A_listing_comes_back_as_it_is_kept()
    {
        var created = await lintel.Http.PostJson("/properties", """
            {
              "title": " Taikoo Shing, sea view ", "development": "Taikoo Shing", "address": "18 Taikoo Shing Road", "area": "Tai Koo",
              "property_type": "Apartment", "bedrooms": 2, "bathrooms": 1.0, "saleable_area": "582呎", "gross_area": 715.5, "floor": "高層",
              "price": 26500, "source": "28HSE", "source_id": " 991203 ", "listing_url": "https://www.28hse.com/rent/991203",
              "images": ["https://images.example.com/A.jpg", "https://images.example.com/a.jpg", "https://images.example.com/a.jpg", " "],
              "enriched_images": ["https://images.example.com/staged.jpg"], "agent_name": "Mei Wong", "agent_phone": "2123 4567",
              "agent_agency": "Harbour Realty", "is_active": true, "is_featured": true, "instagram_posts": ["instagram_post_123"],
              "total_views": 340, "total_inquiries": 99, "created_at": "2020-01-01", "scraped_at": "2026-11-23T09:30:00", "unheard_of": [1]
            }
            """);

        Assert.Equal(HttpStatusCode.Created, created.Status);
        var property = created["property"].AsObject();
        var id = (long)property["id"]!;
        Assert.Equal($"/properties/{id}", created.Headers.Location!.ToString());
        var expected = JsonNode.Parse($$"""
            {
              "id": {{id}}, "title": "Taikoo Shing, sea view", "development": "Taikoo Shing", "address": "18 Taikoo Shing Road", "area": "Tai Koo",
              "property_type": "apartment", "bedrooms": 2, "bathrooms": 1, "saleable_area": 582, "gross_area": 715.5, "floor": "高層",
              "price": 26500, "price_per_sqft": 45.53, "source": "28hse", "source_id": "991203", "listing_url": "https://www.28hse.com/rent/991203",
              "images": ["https://images.example.com/A.jpg", "https://images.example.com/a.jpg"],
              "enriched_images": ["https://images.example.com/staged.jpg"], "agent_name": "Mei Wong", "agent_phone": "+85221234567",
              "agent_agency": "Harbour Realty", "is_active": true, "is_featured": true, "instagram_posts": ["instagram_post_123"],
              "total_views": 340, "total_inquiries": 0, "created_at": "{{Now}}", "updated_at": "{{Now}}",
              "scraped_at": "2026-11-23T01:30:00.000Z"
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, property), property.ToJsonString());
        Assert.Equal(["success", "property"], created.Body!.AsObject().Select(key => key.Key).Order(StringComparer.Ordinal).Reverse());

        var read = await lintel.Http.GetJson($"/properties/{id}");
        Assert.True(JsonNode.DeepEquals(created["property"], read["property"]));
        Assert.Equal(created.Headers.ETag, read.Headers.ETag);
    }

    [Fact]
    public async Task A_title_is_enough()
    {
        var created = await lintel.Http.PostJson("/properties", new { title = "A room" });

        var property = created["property"].AsObject();
        var id = (long)property["id"]!;
        var expected = JsonNode.Parse($$"""
            {
              "id": {{id}}, "title": "A room", "development": null, "address": null, "area": null, "property_type": null, "bedrooms": null,
              "bathrooms": null, "saleable_area": null, "gross_area": null, "floor": null, "price": null, "price_per_sqft": null, "source": null,
              "source_id": null, "listing_url": null, "images": [], "enriched_images": [], "agent_name": null, "agent_phone": null,
              "agent_agency": null, "is_active": true, "is_featured": false, "instagram_posts": [], "total_views": 0, "total_inquiries": 0,
              "created_at": "{{Now}}", "updated_at": "{{Now}}", "scraped_at": null
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, property), property.ToJsonString());
    }

    [Theory]
    [InlineData("""{}""", "title", "is required")]
    [InlineData("""{"title": null}""", "title", "is required")]
    [InlineData("""{"title": " \u0000 "}""", "title", "is required")]
    [InlineData("""{"title": 7}""", "title", "must be text")]
    [InlineData("""{"title": "\ud83d"}""", "title", "must be valid Unicode text")]
    [InlineData("""{"title": "T", "development": {}}""", "development", "must be text")]
    [InlineData("""{"title": "T", "address": ["a"]}""", "address", "must be text")]
    [InlineData("""{"title": "T", "area": false}""", "area", "must be text")]
    [InlineData("""{"title": "T", "property_type": "two words"}""", "property_type", "must be 1 to 50 lower-case letters, digits, - or _")]
    [InlineData("""{"title": "T", "bedrooms": -1}""", "bedrooms", "must be at least 0")]
    [InlineData("""{"title": "T", "bedrooms": 51}""", "bedrooms", "must be at most 50")]
    [InlineData("""{"title": "T", "bedrooms": "2"}""", "bedrooms", "must be a whole number")]
    [InlineData("""{"title": "T", "bathrooms": 1.5}""", "bathrooms", "must be a whole number")]
    [InlineData("""{"title": "T", "saleable_area": "large"}""", "saleable_area", "must be a number of square feet, or text such as \"450 sqft\" or \"450呎\"")]
    [InlineData("""{"title": "T", "saleable_area": true}""", "saleable_area", "must be a number of square feet, or text such as \"450 sqft\" or \"450呎\"")]
    [InlineData("""{"title": "T", "saleable_area": [450]}""", "saleable_area", "must be a number of square feet, or text such as \"450 sqft\" or \"450呎\"")]
    [InlineData("""{"title": "T", "saleable_area": -1}""", "saleable_area", "must be a number of square feet, or text such as \"450 sqft\" or \"450呎\"")]
    [InlineData("""{"title": "T", "saleable_area": 1e300}""", "saleable_area", "must be a number of square feet, or text such as \"450 sqft\" or \"450呎\"")]
    [InlineData("""{"title": "T", "saleable_area": 1e999}""", "saleable_area", "must be a number of square feet, or text such as \"450 sqft\" or \"450呎\"")]
    [InlineData("""{"title": "T", "saleable_area": "\udc00"}""", "saleable_area", "must be valid Unicode text")]
    [InlineData("""{"title": "T", "gross_area": "450-500 sqft"}""", "gross_area", "must be a number of square feet, or text such as \"450 sqft\" or \"450呎\"")]
    [InlineData("""{"title": "T", "floor": 12}""", "floor", "must be text")]
    [InlineData("""{"title": "T", "price": "HK$25,000"}""", "price", "must be a whole number")]
    [InlineData("""{"title": "T", "price": 25000.5}""", "price", "must be a whole number")]
    [InlineData("""{"title": "T", "price": -1}""", "price", "must be at least 0")]
    [InlineData("""{"title": "T", "price": 99999999999999999999999999}""", "price", "must be a whole number")]
    [InlineData("""{"title": "T", "price": 1000000000000001}""", "price", "must be at most 1000000000000000")]
    [InlineData("""{"title": "T", "price_per_sqft": "45"}""", "price_per_sqft", "must be a number")]
    [InlineData("""{"title": "T", "price_per_sqft": -0.5}""", "price_per_sqft", "must be from 0 to 1000000000000000")]
    [InlineData("""{"title": "T", "source": "Ö"}""", "source", "must be 1 to 50 lower-case letters, digits, - or _")]
    [InlineData("""{"title": "T", "source_id": 991203}""", "source_id", "must be text")]
    [InlineData("""{"title": "T", "listing_url": "javascript:alert(1)"}""", "listing_url", "must be an http or https address")]
    [InlineData("""{"title": "T", "listing_url": 1}""", "listing_url", "must be text")]
    [InlineData("""{"title": "T", "images": "https://a.example/1.jpg"}""", "images", "must be a list of texts")]
    [InlineData("""{"title": "T", "images": ["/1.jpg"]}""", "images", "must be http or https addresses")]
    [InlineData("""{"title": "T", "enriched_images": [null]}""", "enriched_images", "must be a list of texts")]
    [InlineData("""{"title": "T", "agent_name": []}""", "agent_name", "must be text")]
    [InlineData("""{"title": "T", "agent_phone": 21234567}""", "agent_phone", "must be text")]
    [InlineData("""{"title": "T", "agent_agency": 1}""", "agent_agency", "must be text")]
    [InlineData("""{"title": "T", "is_active": "yes"}""", "is_active", "must be true or false")]
    [InlineData("""{"title": "T", "is_featured": 1}""", "is_featured", "must be true or false")]
    [InlineData("""{"title": "T", "instagram_posts": [{"id": 1}]}""", "instagram_posts", "must be a list of texts")]
    [InlineData("""{"title": "T", "total_views": -3}""", "total_views", "must be at least 0")]
    [InlineData("""{"title": "T", "scraped_at": "yesterday"}""", "scraped_at", "must be a time (RFC 3339, such as 2026-11-23T09:45:00+08:00)")]
    [InlineData("""{"title": "T", "scraped_at": 1795144500}""", "scraped_at", "must be text")]
    public async Task What_cannot_be_accepted_is_named_and_nothing_is_kept(string body, string field, string problem)
    {
        var before = await Total();

        var answer = await lintel.Http.PostJson("/properties", body);

        answer.IsProblem(HttpStatusCode.BadRequest, (field, problem));
        Assert.Equal(before, await Total());
    }

    [Fact]
    public async Task Every_wrong_field_is_named_at_once() =>
        (await lintel.Http.PostJson("/properties", """{"title": "", "price": "x", "saleable_area": {}, "source": "a b"}""")).IsProblem(
            HttpStatusCode.BadRequest,
            ("saleable_area", "must be a number of square feet, or text such as \"450 sqft\" or \"450呎\""),
            ("price", "must be a whole number"),
            ("source", "must be 1 to 50 lower-case letters, digits, - or _"),
            ("title", "is required"));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("""{"title": """)]
    [InlineData("""{"title": "A", "title": "B"}""")]
    public async Task What_is_no_object_is_refused(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await lintel.Http.PostJson("/properties", body)).Status);

    [Fact]
    public async Task Limits_are_told()
    {
        var fits = new
        {
            title = new string('t', 300),
            development = new string('d', 200),
            address = new string('a', 500),
            area = new string('a', 50),
            floor = new string('f', 50),
            source = new string('s', 50),
            source_id = new string('i', 100),
            listing_url = "https://x.example/" + new string('u', 1_982),
            images = Enumerable.Range(0, 50).Select(i => $"https://x.example/{i}"),
            instagram_posts = new[] { new string('p', 500) },
            agent_name = new string('n', 200),
            agent_phone = "Mr Chan 2123 4567 / 9123 4567",
        };
        var accepted = await lintel.Http.PostJson("/properties", fits);
        Assert.True(accepted.Status == HttpStatusCode.Created, accepted.Text);
        Assert.Equal("Mr Chan 2123 4567 / 9123 4567", (string?)accepted["property"]["agent_phone"]);

        (await lintel.Http.PostJson("/properties", new
        {
            title = new string('t', 301),
            development = new string('d', 201),
            address = new string('a', 501),
            area = new string('a', 51),
            saleable_area = new string('9', 101),
            floor = new string('f', 51),
            source_id = new string('i', 101),
            listing_url = "https://x.example/" + new string('u', 1_983),
            images = Enumerable.Range(0, 51).Select(i => $"https://x.example/{i}"),
            agent_phone = new string('1', 51),
        })).IsProblem(
            HttpStatusCode.BadRequest,
            ("title", "must be at most 300 characters"),
            ("development", "must be at most 200 characters"),
            ("address", "must be at most 500 characters"),
            ("area", "must be at most 50 characters"),
            ("saleable_area", "must be at most 100 characters"),
            ("saleable_area", "must be a number of square feet, or text such as \"450 sqft\" or \"450呎\""),
            ("floor", "must be at most 50 characters"),
            ("source_id", "must be at most 100 characters"),
            ("listing_url", "must be at most 2000 characters"),
            ("images", "must have at most 50 items"),
            ("agent_phone", "must be at most 50 characters"));
    }

    [Fact]
    public async Task Posted_again_it_is_updated_and_what_is_left_out_stays()
    {
        var first = await Post(new { title = "Old", area = "Sha Tin", price = 20_000, saleable_area = 400, source = "squarefoot", source_id = "again" });
        lintel.Clock.Advance(TimeSpan.FromHours(4));

        var second = await lintel.Http.PostJson("/properties", """{"title": "New", "price": 18000, "area": null, "source": "SquareFoot", "source_id": "again"}""");

        Assert.Equal((HttpStatusCode.OK, (long)first["id"]!), (second.Status, (long)second["property"]["id"]!));
        var expected = first.DeepClone().AsObject();
        (expected["title"], expected["price"], expected["area"], expected["price_per_sqft"], expected["updated_at"]) = ("New", 18_000, null, 45, second["property"]["updated_at"]!.DeepClone());
        Assert.True(JsonNode.DeepEquals(expected, second["property"]), second.Text);
        Assert.Equal(TimeSpan.FromHours(4), (DateTime)second["property"]["updated_at"]! - (DateTime)first["updated_at"]!);

        var third = await lintel.Http.PostJson("/properties", new { source = "squarefoot", source_id = "again", is_active = false });
        Assert.Equal((HttpStatusCode.OK, "New", false), (third.Status, (string?)third["property"]["title"], (bool)third["property"]["is_active"]!));
        (await lintel.Http.PostJson("/properties", """{"source": "squarefoot", "source_id": "again", "title": null}""")).IsProblem(
            HttpStatusCode.BadRequest, ("title", "must not be empty"));
    }

    [Fact]
    public async Task Posted_again_as_it_is_known_nothing_moves_but_when_it_was_read()
    {
        var listing = new { title = "Same", images = new[] { "https://x.example/1" }, bedrooms = 2, saleable_area = "450 sqft", source = "c", source_id = "same", scraped_at = "2026-11-23T00:00:00Z" };
        var first = await Post(listing);
        lintel.Clock.Advance(TimeSpan.FromHours(4));

        var second = await Post(listing with { scraped_at = "2026-11-23T04:00:00Z" });

        var expected = first.DeepClone();
        expected["scraped_at"] = "2026-11-23T04:00:00.000Z";
        Assert.True(JsonNode.DeepEquals(expected, second), second.ToJsonString());
    }

    [Theory]
    [InlineData("""{"title": "T", "source": "28hse"}""")]
    [InlineData("""{"title": "T", "source_id": "half"}""")]
    public async Task Half_a_key_names_nothing(string body)
    {
        var first = await lintel.Http.PostJson("/properties", body);
        var second = await lintel.Http.PostJson("/properties", body);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, second.Status));
        Assert.NotEqual((long)first["property"]["id"]!, (long)second["property"]["id"]!);
    }

    [Fact]
    public async Task Twenty_at_once_make_one_listing()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            lintel.Http.PostJson("/properties", new { title = $"Race {i}", source = "28hse", source_id = "race" })));

        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.Equal(19, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Single(answers.Select(answer => (long)answer["property"]["id"]!).Distinct());
        Assert.Equal(1, (int)(await lintel.Http.GetJson("/properties?q=Race"))["pagination"]["total"]!);
    }

    [Theory]
    [InlineData("""{"title": "T", "price": 9000, "saleable_area": 300, "gross_area": 450}""", 30.0)]
    [InlineData("""{"title": "T", "price": 10000, "gross_area": "300 sqft"}""", 33.33)]
    [InlineData("""{"title": "T", "price": 10000, "saleable_area": 300, "price_per_sqft": 31.5}""", 31.5)]
    [InlineData("""{"title": "T", "price": 10000, "saleable_area": 0}""", null)]
    [InlineData("""{"title": "T", "price": 10000}""", null)]
    [InlineData("""{"title": "T", "saleable_area": 300}""", null)]
    public async Task The_price_per_square_foot_is_worked_out_unless_it_is_sent(string body, double? price) =>
        Assert.Equal(price, (double?)(await lintel.Http.PostJson("/properties", body))["property"]["price_per_sqft"]);

    [Fact]
    public async Task Inquiries_are_the_leads_that_name_it_one_way_or_the_other()
    {
        var property = await Post(new { title = "Wanted", source = "28hse", source_id = "wanted-1" });
        var (id, reference) = ((long)property["id"]!, "wanted-1");
        var before = (await lintel.Http.GetJson($"/properties/{id}")).Headers.ETag;
        await Lead("A", reference);
        await Lead("B", reference, $"{id}");
        await Lead("C", $"{id}", "something else");
        var once = await Lead("D", reference);
        await lintel.Http.PutJson($"/leads/{once}", new { interested_properties = new[] { "something else" } });

        var read = await lintel.Http.GetJson($"/properties/{id}");
        Assert.Equal(3, (int)read["property"]["total_inquiries"]!);
        Assert.NotEqual(before, read.Headers.ETag);
        Assert.Equal(3, (int)(await lintel.Http.GetJson("/properties?q=wanted-1"))["properties"][0]!["total_inquiries"]!);

        // That somebody asks is no change by anyone: what was read before may still be written.
        Assert.Equal(HttpStatusCode.OK, (await lintel.Http.PutJson($"/properties/{id}", new { price = 1 }, ("If-Match", before!.ToString()))).Status);

        async Task<long> Lead(string name, params string[] interests) =>
            (long)(await lintel.Http.PostJson("/leads", new { name, interested_properties = interests }))["lead"]["id"]!;
    }

    [Fact]
    public async Task The_same_key_gives_the_first_answer_again()
    {
        var listing = new { title = "Once" };
        var first = await lintel.Http.PostJson("/properties", listing, ("Idempotency-Key", "property-1"));
        var again = await lintel.Http.PostJson("/properties", listing, ("Idempotency-Key", "property-1"));

        Assert.Equal((HttpStatusCode.Created, first.Text), (again.Status, again.Text));
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
    }

    private string Now => lintel.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<JsonNode> Post(object listing) => (await lintel.Http.PostJson("/properties", listing))["property"];

    private async Task<int> Total() => (int)(await lintel.Http.GetJson("/properties"))["pagination"]["total"]!;
}
