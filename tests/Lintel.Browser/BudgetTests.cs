using System.Text.Json;

namespace Lintel.Browser;

/// <summary>How much script and style a browser really loads, as it comes over the wire.</summary>
public sealed class BudgetTests(Chromium chromium, FilledAgency agency) : IClassFixture<FilledAgency>
{
    private const string Loaded = """
        () => performance.getEntriesByType("resource")
          .filter((entry) => /\.(js|css)$/.test(new URL(entry.name).pathname))
          .map((entry) => ({ name: new URL(entry.name).pathname, size: entry.encodedBodySize }))
        """;

    [Theory]
    [InlineData("/app/today", 150)]
    [InlineData("/app/leads/board", 150)]
    [InlineData("/app/analytics", 350)]
    public async Task A_page_loads_no_more_script_and_style_than_it_may(string address, int mostKilobytes)
    {
        await using var window = await Window.Open(chromium, agency.Lintel);
        await window.Go(address);
        await window.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);

        var files = (await window.Page.EvaluateAsync<JsonElement>(Loaded)).EnumerateArray()
            .Select(file => (Name: file.GetProperty("name").GetString()!, Size: file.GetProperty("size").GetInt32())).ToList();
        var told = string.Join("\n", files.Select(file => $"{file.Size,8} {file.Name}"));
        TestContext.Current.TestOutputHelper!.WriteLine($"{address}: {files.Sum(file => file.Size)} bytes\n{told}");

        Assert.Contains(files, file => file.Name.Contains("/app.", StringComparison.Ordinal));
        Assert.Equal(mostKilobytes > 150, files.Any(file => file.Name.Contains("/charts.", StringComparison.Ordinal)));
        Assert.True(files.Sum(file => file.Size) <= mostKilobytes * 1_000, told);
    }

    [Fact]
    public async Task The_service_worker_is_small()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/app/worker.js") { Headers = { AcceptEncoding = { new("gzip") } } };
        using var answer = await agency.Lintel.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var size = (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        TestContext.Current.TestOutputHelper!.WriteLine($"{size} bytes");

        Assert.True(size <= 15_000, $"{size}");
    }
}
