using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Analytics;

public sealed partial class AnalyticsPageTests : OwnServer
{
    [Theory]
    [InlineData("")]
    [InlineData("?days=7")]
    [InlineData("?from=2026-11-24&to=2026-11-26")]
    [InlineData("?from=2026-11-25&to=2026-11-25")]
    public async Task Behind_every_figure_are_as_many_leads_as_it_says(string query)
    {
        await Happened();
        var page = await Http.GetStringAsync("/app/analytics" + query, TestContext.Current.CancellationToken);

        var figures = Linked().Matches(page).Select(match => (Says: match.Groups["says"].Value, Address: WebUtility.HtmlDecode(match.Groups["address"].Value))).ToList();

        Assert.True(figures.Count > 20, page);
        Assert.Contains(figures, figure => figure.Says != "0");
        foreach (var (says, address) in figures)
        {
            Assert.Equal((address, says), (address, Counted().Match(await Http.GetStringAsync(address, TestContext.Current.CancellationToken)).Groups["count"].Value));
        }
    }

    [Fact]
    public async Task A_period_is_whole_days_of_the_agencys_calendar()
    {
        await Happened();
        var page = await Http.GetStringAsync("/app/analytics?from=2026-11-25&to=2026-11-25", TestContext.Current.CancellationToken);

        // Two came in on the 25th, and one the day before.
        Assert.Contains("2 leads came in, 1 more than in the period before", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2026-11-30&amp;to=2026-11-01", "The end is before the beginning.")]
    [InlineData("from=soon", "Please choose a day.")]
    [InlineData("days=0", "A whole number from 1 to 3650.")]
    [InlineData("from=1950-01-01", "At most 3650 days.")]
    public async Task A_period_that_is_none_is_refused_in_words(string query, string says)
    {
        var page = await Http.GetStringAsync("/app/analytics?" + WebUtility.HtmlDecode(query), TestContext.Current.CancellationToken);

        Assert.Contains(says, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agency_without_leads_is_told_what_will_be_here()
    {
        Assert.Contains("Nothing to count yet", await Http.Page("/app/analytics"), StringComparison.Ordinal);
        Assert.DoesNotContain("<figure", await Http.Page("/app/analytics"), StringComparison.Ordinal);

        await Lintel.Lead();
        Assert.DoesNotContain("Nothing to count yet", await Http.Page("/app/analytics"), StringComparison.Ordinal);
        Assert.Contains("<figure", await Http.Page("/app/analytics?days=7"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_a_period_holds_what_came_in_then()
    {
        await Happened();
        var file = await Http.GetJson("/app/analytics/export?from=2026-11-25&to=2026-11-25&format=json");

        Assert.Equal(["d", "e"], file["export_data"]["leads"]!.AsArray().Select(lead => (string)lead!["name"]!));
    }

    /// <summary>Three days with leads of every fate, from Monday 23 November 09:45.</summary>
    private async Task Happened()
    {
        var amy = await Lintel.Agent("Amy");
        var property = await Lintel.Property("Harbour view", "28hse-1");
        await Lintel.Lead(("name", "a"), ("source", "website"), ("interested_properties", new[] { "28hse-1" }), ("assigned_agent_id", amy));
        var b = await Lintel.Lead(("name", "b"), ("source", "instagram"), ("interested_properties", new[] { property.ToString(CultureInfo.InvariantCulture) }));
        Lintel.Clock.Advance(TimeSpan.FromDays(1));
        var c = await Lintel.Lead(("name", "c"), ("source", "website"), ("assigned_agent_id", amy));
        await Lintel.Message(b, Direction.Outbound);
        await Lintel.Status(b, "viewing_scheduled", "converted");

        // The next day has begun in Hong Kong, and not yet in UTC.
        Lintel.Clock.Advance(TimeSpan.FromHours(15));
        var d = await Lintel.Lead(("name", "d"), ("source", "whatsapp"), ("priority", "urgent"));
        await Lintel.Message(d, Direction.Outbound);
        Lintel.Clock.Advance(TimeSpan.FromHours(22));
        await Lintel.Lead(("name", "e"), ("source", "whatsapp"));
        await Lintel.Status(c, "qualified", "lost");
        await Lintel.Status(d, "converted");
        Lintel.Clock.Advance(TimeSpan.FromHours(4));
    }

    [GeneratedRegex("""(?:data-value="[^"]*"|class="stat-figure")>\s*<a href="(?<address>/app/leads[^"]*)">(?<says>[0-9,]+)</a>""")]
    private static partial Regex Linked();

    [GeneratedRegex("""class="page-count"[^>]*>(?<count>[0-9,]+)<""")]
    private static partial Regex Counted();
}
