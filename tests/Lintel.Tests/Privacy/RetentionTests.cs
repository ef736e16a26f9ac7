using System.Net;
using Lintel.Privacy;
using Lintel.Tests.Running;

namespace Lintel.Tests.Privacy;

public sealed class RetentionTests : OwnServer
{
    [Fact]
    public async Task Nobody_is_erased_until_the_agency_says_after_how_long()
    {
        var lost = await Lintel.Lead(("status", "lost"));
        Lintel.Leap(TimeSpan.FromDays(4_000));

        await Run();

        Assert.Equal("""{"months":null}""", Without((await Http.GetJson("/agency/retention")).Text));
        Assert.NotNull((await Http.GetJson($"/leads/{lost}"))["lead"]["name"]);
    }

    [Fact]
    public async Task Closed_leads_that_nothing_happened_to_for_so_long_are_erased_and_no_others()
    {
        await Http.PutJson("/agency/retention", new { months = 24 });
        var (lost, converted, open) = (await Lintel.Lead(("status", "lost")), await Lintel.Lead(("status", "converted")), await Lintel.Lead());
        Lintel.Leap(TimeSpan.FromDays(365));
        var younger = await Lintel.Lead(("status", "lost"));
        Lintel.Leap(TimeSpan.FromDays(367));

        await Run();

        Assert.Equal([(lost, true), (converted, true), (open, false), (younger, false)], [.. await Task.WhenAll(new[] { lost, converted, open, younger }.Select(IsErased))]);
        Assert.Equal(
            [("system", converted), ("system", lost)],
            (await Http.GetJson("/audit?action=erased"))["entries"].AsArray().Select(entry => ((string?)entry!["actor"], (long)entry["entity_id"]!)).OrderByDescending(entry => entry.Item2));
        Assert.Equal("converted", (string?)(await Http.GetJson($"/leads/{converted}"))["lead"]["status"]);
    }

    [Theory]
    [InlineData("{}", "is required")]
    [InlineData("{\"months\":0}", "must be at least 1")]
    [InlineData("{\"months\":601}", "must be at most 600")]
    public async Task Months_are_a_number_of_them(string body, string problem) =>
        (await Http.PutJson("/agency/retention", body)).IsProblem(HttpStatusCode.BadRequest, ("months", problem));

    private Task Run() => Lintel.Service<EraseExpired>().Run(TestContext.Current.CancellationToken);

    private async Task<(long, bool)> IsErased(long id) => (id, (await Http.GetJson($"/leads/{id}"))["lead"]["name"] is null);

    private static string Without(string text) => text.Replace("\"success\":true,", "", StringComparison.Ordinal).Replace(",\"success\":true", "", StringComparison.Ordinal);
}
