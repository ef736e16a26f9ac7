using System.Text;
using Lintel.Cli;
using Lintel.Data.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lintel.Benchmarks;

public static class ApiBench
{
    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("lintel-bench-").FullName;
        var settings = new Settings { Urls = "http://127.0.0.1:0", Data = folder, OpenApi = true };
        var builder = CommandLine.NewBuilder();
        builder.Logging.ClearProviders();
        var app = Server.Build(builder, settings);
        SqliteSchema.Upgrade((SqliteStore)app.Services.GetRequiredService<Lintel.Data.Store>());
        var constant = Array.Empty<byte>();
        app.MapGet("/bench", () => TypedResults.Bytes(constant, "application/json"));
        await app.StartAsync();
        var server = new Uri(app.Urls.First());
        using var http = new HttpClient { BaseAddress = server };
        for (var i = 0; i < 20; i++) { await http.PostAsync("/agents", new StringContent("{}")); }
        for (var round = 0; round < 3; round++)
        {
            var post = await Load.Run(server, 16, TimeSpan.FromSeconds(5), n => Load.Post("/leads/whatsapp-inquiry", $$"""{"whatsapp_number":"+8526{{round}}{{n:D6}}","name":"John Chan","message":"Looking for 2-bedroom apartment in Central"}"""));
            Console.WriteLine($"POST new inquiry {post.PerSecond:0}/s median {post.Median:0.00} p99 {post.P99:0.0}");
            constant = Encoding.UTF8.GetBytes(await http.GetStringAsync("/leads/1"));
            var empty = await Load.Run(server, 32, TimeSpan.FromSeconds(3), _ => Load.Get("/bench"));
            var one = await Load.Run(server, 32, TimeSpan.FromSeconds(3), n => Load.Get($"/leads/{n % 1000 + 1}"));
            Console.WriteLine($"GET empty {empty.PerSecond:0}/s, lead {one.PerSecond:0}/s = {one.PerSecond / empty.PerSecond:P0} p99 {one.P99:0.0}");
            constant = Encoding.UTF8.GetBytes(await http.GetStringAsync("/leads"));
            empty = await Load.Run(server, 32, TimeSpan.FromSeconds(3), _ => Load.Get("/bench"));
            var list = await Load.Run(server, 32, TimeSpan.FromSeconds(3), n => Load.Get($"/leads?page={n % 400 + 1}&tagx={n}&min_score={n % 30}"));
            Console.WriteLine($"GET empty {empty.PerSecond:0}/s ({constant.Length} B), list {list.PerSecond:0}/s = {list.PerSecond / empty.PerSecond:P0} p99 {list.P99:0.0}");
        }
        await app.StopAsync();
        Directory.Delete(folder, true);
        return 0;
    }
}
