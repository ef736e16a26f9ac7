using Lintel.Tests.Running;

namespace Lintel.Tests.Analytics;

public sealed class LeadsTrendTests : OwnServer
{
    [Fact]
    public async Task Every_day_has_a_row_and_begins_at_midnight_of_the_agency()
    {
        // 09:45 in Hong Kong; its midnight is 16:00 UTC.
        var early = await Lintel.Lead(new { name = "A" });
        Lintel.Clock.Advance(TimeSpan.FromMilliseconds((14.25 * 3_600_000) - 1));
        await Lintel.Lead(new { name = "B" });
        Lintel.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await Lintel.Lead(new { name = "C" });
        await Lintel.Status(early, "converted");
        Lintel.Clock.Advance(TimeSpan.FromDays(2));

        Arrange.Same(
            """
            {
              "success": true,
              "trend_data": {
                "leads": [
                  {"date": "2026-11-22", "leads": 0}, {"date": "2026-11-23", "leads": 2}, {"date": "2026-11-24", "leads": 1},
                  {"date": "2026-11-25", "leads": 0}, {"date": "2026-11-26", "leads": 0}
                ],
                "conversions": [
                  {"date": "2026-11-22", "conversions": 0}, {"date": "2026-11-23", "conversions": 0}, {"date": "2026-11-24", "conversions": 1},
                  {"date": "2026-11-25", "conversions": 0}, {"date": "2026-11-26", "conversions": 0}
                ]
              }
            }
            """,
            (await Http.GetJson("/analytics/leads-trend?days=5")).Body);
    }

    [Fact]
    public async Task Without_days_there_are_30_and_at_most_3650()
    {
        Assert.Equal(30, (await Http.GetJson("/analytics/leads-trend"))["trend_data"]["leads"]!.AsArray().Count);
        Assert.Equal(3650, (await Http.GetJson("/analytics/leads-trend?days=3650"))["trend_data"]["conversions"]!.AsArray().Count);
    }

    [Fact]
    public async Task Days_are_as_long_as_the_agency_s_clocks_make_them()
    {
        // Havana turns its clocks back at 01:00 on 7 November 2027, to midnight: the day begins at 04:00 UTC and has 25 hours.
        await using var havana = new LintelServer { TimeZone = "America/Havana" };
        await havana.InitializeAsync();
        havana.Clock.AdjustTime(new DateTimeOffset(2027, 11, 7, 3, 59, 59, TimeSpan.Zero));
        await havana.Lead(new { name = "Last of the day before" });
        havana.Clock.Advance(TimeSpan.FromSeconds(1));
        await havana.Lead(new { name = "First of the long day" });
        havana.Clock.Advance(TimeSpan.FromHours(25) - TimeSpan.FromMilliseconds(1));
        await havana.Lead(new { name = "Last of the long day" });
        havana.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await havana.Lead(new { name = "First of the day after" });

        Arrange.Same(
            """
            [{"date": "2027-11-06", "leads": 1}, {"date": "2027-11-07", "leads": 2}, {"date": "2027-11-08", "leads": 1}]
            """,
            (await havana.Http.GetJson("/analytics/leads-trend?days=3"))["trend_data"]["leads"]);
    }
}
