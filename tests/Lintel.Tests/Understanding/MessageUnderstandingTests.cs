using Lintel.Understanding;

namespace Lintel.Tests.Understanding;

public sealed class MessageUnderstandingTests
{
    [Theory]
    [InlineData("兩萬五", 25_000)]
    [InlineData("萬八", 18_000)]
    [InlineData("3萬5", 35_000)]
    [InlineData("3.5萬", 35_000)]
    [InlineData("一萬五千八", 15_800)]
    [InlineData("一萬零五百", 10_500)]
    [InlineData("600萬", 6_000_000)]
    [InlineData("一千二百萬", 12_000_000)]
    [InlineData("千二萬", 12_000_000)]
    [InlineData("百五萬", 1_500_000)]
    [InlineData("個半億", 150_000_000)]
    [InlineData("兩萬半", 25_000)]
    [InlineData("廿二k", 22_000)]
    [InlineData("2w5", 25_000)]
    [InlineData("8球", 8_000_000)]
    [InlineData("１８，０００", 18_000)]
    [InlineData("$18,500.00", 18_500)]
    [InlineData("6.8 million", 6_800_000)]
    public void Figures_are_read(string figure, long value) => Assert.Equal(value, Read("預算" + figure).BudgetMax);

    [Theory]
    [InlineData("18-20k", 18_000, 20_000)]
    [InlineData("18k to 20k", 18_000, 20_000)]
    [InlineData("3萬至3萬5", 30_000, 35_000)]
    [InlineData("三萬到三萬五", 30_000, 35_000)]
    [InlineData("兩三萬", 20_000, 30_000)]
    [InlineData("600-700萬", 6_000_000, 7_000_000)]
    [InlineData("around 20k", 18_000, 22_000)]
    [InlineData("兩萬左右", 18_000, 22_000)]
    [InlineData("at least 20k", 20_000, null)]
    [InlineData("兩萬以上", 20_000, null)]
    [InlineData("20k+", 20_000, null)]
    [InlineData("not more than 20k", null, 20_000)]
    [InlineData("min 20k max 25k", 20_000, 25_000)]
    public void Bounds_are_read(string words, int? least, int? most)
    {
        var understood = Read(words);
        Assert.Equal((least, most), ((int?)understood.BudgetMin, (int?)understood.BudgetMax));
    }

    [Theory]
    [InlineData("call 9123 4567")]
    [InlineData("flat 1203, 12/F, Block 3")]
    [InlineData("1200 sq ft")]
    [InlineData("五百呎")]
    [InlineData("built in 2015")]
    [InlineData("see you at 3pm")]
    [InlineData("parking 3k")]
    [InlineData("管理費2000")]
    [InlineData("$45/sqft")]
    [InlineData("income 60k")]
    [InlineData("ref 25000")]
    [InlineData("USD 3000")]
    public void What_is_no_budget_is_none(string text)
    {
        var understood = Read(text);
        Assert.Null(understood.BudgetMin);
        Assert.Null(understood.BudgetMax);
    }

    [Theory]
    [InlineData("move in next month", "2026-12-01")]
    [InlineData("move in end of next month", "2026-12-31")]
    [InlineData("mid January", "2027-01-15")]
    [InlineData("early Feb", "2027-02-01")]
    [InlineData("end of February", "2027-02-28")]
    [InlineData("31 May", "2027-05-31")]
    [InlineData("from 1st Feb", "2027-02-01")]
    [InlineData("move in on 1/3", "2027-03-01")]
    [InlineData("move in on 24 November", "2026-11-24")]
    [InlineData("move in on 22 November", "2027-11-22")]
    [InlineData("下個月一號", "2026-12-01")]
    [InlineData("三月底", "2027-03-31")]
    [InlineData("出年三月十五號", "2027-03-15")]
    [InlineData("兩個月後入住", "2027-01-23")]
    [InlineData("15號入住", "2026-12-15")]
    [InlineData("viewing on 15 March", null)]
    [InlineData("3月15號睇樓", null)]
    [InlineData("I may move", null)]
    public void Dates_are_read(string text, string? date) => Assert.Equal(date is null ? null : DateOnly.Parse(date, null), Read(text).MoveInDate);

    [Theory]
    [InlineData("Taikoo Shing, Quarry Bay", "Tai Koo Shing")]
    [InlineData("Quarry Bay or Tai Koo Shing", "Quarry Bay|Tai Koo Shing")]
    [InlineData("Mong Kok, Kowloon", "Mong Kok")]
    [InlineData("not Mong Kok, Jordan or Austin", "")]
    [InlineData("not Mong Kok, TST please", "Tsim Sha Tsui")]
    [InlineData("唔要旺角，想住太子", "Prince Edward")]
    [InlineData("Central heating, central location", "")]
    [InlineData("Tai Po Road", "")]
    [InlineData("長沙灣曼克頓山", "Manhattan Hill")]
    [InlineData("I work in Central", "")]
    [InlineData("my name is Jordan", "")]
    public void Areas_are_read(string text, string areas) =>
        Assert.Equal(areas.Split('|', StringSplitOptions.RemoveEmptyEntries), Read(text).PreferredAreas);

    [Fact]
    public void The_agencys_own_names_are_read()
    {
        var gazetteer = Gazetteer.HongKong.With([new("Marina Heights"), new("TST"), new("  ")]);
        var understood = MessageUnderstanding.Of("2br in marina heights or TST", Corpus.Today, gazetteer);
        Assert.Equal(["Marina Heights", "Tsim Sha Tsui"], understood.PreferredAreas);
    }

    [Fact]
    public void Evidence_quotes_the_original_words()
    {
        var understood = Read("想搵太古城\u200B兩房，月租兩萬五以內");
        Assert.Equal(["太古城"], Quotes(understood, "preferred_areas"));
        Assert.Equal(["兩房"], Quotes(understood, "bedrooms"));
        Assert.Equal(["兩萬五以內"], Quotes(understood, "budget_max"));
        Assert.Equal(["月租"], Quotes(understood, "intent"));
    }

    private static IEnumerable<string> Quotes(Understood understood, string field) =>
        understood.Evidence.Where(evidence => evidence.Field == field).Select(evidence => evidence.Text);

    private static Understood Read(string text) => MessageUnderstanding.Of(text, Corpus.Today, Gazetteer.HongKong);
}
