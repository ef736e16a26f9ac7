using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Accounts;

public sealed class AgencyTests : OwnServer
{
    [Fact]
    public async Task An_agency_changes_what_is_sent_and_reads_by_it_at_once()
    {
        var answer = await Http.PutJson("/agency", new { name = "Harbour Homes", time_zone = "Europe/London", currency = "gbp", region = "gb" });

        Arrange.Same(
            """{"success": true, "agency": {"id": 1, "name": "Harbour Homes", "time_zone": "Europe/London", "currency": "GBP", "region": "GB", "agents_see_unassigned": false}}""", answer.Body);
        Arrange.Same(answer.Text, (await Http.GetJson("/agency")).Body);
        var lead = await Http.PostJson("/leads", new { phone = "020 7946 0958" });
        Assert.Equal("+442079460958", (string)lead["lead"]["phone"]!);

        await Http.PutJson("/agency", new { name = "Harbour" });
        Arrange.Same(
            """{"success": true, "agency": {"id": 1, "name": "Harbour", "time_zone": "Europe/London", "currency": "GBP", "region": "GB", "agents_see_unassigned": false}}""",
            (await Http.GetJson("/agency")).Body);
    }

    [Fact]
    public async Task What_an_agency_cannot_be_is_named_and_changes_nothing()
    {
        var before = (await Http.GetJson("/agency")).Text;

        (await Http.PutJson("/agency", new { name = (string?)null, time_zone = "Mars", currency = "no", region = "ZZ", agents_see_unassigned = (bool?)null })).IsProblem(
            HttpStatusCode.BadRequest,
            ("name", "must not be empty"),
            ("agents_see_unassigned", "must not be empty"),
            ("time_zone", "must be an IANA time zone such as Asia/Hong_Kong"),
            ("currency", "must be an ISO 4217 code such as HKD"),
            ("region", "must be an ISO 3166 region such as HK"));
        Assert.Equal(before, (await Http.GetJson("/agency")).Text);
    }
}
