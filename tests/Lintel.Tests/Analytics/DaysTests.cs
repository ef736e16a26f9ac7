using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Analytics;

public sealed class DaysTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    private static readonly string[] Calls =
        ["dashboard", "leads-trend", "source-performance", "agent-comparison", "property-performance", "funnel", "response-times", "export"];

    public static TheoryData<string, string> Wrong => new(
        from call in Calls from days in (string[])["0", "-1", "3651", "abc", "1.5", "99999999999", "7,7"] select (call, days));

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_window_that_is_none_is_refused_and_named(string call, string days)
    {
        var answer = await lintel.Http.GetJson($"/analytics/{call}?days={days}");

        answer.IsProblem(HttpStatusCode.BadRequest, ("days", "must be a whole number from 1 to 3650"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?days=1")]
    [InlineData("?days=3650")]
    [InlineData("?days=")]
    public async Task Any_other_is_answered(string query)
    {
        foreach (var call in Calls)
        {
            Assert.Equal(HttpStatusCode.OK, (await lintel.Http.GetJson($"/analytics/{call}{query}")).Status);
        }
    }
}
