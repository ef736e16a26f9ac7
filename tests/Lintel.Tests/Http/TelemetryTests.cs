using System.Net;
using System.Text;
using Lintel.Cli;
using Lintel.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;

namespace Lintel.Tests.Http;

public sealed class TelemetryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Figures_for_Prometheus_count_calls_by_route_and_tell_nothing_of_what_was_asked()
    {
        await using var lintel = new LintelServer();
        await lintel.InitializeAsync();
        await lintel.Http.GetAsync("/leads?q=secret", Cancel);
        await lintel.Http.GetAsync("/leads/4711", Cancel);

        using var answer = await lintel.Http.GetAsync("/metrics", Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("""http_server_request_duration_seconds_count{otel_scope_name="Microsoft.AspNetCore.Hosting",http_request_method="GET",http_response_status_code="404",http_route="/leads/{id:long:min(1)}",""", text);
        Assert.DoesNotContain("secret", text);
        Assert.DoesNotContain("4711", text);
    }

    [Fact]
    public async Task Figures_are_for_callers_alone()
    {
        await using var lintel = new LintelServer { Set = settings => settings with { OpenApi = false } };
        await lintel.InitializeAsync();

        using var answer = await lintel.Http.GetAsync("/metrics", Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Traces_go_where_the_operator_says_and_carry_no_query_string()
    {
        var received = new TaskCompletionSource<(string Path, byte[] Body)>();
        var collecting = WebApplication.CreateSlimBuilder();
        collecting.Logging.ClearProviders();
        await using var collector = collecting.Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.TrySetResult((context.Request.Path, body.ToArray()));
        });
        await collector.StartAsync(Cancel);

        var folder = Directory.CreateTempSubdirectory("lintel-test-").FullName;
        var builder = CommandLine.NewBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
        [
            new("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.First()),
            new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ]);
        await using (var app = Server.Build(builder, new Settings { Urls = "http://127.0.0.1:0", Data = folder, OpenApi = true }))
        {
            await app.StartAsync(Cancel);
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            await http.GetAsync("/health?who=secret", Cancel);
            app.Services.GetRequiredService<TracerProvider>().ForceFlush();
            var (path, body) = await received.Task;
            var text = Encoding.UTF8.GetString(body);

            Assert.Equal("/v1/traces", path);
            Assert.Contains("GET /health", text);
            Assert.DoesNotContain("secret", text);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void An_address_for_traces_that_is_none_is_named()
    {
        var builder = CommandLine.NewBuilder();
        builder.Configuration.AddInMemoryCollection([new("OTEL_EXPORTER_OTLP_ENDPOINT", "nowhere")]);

        var refused = Assert.Throws<SettingsException>(() => Server.Build(builder, new Settings { Urls = "http://127.0.0.1:0", Data = Path.GetTempPath() }));

        Assert.Equal("OTEL_EXPORTER_OTLP_ENDPOINT must be an http or https address such as http://localhost:4317, not \"nowhere\".", refused.Message);
    }
}
