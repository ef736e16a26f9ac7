using Lintel.Model;
using Lintel.Scoring;
using Lintel.Tests.Running;

namespace Lintel.Tests.Scoring;

public sealed class RescoreDueTests : OwnServer
{
    [Theory]
    [InlineData(0, 0, 25)]
    [InlineData(24, 0, 25)]
    [InlineData(24, 1, 20)]
    [InlineData(72, 0, 20)]
    [InlineData(72, 1, 15)]
    [InlineData(168, 0, 15)]
    [InlineData(168, 1, 10)]
    [InlineData(9_000, 0, 10)]
    public async Task A_kept_score_fades_as_the_last_contact_grows_old(int hours, int milliseconds, int score)
    {
        var lead = await Lintel.Lead(new { name = "A" });
        await Lintel.Message(lead, Direction.Inbound);
        var before = (await Http.GetJson($"/leads/{lead}"))["lead"];

        Lintel.Clock.Advance(TimeSpan.FromHours(hours) + TimeSpan.FromMilliseconds(milliseconds));
        await Lintel.Service<RescoreDue>().Run(TestContext.Current.CancellationToken);

        var after = (await Http.GetJson($"/leads/{lead}"))["lead"];
        Assert.Equal(score, (int)after["score"]!);
        Assert.Equal(score, (int)(await Http.GetJson($"/leads/{lead}/score"))["score"]);
        Assert.Equal((string)before["updated_at"]!, (string)after["updated_at"]!);
    }

    [Fact]
    public async Task Fading_does_not_make_anyone_s_change_stale()
    {
        var lead = await Lintel.Lead(new { name = "A" });
        await Lintel.Message(lead, Direction.Inbound);
        var etag = (await Http.GetJson($"/leads/{lead}")).Headers.ETag!.Tag;

        Lintel.Clock.Advance(TimeSpan.FromDays(8));
        await Lintel.Service<RescoreDue>().Run(TestContext.Current.CancellationToken);

        Assert.Equal(200, (int)(await Http.PutJson($"/leads/{lead}", new { notes = "called" }, ("If-Match", etag))).Status);
    }

    [Fact]
    public async Task Many_at_once_are_all_done()
    {
        await Lintel.Write(async db =>
        {
            foreach (var i in Enumerable.Range(1, 1_001))
            {
                var lead = new Lead { AgencyId = db.AgencyId, Name = $"Lead {i}", CreatedAt = db.Now };
                lead.Open(LeadStatus.New, "test", "test", db.Now);
                lead.Record(new Interaction { CreatedAt = db.Now, Direction = Direction.Inbound }, "test");
                lead.Rate(db.Now);
                db.Leads.Add(lead);
            }

            return await db.SaveChangesAsync();
        });
        Assert.Equal(1_001, (int)(await Http.GetJson("/leads?min_score=25"))["pagination"]["total"]!);

        Lintel.Clock.Advance(TimeSpan.FromDays(30));
        await Lintel.Service<RescoreDue>().Run(TestContext.Current.CancellationToken);

        Assert.Equal(0, (int)(await Http.GetJson("/leads?min_score=11"))["pagination"]["total"]!);
        Assert.Equal(1_001, (int)(await Http.GetJson("/analytics/lead-scoring"))["scoring_analysis"]["score_distribution"]![0]!["count"]!);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_clock_alone_makes_it_happen()
    {
        var lead = await Lintel.Lead(new { name = "A" });
        await Lintel.Message(lead, Direction.Inbound);

        Lintel.Clock.Advance(TimeSpan.FromHours(24));
        for (var score = 25; score != 20; score = (int)(await Http.GetJson($"/leads/{lead}"))["lead"]["score"]!)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Lintel.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }
}
