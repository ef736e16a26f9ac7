using System.Net;
using Lintel.Jobs;
using Lintel.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Tests.Jobs;

public sealed class ForgetAnswersTests : OwnServer
{
    private static readonly (string, string) Key = ("Idempotency-Key", "k1");

    [Fact]
    public async Task A_key_is_new_after_24_hours_swept_up_or_not()
    {
        var first = await Http.PostJson("/leads", new { name = "A" }, Key);
        Lintel.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        var again = await Http.PostJson("/leads", new { name = "A" }, Key);
        Lintel.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var later = await Http.PostJson("/leads", new { name = "B" }, Key);
        var laterAgain = await Http.PostJson("/leads", new { name = "B" }, Key);

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(HttpStatusCode.Created, later.Status);
        Assert.Equal("B", (string)later["lead"]["name"]!);
        Assert.Equal(later.Text, laterAgain.Text);
    }

    [Fact]
    public async Task Old_answers_are_deleted_and_younger_ones_stay()
    {
        foreach (var i in Enumerable.Range(1, 3))
        {
            await Http.PostJson("/leads", new { name = $"Lead {i}" }, ("Idempotency-Key", $"old {i}"));
        }

        Lintel.Clock.Advance(TimeSpan.FromHours(23));
        await Http.PostJson("/leads", new { name = "Young" }, ("Idempotency-Key", "young"));
        Lintel.Clock.Advance(TimeSpan.FromHours(1));
        await Lintel.Service<ForgetAnswers>().Run(TestContext.Current.CancellationToken);

        Assert.Equal(["young"], await Lintel.Write(db => db.StoredAnswers.Select(answer => answer.Key).ToListAsync()));
    }
}
