using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Analytics;

public sealed class ResponseTimesTests : OwnServer
{
    [Fact]
    public async Task Leads_are_counted_by_the_time_to_their_first_answer()
    {
        await Answered(TimeSpan.FromMinutes(4));
        await Answered(TimeSpan.FromMinutes(5));
        await Answered(TimeSpan.FromMinutes(59));
        await Answered(TimeSpan.FromMinutes(60));
        await Answered(TimeSpan.FromDays(3));
        await Lintel.Lead(new { name = "Nobody answered" });

        Arrange.Same(
            """
            {
              "success": true,
              "response_times": [
                {"from_minutes": 0, "to_minutes": 5, "leads": 1},
                {"from_minutes": 5, "to_minutes": 15, "leads": 1},
                {"from_minutes": 15, "to_minutes": 60, "leads": 1},
                {"from_minutes": 60, "to_minutes": 240, "leads": 1},
                {"from_minutes": 240, "to_minutes": 1440, "leads": 0},
                {"from_minutes": 1440, "to_minutes": null, "leads": 1}
              ],
              "unanswered": 1
            }
            """,
            (await Http.GetJson("/analytics/response-times")).Body);
    }

    private async Task Answered(TimeSpan after)
    {
        var lead = await Lintel.Lead(new { name = "Answered" });
        Lintel.Clock.Advance(after);
        await Lintel.Message(lead, Direction.Outbound);
    }
}
