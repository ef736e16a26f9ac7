using Lintel.Accounts;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Accounts;

/// <summary>What lets nobody in any more is not kept.</summary>
public sealed class ForgetAccessTests() : ClosedServer("https://crm.example.com")
{
    [Fact]
    public async Task Ended_sessions_links_that_are_over_and_old_failures_are_deleted_and_what_still_counts_stays()
    {
        var owner = await SignedIn(await Member(Role.Owner));
        await owner.PostJson("/users/invitations", new { email = "early@example.com", role = "agent" });
        await Client().PostJson("/auth/sign-in", new { email = "nobody@example.com", password = Password });
        Lintel.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1));
        await Forget();
        Assert.Equal((1, 1, 1), await Kept());

        Lintel.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await owner.PostJson("/users/invitations", new { email = "late@example.com", role = "agent" });
        await Forget();
        Assert.Equal((1, 2, 0), await Kept());

        Lintel.Clock.Advance(TimeSpan.FromDays(6));
        await Forget();
        Assert.Equal((1, 1, 0), await Kept());
        Assert.Equal(["late@example.com"], (await Lintel.Database.Rows("SELECT email FROM mailed_links")).Select(row => (string)row[0]!));

        Lintel.Clock.Advance(Session.LongestIdle);
        await Forget();
        Assert.Equal((0, 0, 0), await Kept());
    }

    private Task Forget() => Lintel.Service<ForgetAccess>().Run(Cancel);

    private async Task<(long Sessions, long Links, long Failures)> Kept() => (
        await Lintel.Database.Count("SELECT count(*) FROM sessions"),
        await Lintel.Database.Count("SELECT count(*) FROM mailed_links"),
        await Lintel.Database.Count("SELECT count(*) FROM sign_in_failures"));
}
