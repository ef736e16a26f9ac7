using CsCheck;
using Lintel.Matching;

namespace Lintel.Tests.Matching;

public sealed class FitTests
{
    private static readonly Wanted Flat = new("apartment", 2, 20_000, 25_000);

    private static readonly string?[] Slugs = [null, "apartment", "studio", "house", "office", "car_park"];

    private static readonly Gen<string?> Kinds = Gen.Int[0, Slugs.Length - 1].Select(i => Slugs[i]);

    private static readonly Gen<Wanted> AnyWanted = Gen.Select(
        Kinds, Gen.Int[0, 6].Nullable(), Gen.Long[0, 100_000_000].Nullable(), Gen.Long[0, 100_000_000].Nullable(),
        (type, bedrooms, least, most) => new Wanted(type, bedrooms, least <= most ? least : null, most));

    private static readonly Gen<Offered> AnyOffered = Gen.Select(
        Kinds, Gen.Int[0, 6].Nullable(), Gen.Long[0, 100_000_000].Nullable(),
        (type, bedrooms, price) => new Offered(type, bedrooms, price));

    private static readonly Gen<Nearness> AnyNearness = Gen.Enum<Nearness>();

    [Theory]
    [InlineData("apartment", 2, 25_000L, Nearness.Right, 100, "right area; within budget; right number of bedrooms; right kind of property")]
    [InlineData("apartment", 3, 27_000L, Nearness.Right, 87, "right area; 8 % over budget; one bedroom more; right kind of property")]
    [InlineData("studio", 0, 10_000L, Nearness.Nearby, 32, "nearby; 50 % under budget; two bedrooms fewer; another kind of home")]
    [InlineData("car_park", null, 2_500L, Nearness.Elsewhere, 22, "another area; 88 % under budget; bedrooms unknown; another kind of property")]
    [InlineData(null, null, null, Nearness.Around, 57, "around the right estate; price unknown; bedrooms unknown; property type unknown")]
    [InlineData("apartment", 2, 8_000_000L, Nearness.Right, 0, "right area; one is to rent and the other for sale; right number of bedrooms; right kind of property")]
    public void Each_part_gives_its_points_and_its_reason(string? type, int? bedrooms, long? price, Nearness nearness, int score, string reasons)
    {
        var offered = new Offered(type, bedrooms, price);

        Assert.Equal(score, Fit.Score(Flat, offered, nearness, false));
        Assert.Equal(reasons, string.Join("; ", Fit.Explain(Flat, offered, nearness, false).Select(reason => reason.Text)));
    }

    [Fact]
    public void What_was_turned_down_sinks_below_what_was_not()
    {
        var offered = new Offered("apartment", 2, 25_000);

        Assert.Equal(10, Fit.Score(Flat, offered, Nearness.Right, true));
        Assert.Equal("turned down before", Fit.Explain(Flat, offered, Nearness.Right, true)[^1].Text);
    }

    [Fact]
    public void A_score_is_what_its_parts_give_and_from_0_to_100() => Gen.Select(AnyWanted, AnyOffered, AnyNearness).Sample((wanted, offered, nearness) =>
    {
        var score = Fit.Score(wanted, offered, nearness, false);
        var reasons = Fit.Explain(wanted, offered, nearness, false);
        return score is >= 0 and <= 100
            && (reasons.Any(reason => reason.Verdict == "other_deal") ? score == 0 : score == reasons.Sum(reason => reason.Points))
            && reasons.All(reason => reason.Points <= reason.Max && reason.Text.Length > 0);
    });

    [Fact]
    public void What_is_unknown_is_neither_a_hit_nor_a_miss() => Gen.Select(AnyWanted, AnyNearness).Sample((wanted, nearness) =>
    {
        var unknown = Fit.Score(wanted, default, nearness, false);
        var hit = Fit.Score(wanted, new(wanted.PropertyType, wanted.Bedrooms, wanted.BudgetMax ?? wanted.BudgetMin), nearness, false);
        var miss = Fit.Score(wanted, new("land", 20, (wanted.BudgetMax ?? 1_000_000) * 19), nearness, false);
        return miss <= unknown && unknown <= hit;
    });
}
