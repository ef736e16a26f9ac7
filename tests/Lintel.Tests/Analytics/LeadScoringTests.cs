using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Analytics;

public sealed class LeadScoringTests : OwnServer
{
    [Fact]
    public async Task An_empty_agency_has_all_five_ranges()
    {
        Arrange.Same(
            """
            {
              "success": true,
              "scoring_analysis": {
                "score_distribution": [
                  {"range": "0-20", "label": "Very Low", "count": 0, "converted": 0, "conversion_rate": 0},
                  {"range": "21-40", "label": "Low", "count": 0, "converted": 0, "conversion_rate": 0},
                  {"range": "41-60", "label": "Medium", "count": 0, "converted": 0, "conversion_rate": 0},
                  {"range": "61-80", "label": "High", "count": 0, "converted": 0, "conversion_rate": 0},
                  {"range": "81-100", "label": "Very High", "count": 0, "converted": 0, "conversion_rate": 0}
                ],
                "status_scores": []
              }
            }
            """,
            (await Http.GetJson("/analytics/lead-scoring")).Body);
    }

    [Fact]
    public async Task Every_lead_falls_into_the_range_of_the_score_it_has_now()
    {
        // 20: the four contacts. 25 more with areas, and so on: the edges of the ranges.
        var contacts = new { name = "A", phone = "91234567", whatsapp_number = "98765432", email = "a@lintel.test" };
        var twenty = await Lintel.Lead(contacts);
        await Lintel.Lead(new { name = "B", phone = "91234568", whatsapp_number = "98765433", email = "b@lintel.test", interested_properties = new[] { "1" } });
        var won = await Lintel.Lead(new { name = "C", phone = "91234569" });
        await Lintel.Message(won, Direction.Inbound);
        await Lintel.Message(won, Direction.Outbound);
        await Lintel.Status(won, "converted");

        Arrange.Same(
            """
            {
              "success": true,
              "scoring_analysis": {
                "score_distribution": [
                  {"range": "0-20", "label": "Very Low", "count": 1, "converted": 0, "conversion_rate": 0},
                  {"range": "21-40", "label": "Low", "count": 2, "converted": 1, "conversion_rate": 50},
                  {"range": "41-60", "label": "Medium", "count": 0, "converted": 0, "conversion_rate": 0},
                  {"range": "61-80", "label": "High", "count": 0, "converted": 0, "conversion_rate": 0},
                  {"range": "81-100", "label": "Very High", "count": 0, "converted": 0, "conversion_rate": 0}
                ],
                "status_scores": [
                  {"status": "new", "avg_score": 21, "count": 2},
                  {"status": "converted", "avg_score": 35, "count": 1}
                ]
              }
            }
            """,
            (await Http.GetJson("/analytics/lead-scoring")).Body);

        await Http.PutJson($"/leads/{twenty}", new { budget_max = 20_000, tags = new[] { "vip" }, status = "lost" });
        Arrange.Same(
            """
            [{"status": "new", "avg_score": 22, "count": 1}, {"status": "converted", "avg_score": 35, "count": 1}, {"status": "lost", "avg_score": 30, "count": 1}]
            """,
            (await Http.GetJson("/analytics/lead-scoring"))["scoring_analysis"]["status_scores"]);
    }

    [Fact]
    public async Task Lists_filtered_by_score_have_the_same_totals()
    {
        await Lintel.Lead(new { name = "A", phone = "91234567" });
        await Lintel.Lead(new { name = "B" });
        await Lintel.Lead(new { name = "C", status = "lost" });

        Assert.Equal(2, (int)(await Http.GetJson("/leads?max_score=9"))["pagination"]["total"]!);
        Assert.Equal(1, (int)(await Http.GetJson("/leads?status=new&min_score=5&max_score=9"))["pagination"]["total"]!);
        Assert.Equal(1, (int)(await Http.GetJson("/leads?min_score=10&priority=medium"))["pagination"]["total"]!);
    }
}
