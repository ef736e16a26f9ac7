using static Microsoft.Playwright.Assertions;

namespace Lintel.Browser;

/// <summary>The pictures of figures, which scripts draw from the tables beside them.</summary>
public sealed class ChartTests(Chromium chromium, FilledAgency agency) : IClassFixture<FilledAgency>
{
    [Theory]
    [InlineData("en-HK", "12,345.5")]
    [InlineData("de-DE", "12.345,5")]
    public async Task A_bar_says_its_figure_as_the_agency_writes_numbers(string locale, string written)
    {
        await using var window = await Window.Open(chromium, agency.Lintel);
        await window.Go("/app/analytics");
        var chart = window.Page.Locator("[data-chart=bars]").First;
        await Expect(chart).ToHaveAttributeAsync("data-locale", "en-HK");
        await chart.ScrollIntoViewIfNeededAsync();
        await Expect(chart.Locator("[data-picture] text").First).ToBeVisibleAsync();

        await chart.EvaluateAsync(
            """
            (chart, locale) => {
              chart.dataset.locale = locale;
              const figure = chart.querySelector("td[data-value]");
              figure.dataset.value = "12345.5";
              figure.textContent = "as large as that";
            }
            """,
            locale);

        await Expect(chart.Locator("[data-picture] text").GetByText(written, new() { Exact = true })).ToBeVisibleAsync();
    }
}
