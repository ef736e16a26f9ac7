using Lintel.Understanding;

namespace Lintel.Tests.Understanding;

public sealed class GazetteerTests
{
    [Theory]
    [InlineData("TST", "Tsim Sha Tsui")]
    [InlineData("tst", "Tsim Sha Tsui")]
    [InlineData("尖沙咀", "Tsim Sha Tsui")]
    [InlineData("太古城", "Tai Koo Shing")]
    [InlineData("Taikoo Shing", "Tai Koo Shing")]
    [InlineData("CWB", "Causeway Bay")]
    [InlineData("铜锣湾", "Causeway Bay")]
    [InlineData("wanchai", "Wan Chai")]
    [InlineData("日出康城", "LOHAS Park")]
    [InlineData("第一城", "City One Shatin")]
    [InlineData("KT", "Kwun Tong")]
    [InlineData("The Belchers", "The Belcher's")]
    [InlineData("Atlantis", null)]
    [InlineData("", null)]
    public void Names_have_one_canonical_form(string name, string? canonical) => Assert.Equal(canonical, Gazetteer.HongKong.Canonical(name));

    [Fact]
    public void An_area_is_related_to_what_it_lies_in_and_what_lies_in_it()
    {
        var related = Gazetteer.HongKong.Related("鰂魚涌");
        Assert.Contains("Quarry Bay", related);
        Assert.Contains("Tai Koo Shing", related);
        Assert.Contains("Eastern District", related);
        Assert.Contains("Hong Kong Island", related);
        Assert.DoesNotContain("North Point", related);
        Assert.Equal(["Atlantis"], Gazetteer.HongKong.Related("Atlantis"));
    }

    [Fact]
    public void The_18_districts_are_there()
    {
        string[] districts =
        [
            "中西區", "Wan Chai District", "東區", "南區", "油尖旺", "Sham Shui Po District", "Kowloon City District", "Wong Tai Sin District",
            "Kwun Tong District", "葵青",
            "Tsuen Wan District", "Tuen Mun District", "Yuen Long District", "北區", "Tai Po District", "Sha Tin District", "Sai Kung District", "離島",
        ];
        Assert.Equal(18, districts.Select(Gazetteer.HongKong.Canonical).OfType<string>().Distinct().Count());
    }

    [Fact]
    public void Own_names_join_without_changing_the_rest()
    {
        var own = Own(new("Marina Heights"), new("marina-heights"), new("Taikoo Shing"), new("X"), new(""));
        Assert.Equal("Marina Heights", own.Canonical("MARINA HEIGHTS"));
        Assert.Equal(["Marina Heights"], own.Related("marina heights"));
        Assert.Equal("Tai Koo Shing", own.Canonical("Taikoo Shing"));
        Assert.Null(Gazetteer.HongKong.Canonical("Marina Heights"));
        Assert.Same(own, own.With([new("Marina Heights")]));
    }

    [Fact]
    public void An_own_development_lies_where_its_listings_say()
    {
        var own = Own(new("Marina Heights", "鰂魚涌"), new("Marina Heights", "Central"), new("Tower One", "Pudong"), new("Pudong"));

        Assert.Equal(["Hong Kong Island", "Eastern District", "Quarry Bay", "Marina Heights"], own.Related("Marina Heights"));
        Assert.Contains("Marina Heights", own.Related("Quarry Bay"));
        Assert.DoesNotContain("Marina Heights", own.Related("Central"));
        Assert.Equal(["Tower One", "Pudong"], own.Related("Pudong"));
    }

    [Fact]
    public void What_each_lies_in_the_other_is_no_circle()
    {
        var own = Own(new("One", "Two"), new("Two", "One"), new("Me", "Me"));

        Assert.Equal(["One", "Two"], own.Related("One"));
        Assert.Equal(["Me"], own.Related("Me"));
    }

    [Theory]
    [InlineData("a park nearby", "")]
    [InlineData("one with a view", "")]
    [InlineData("flat at One", "One")]
    [InlineData("2br in Park", "Park")]
    [InlineData("2br ebisu", "Ebisu")]
    [InlineData("not Ebisu", "")]
    [InlineData("maison verte or ebisu", "Maison Verte, Ebisu")]
    public void A_name_that_is_also_a_word_is_found_where_a_place_is_meant(string text, string areas)
    {
        var own = Own(new("Park"), new("One"), new("Ebisu"), new("Maison Verte", "Ebisu"));

        Assert.Equal(areas, string.Join(", ", MessageUnderstanding.Of(text, Corpus.Today, own).PreferredAreas));
    }

    [Fact]
    public void Elsewhere_the_map_is_blank()
    {
        Assert.Null(Gazetteer.Of("GB").Canonical("Central"));
        Assert.Equal("東京 港区", Gazetteer.Of("JP").With([new("東京 港区")]).Canonical("東京 港区"));
    }

    private static Gazetteer Own(params NamedPlace[] places) => Gazetteer.HongKong.With(places);
}
