using Lintel.Http;
using Lintel.Web;

namespace Lintel.Tests.Web;

/// <summary>Names as fields show them, and what they mean typed back.</summary>
public sealed class SpokenNamesTests
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["Central"] = "中環",
        ["TST"] = "尖沙咀",
        ["Tsim Sha Tsui"] = "尖沙咀",
        ["walk_in"] = "portal",
        ["portal"] = "樓盤網",
        ["both"] = "A, B",
    };

    [Theory]
    [InlineData("Central", "中環")]
    [InlineData("TST", "TST")] // two would be called alike
    [InlineData("Tsim Sha Tsui", "Tsim Sha Tsui")]
    [InlineData("walk_in", "walk_in")] // its words are another's name
    [InlineData("portal", "樓盤網")]
    [InlineData("both", "both")] // a list's field would take it for two
    [InlineData("Elsewhere", "Elsewhere")]
    public void A_name_is_shown_by_its_words_where_these_mean_it_alone(string name, string shown)
    {
        var names = new SpokenNames([.. Words.Keys, "Elsewhere"], one => Words.GetValueOrDefault(one, one));

        Assert.Equal(shown, names.Shown(name));
        Assert.Equal(name, names.Meant(Field<string>.Sent(shown)).Value);
        Assert.Equal([name, "else"], names.Meant(Field<string[]>.Sent([shown, "else"])).Value!);
    }
}
