using System.IO.Compression;
using Lintel.Accounts;
using Lintel.Agents;
using Lintel.Assignment;
using Lintel.Conversations;
using Lintel.Data;
using Lintel.Data.Sqlite;
using Lintel.FollowUps;
using Lintel.Http;
using Lintel.Inquiries;
using Lintel.Leads;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lintel;

/// <summary>The web server: what is registered, what a request passes through, and every feature's routes.</summary>
public static class Server
{
    private const long LargestBody = 1_000_000;

    public static WebApplication Build(WebApplicationBuilder builder, Settings settings)
    {
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        AddServices(builder.Services, settings);

        var app = builder.Build();
        app.UseMiddleware<Correlation>();
        app.UseExceptionHandler();
        app.UseMiddleware<SafeHeaders>();
        app.UseStatusCodePages();
        app.UseResponseCompression();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseMiddleware<Callers>();
        app.UseMiddleware<Idempotency>();

        app.MapHealth();
        app.MapLeads();
        app.MapInquiries();
        app.MapAgents();
        app.MapConversations();
        app.MapFollowUps();
        return app;
    }

    private static void AddServices(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Store>(provider => new SqliteStore(
            settings.DatabaseFile, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<Remembered>();
        services.AddSingleton<AgentBook>();
        services.AddSingleton<Agencies>();
        services.AddScoped<Caller>();
        services.AddScoped<Change>();
        services.AddScoped(provider => provider.GetRequiredService<Store>().Read(provider.GetRequiredService<Caller>().Agency.Id));
        services.AddScoped(provider => provider.GetRequiredService<Store>().Open(provider.GetRequiredService<Caller>().Actor));

        services.AddHttpContextAccessor();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options => WireJson.Configure(options.SerializerOptions));

        // Ours comes first, and so is the one that writes.
        services.AddSingleton<IProblemDetailsWriter, WireProblems>();
        services.AddProblemDetails();
        services.AddExceptionHandler<Failures>();
        services.AddRequestTimeouts(options => options.DefaultPolicy = new()
        {
            Timeout = TimeSpan.FromSeconds(30),
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = context =>
            {
                context.Response.Headers.RetryAfter = "5";
                return Problems.Of(503, "This took too long. Try again, or ask for less.").ExecuteAsync(context);
            },
        });
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }
}
