using Lintel.Assignment;

namespace Lintel.Tests.Assignment;

/// <summary>A reason is read again as it was written.</summary>
public sealed class KeptReasonTests
{
    [Theory]
    [InlineData("Central")]
    [InlineData("Kwun Tong 20 + Lam Tin")]
    [InlineData("將軍澳")]
    public void The_points_of_a_choice_are_taken_apart_again(string area)
    {
        var agent = new Candidate(1, "Amy", new HashSet<string> { area }, ["village_house"], [], 3, 10, 8, 2, null);

        var kept = KeptReason.Read(AgentChoice.Best(new Wish([area], "village_house", null), [agent])!.Reason);

        Assert.Equal(KeptReason.Chosen, kept.Key);
        Assert.Equal([("area", area, "20"), ("type", "village_house", "15"), ("workload", null, "7"), ("performance", null, "2.5")], kept.Points);
    }

    [Fact]
    public void Only_what_gave_points_is_named()
    {
        var agent = new Candidate(1, "Amy", new HashSet<string>(), [], [], 0, 10, 0, 0, null);

        var kept = KeptReason.Read(AgentChoice.Best(new Wish(["Central"], "office", null), [agent])!.Reason);

        Assert.Equal([("workload", null, "10"), ("performance", null, "0")], kept.Points);
    }

    [Theory]
    [InlineData("chosen by Amy Chan", "chosen_by", "Amy Chan")]
    [InlineData("taken back by chosen by", "taken_back_by", "chosen by")]
    [InlineData("changed by api", "changed_by", "api")]
    [InlineData("inquiry received", "inquiry", null)]
    [InlineData("because", null, null)]
    public void A_sentence_is_known_and_whom_it_names(string reason, string? key, string? by)
    {
        var kept = KeptReason.Read(reason);

        Assert.Equal((key, by), (kept.Key, kept.By));
        Assert.Empty(kept.Points);
    }
}
