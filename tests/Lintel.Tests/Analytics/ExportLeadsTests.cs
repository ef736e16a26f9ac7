using System.Net;
using Lintel.Spreadsheets;
using Lintel.Tests.Running;

namespace Lintel.Tests.Analytics;

public sealed class ExportLeadsTests : OwnServer
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_pages_of_what_a_list_shows_are_exported()
    {
        for (var i = 0; i < 103; i++)
        {
            await Lintel.Lead(("source", i == 7 ? "website" : "instagram"), ("name", i == 3 ? "=1+1" : $"Person {i}"));
        }

        Assert.Equal(102, (await Names("source=instagram")).Count);
        Assert.Equal(["=1+1"], (await Names("ids=4")).Select(name => name.TrimStart('\'')));
        Assert.Equal(["Person 0", "Person 4"], await Names("ids=1,5"));
    }

    [Fact]
    public async Task A_filter_that_is_none_is_refused() =>
        (await Http.GetJson("/app/leads/export?ids=1,x")).IsProblem(HttpStatusCode.BadRequest, ("ids", "must be at most 100 ids"));

    private async Task<List<string>> Names(string query) =>
        [.. XlsxRows.Read(await Http.GetByteArrayAsync($"/app/leads/export?{query}&format=xlsx", Cancel)).Skip(1).Select(row => row[1])];
}
