using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Properties;

public sealed class ListPropertiesTests(ListPropertiesTests.Agency agency) : IClassFixture<ListPropertiesTests.Agency>
{
    [Theory]
    [InlineData("", "shop,studio,house,flat")]
    [InlineData("sort=created_at", "flat,house,studio,shop")]
    [InlineData("sort=-price", "house,shop,flat,studio")]
    [InlineData("sort=area,-price", "studio,shop,house,flat")]
    [InlineData("sort=title", "flat,house,shop,studio")]
    [InlineData("sort=-saleable_area", "house,flat,studio,shop")]
    [InlineData("area=Central", "shop")]
    [InlineData("area=central", "shop")]
    [InlineData("area=中環", "shop")]
    [InlineData("area=Tai%20Koo", "flat")]
    [InlineData("area=Tai%20Koo%20Shing", "flat")]
    [InlineData("area=Eastern%20District", "flat")]
    [InlineData("area=Nowhere", "")]
    [InlineData("property_type=house", "house")]
    [InlineData("property_type=House,studio", "studio,house")]
    [InlineData("min_price=20000", "shop,house,flat")]
    [InlineData("max_price=20000", "studio,flat")]
    [InlineData("min_price=20000&max_price=20000", "flat")]
    [InlineData("min_price=1000000000000000", "")]
    [InlineData("bedrooms=0", "studio")]
    [InlineData("bedrooms=2", "flat")]
    [InlineData("source=28hse", "studio,flat")]
    [InlineData("source=28hse,squarefoot", "studio,house,flat")]
    [InlineData("is_active=false", "studio")]
    [InlineData("is_active=true", "shop,house,flat")]
    [InlineData("is_featured=1", "house")]
    [InlineData("is_featured=false&source=28hse&is_active=true", "flat")]
    [InlineData("q=TAIKOO", "flat")]
    [InlineData("q=太古城", "flat")]
    [InlineData("q=sq-7", "house")]
    [InlineData("q=100%25", "shop")]
    [InlineData("q=_", "")]
    [InlineData("q=%5C", "")]
    [InlineData("q=%22%27%3B--", "")]
    [InlineData("page=2&per_page=3", "flat")]
    [InlineData("page=3&per_page=3", "")]
    [InlineData("page=99999999999999999999999&per_page=999", "")]
    public async Task A_list_shows_what_was_asked_for(string query, string names)
    {
        var answer = await agency.Server.Http.GetJson($"/properties?{query}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(names, string.Join(',', answer["properties"].AsArray().Select(property => agency.Names[(long)property!["id"]!])));
    }

    [Theory]
    [InlineData("page=0", "page", "must be a whole number of at least 1")]
    [InlineData("per_page=-1", "per_page", "must be a whole number of at least 1")]
    [InlineData("min_price=cheap", "min_price", "must be a whole number from 0 to 1000000000000000")]
    [InlineData("max_price=-1", "max_price", "must be a whole number from 0 to 1000000000000000")]
    [InlineData("bedrooms=two", "bedrooms", "must be a whole number from 0 to 50")]
    [InlineData("is_active=maybe", "is_active", "must be true or false")]
    [InlineData("is_featured=2", "is_featured", "must be true or false")]
    [InlineData("source=no%20slug", "source", "must be 1 to 50 lower-case letters, digits, - or _")]
    [InlineData("property_type=!", "property_type", "must be 1 to 50 lower-case letters, digits, - or _")]
    [InlineData("sort=colour", "sort", "must be a list of created_at, updated_at, scraped_at, title, area, price, saleable_area, bedrooms, total_views, id, each with - before it for descending")]
    public async Task A_wrong_question_is_named(string query, string field, string problem) =>
        (await agency.Server.Http.GetJson($"/properties?{query}")).IsProblem(HttpStatusCode.BadRequest, (field, problem));

    [Fact]
    public async Task A_page_says_where_it_stands_and_shows_what_one_listing_shows()
    {
        var answer = await agency.Server.Http.GetJson("/properties?page=2&per_page=2");

        Assert.Equal("""{"page":2,"per_page":2,"total":4,"pages":2,"has_next":false,"has_prev":true}""", answer["pagination"].ToJsonString());
        var shown = answer["properties"][0]!;
        Assert.Equal((await agency.Server.Http.GetJson($"/properties/{shown["id"]}"))["property"].ToJsonString(), shown.ToJsonString());
    }

    /// <summary>Four listings, a minute apart.</summary>
    public sealed class Agency : IAsyncLifetime
    {
        public LintelServer Server { get; } = new();

        public Dictionary<long, string> Names { get; } = [];

        public async ValueTask InitializeAsync()
        {
            await Server.InitializeAsync();
            await Add("flat", new
            {
                title = "A flat, Taikoo Shing",
                development = "太古城",
                area = "太古",
                property_type = "apartment",
                bedrooms = 2,
                price = 20_000,
                saleable_area = 580,
                source = "28hse",
                source_id = "1",
            });
            await Add("house", new
            {
                title = "House by the sea",
                area = "Sai Kung",
                property_type = "house",
                bedrooms = 4,
                price = 90_000_000_000,
                saleable_area = 2_000,
                source = "squarefoot",
                source_id = "sq-7",
                is_featured = true,
            });
            await Add("studio", new { title = "Tiny studio", property_type = "studio", bedrooms = 0, price = 8_000, saleable_area = 180, source = "28hse", source_id = "2", is_active = false });
            await Add("shop", new { title = "Shop, 100% let", area = "CENTRAL", property_type = "shop", price = 60_000 });
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();

        private async Task Add(string name, object listing)
        {
            var answer = await Server.Http.PostJson("/properties", listing);
            Names.Add((long)answer["property"]["id"]!, name);
            Server.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }
}
