using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Properties;

public sealed class PropertyFiguresTests : OwnServer
{
    [Fact]
    public async Task A_listings_figures_are_of_the_leads_that_ask_about_it_by_either_name()
    {
        var id = await Lintel.Property("Harbour view", "991203");
        await Lintel.Property("Another", "7");
        await Lintel.Lead(("interested_properties", new[] { "7" }));
        var byId = await Lintel.Lead(("source", "website"), ("interested_properties", new[] { $"{id}" }));
        await Lintel.Interaction(byId, ("type", "viewing"), ("scheduled_at", "2026-11-27T10:00:00+08:00"));
        await Lintel.Interaction(byId);
        await Lintel.Status(byId, "converted");
        Lintel.Clock.Advance(TimeSpan.FromDays(9));
        await Lintel.Lead(("source", "website"), ("interested_properties", new[] { "991203", $"{id}" }));
        await Lintel.Lead(("source", "instagram"), ("interested_properties", new[] { "991203" }));

        Arrange.Same(
            """
            {
              "success": true,
              "property_figures": {
                "inquiries": 3, "viewings": 1, "conversions": 1, "conversion_rate": 33.33,
                "by_month": [
                  {"month": "2026-11-01", "source": "website", "inquiries": 1, "viewings": 1, "conversions": 1},
                  {"month": "2026-12-01", "source": "instagram", "inquiries": 1, "viewings": 0, "conversions": 0},
                  {"month": "2026-12-01", "source": "website", "inquiries": 1, "viewings": 0, "conversions": 0}
                ]
              }
            }
            """,
            (await Http.GetJson($"/properties/{id}/figures")).Body);
    }

    [Fact]
    public async Task What_is_older_than_twelve_months_counts_in_all_and_in_no_month()
    {
        var id = await Lintel.Property("Harbour view", "991203");
        await Lintel.Lead(("interested_properties", new[] { "991203" }));
        Lintel.Leap(TimeSpan.FromDays(400));

        Arrange.Same(
            """{"success": true, "property_figures": {"inquiries": 1, "viewings": 0, "conversions": 0, "conversion_rate": 0, "by_month": []}}""",
            (await Http.GetJson($"/properties/{id}/figures")).Body);
    }

    [Fact]
    public async Task A_listing_that_is_not_there_has_none() =>
        (await Http.GetJson("/properties/4711/figures")).IsProblem(HttpStatusCode.NotFound);
}
