using Lintel.Tests.Running;

namespace Lintel.Tests.Analytics;

public sealed class FunnelTests : OwnServer
{
    [Fact]
    public async Task An_empty_funnel_is_zero_everywhere()
    {
        Arrange.Same(
            """
            {
              "success": true,
              "funnel": {
                "counts": {"total_leads": 0, "contacted_leads": 0, "qualified_leads": 0, "viewing_leads": 0, "applied_leads": 0, "converted_leads": 0},
                "rates": {"contact_rate": 0, "qualification_rate": 0, "viewing_rate": 0, "application_rate": 0, "conversion_rate": 0}
              }
            }
            """,
            (await Http.GetJson("/analytics/funnel")).Body);
    }

    [Fact]
    public async Task A_lead_counts_at_every_stage_up_to_the_furthest_it_ever_reached()
    {
        var old = await Lintel.Lead(new { name = "Old" });
        Lintel.Clock.Advance(TimeSpan.FromDays(31));
        await Lintel.Lead(new { name = "New" });
        var lost = await Lintel.Lead(new { name = "Lost after it was qualified" });
        var reopened = await Lintel.Lead(new { name = "Applied, lost, new again" });
        var takenBack = await Lintel.Lead(new { name = "Converted by mistake" });
        await Lintel.Lead(new { name = "Born at the viewing", status = "viewing_scheduled" });
        var never = await Lintel.Lead(new { name = "Lost at once" });
        await Lintel.Status(old, "converted");
        await Lintel.Status(lost, "qualified", "lost");
        await Lintel.Status(reopened, "applied", "lost", "new");
        await Lintel.Status(takenBack, "converted", "contacted");
        await Lintel.Status(never, "lost");

        Arrange.Same(
            """
            {
              "success": true,
              "funnel": {
                "counts": {"total_leads": 6, "contacted_leads": 4, "qualified_leads": 4, "viewing_leads": 3, "applied_leads": 2, "converted_leads": 1},
                "rates": {"contact_rate": 66.67, "qualification_rate": 66.67, "viewing_rate": 50, "application_rate": 33.33, "conversion_rate": 16.67}
              }
            }
            """,
            (await Http.GetJson("/analytics/funnel")).Body);
    }
}
