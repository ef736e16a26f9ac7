using System.Text;
using Lintel.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Lintel.Benchmarks;

/// <summary>
/// What the common calls cost with 100,000 leads, as shares of what the same server could answer at the most: against an endpoint that returns
/// a constant of the same size, and against a loop that commits the same rows and does nothing else.
/// </summary>
public static class ApiBench
{
    private const int Leads = 100_000;
    private const int Readers = 32;
    private const int Writers = 16;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    public static async Task Run(Report report)
    {
        var folder = await Published.Demo(Leads);
        var builder = CommandLine.NewBuilder();
        builder.Logging.ClearProviders();
        var settings = new Settings { Urls = "http://127.0.0.1:0", Data = folder, OpenApi = true };
        await using var app = Server.Build(builder, settings);
        byte[] constant = [];

        // No route, which the table of roles would have to allow: where none matches, the request passes through all that every request does.
        ((IApplicationBuilder)app).Map("/constant", branch => branch.Run(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = constant.Length;
            return context.Response.Body.WriteAsync(constant).AsTask();
        }));
        await app.StartAsync();
        var server = new Uri(app.Urls.First());
        using var http = new HttpClient { BaseAddress = server };

        await Warm(server);
        await Compare("GET /leads/{id}", n => $"/leads/{(n * 7919 % Leads) + 1}", 0.4);
        await Compare("a page of 20 leads, total included", _ => "/leads", 0.2);
        await Compare("the same, another page and filter each time, so that nothing remembered answers", n => $"/leads?page={(n % 25) + 1}&min_score={n * 7919 % 60}", null);

        var bare = BareLoop.PerSecond(settings.DatabaseFile, Duration);
        var post = await Load.Run(server, Writers, Duration, n => Load.Post("/leads/whatsapp-inquiry", Inquiry(n)));
        var share = post.PerSecond / bare;
        report.Line("inquiry POST ÷ bare loop of the same rows", $"{post.PerSecond:0} ÷ {bare:0} per s = {share:P0}", "40 %", share >= 0.4);
        report.Line($"inquiry POST, p99 with {Writers} connections", $"{post.P99:0.0} ms (median {post.Median:0.0} ms)", "100 ms", post.P99 < 100);
        await app.StopAsync();

        async Task Compare(string what, Func<long, string> path, double? aim)
        {
            constant = Encoding.UTF8.GetBytes(await http.GetStringAsync(path(1)));
            var most = await Load.Run(server, Readers, Duration, _ => Load.Get("/constant"));
            var real = await Load.Run(server, Readers, Duration, n => Load.Get(path(n)));
            var part = real.PerSecond / most.PerSecond;
            report.Line($"{what} ÷ constant of {constant.Length} bytes", $"{real.PerSecond:0} ÷ {most.PerSecond:0} per s = {part:P0}", $"{aim:P0}", aim is null ? null : part >= aim);
        }
    }

    private static async Task Warm(Uri server)
    {
        foreach (var path in (string[])["/constant", "/leads/1", "/leads"])
        {
            await Load.Run(server, Readers, TimeSpan.FromSeconds(2), _ => Load.Get(path));
        }

        await Load.Run(server, Writers, TimeSpan.FromSeconds(3), n => Load.Post("/leads/whatsapp-inquiry", Inquiry(n + 50_000)));
    }

    // Numbers of a range that the made-up agency does not use.
    private static string Inquiry(long n) =>
        $$"""{"whatsapp_number": "+8617{{n:D9}}", "name": "John Chan", "message": "Looking for 2-bedroom apartment in Central"}""";
}
