using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Understanding;

/// <summary>What an agency's listings and agents name is known to its next message, and to whoever it is assigned by.</summary>
public sealed class OwnPlacesTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    [Fact]
    public async Task A_listing_and_an_agent_teach_their_places_at_once()
    {
        Assert.Empty(await Areas("2br in Maison Verte or ebisu garden"));

        await lintel.Http.PostJson("/properties", new { title = "A flat", development = "Maison Verte" });
        Assert.Equal("Maison Verte", await Areas("2br in Maison Verte or ebisu garden"));

        await Agent("ebisu", "Ebisu Garden");
        Assert.Equal("Maison Verte, Ebisu Garden", await Areas("2br in Maison Verte or ebisu garden"));
    }

    [Fact]
    public async Task Many_listings_at_once_and_a_change_teach_theirs()
    {
        var id = (long)(await lintel.Http.PostJson("/properties/bulk", """{"properties": [{"title": "A", "area": "Nakameguro"}, {"title": "B", "area": "Daikanyama"}]}"""))["results"][0]!["id"]!;
        Assert.Equal("Nakameguro, Daikanyama", await Areas("nakameguro or daikanyama"));

        await lintel.Http.PutJson($"/properties/{id}", new { area = "Yutenji" });
        Assert.Equal("Nakameguro, Yutenji", await Areas("nakameguro or yutenji"));
    }

    [Fact]
    public async Task An_inquiry_that_names_a_development_reaches_the_agent_of_its_area_and_the_other_way_round()
    {
        var ofArea = await Agent("daan", "Da'an District");
        var ofDevelopment = await Agent("towers", "Xinyi Towers");
        await lintel.Http.PostJson("/properties", new { title = "A flat", development = "Park Residence", area = "Da'an District" });
        await lintel.Http.PostJson("/properties", new { title = "A flat", development = "Xinyi Towers", area = "Xinyi District" });

        Assert.Equal(ofArea, await AssignedFor("+886912000001", "Is there a 2 bedroom at Park Residence?"));
        Assert.Equal(ofDevelopment, await AssignedFor("+886912000002", "Looking for a flat in Xinyi District"));
    }

    [Fact]
    public async Task An_inquiry_in_Chinese_reaches_the_agent_whose_area_it_names()
    {
        var agent = await Agent("tkp", "Quarry Bay");
        await Agent("yl", "Yuen Long");

        Assert.Equal(agent, await AssignedFor("+85291230001", "你好，想搵太古城兩房，月租兩萬五以內"));
    }

    private async Task<string> Areas(string message) =>
        string.Join(", ", (await lintel.Http.PostJson("/leads/understand", new { message }))["understanding"]["preferred_areas"]!.AsArray().Select(area => (string?)area));

    private async Task<long> Agent(string name, string area)
    {
        var answer = await lintel.Http.PostJson("/agents", new { name, email = $"{name}@example.com", specialization_areas = new[] { area } });
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return (long)answer["agent"]["id"]!;
    }

    private async Task<long?> AssignedFor(string number, string message) =>
        (long?)(await lintel.Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = number, message }))["lead"]["assigned_agent_id"];
}
