using System.IO.Compression;
using Lintel.Accounts;
using Lintel.Agents;
using Lintel.Analytics;
using Lintel.Assignment;
using Lintel.Audit;
using Lintel.Backups;
using Lintel.Calendar;
using Lintel.Conversations;
using Lintel.Data;
using Lintel.Data.Postgres;
using Lintel.Data.Redis;
using Lintel.Data.Sqlite;
using Lintel.FollowUps;
using Lintel.Http;
using Lintel.Http.Limits;
using Lintel.Http.OpenApi;
using Lintel.Imports;
using Lintel.Inbox;
using Lintel.Inquiries;
using Lintel.Jobs;
using Lintel.Leads;
using Lintel.Live;
using Lintel.Mails;
using Lintel.Matching;
using Lintel.Offline;
using Lintel.Outbox;
using Lintel.Privacy;
using Lintel.Properties;
using Lintel.Scoring;
using Lintel.Understanding;
using Lintel.Views;
using Lintel.Web;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lintel;

/// <summary>The web server: what is registered, what a request passes through, and every feature's routes.</summary>
public static class Server
{
    private const long LargestBody = 1_000_000;

    // Whoever stops the process expects it gone within ten seconds.
    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(8);

    public static WebApplication Build(WebApplicationBuilder builder, Settings settings)
    {
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.UseClient();
        AddServices(builder.Services, settings);
        builder.AddTelemetry();

        var app = builder.Build();
        app.UseMiddleware<Correlation>();
        app.UseProxies(settings);
        app.UseExceptionHandler();
        app.UseSecurityHeaders();
        app.UseStatusCodePages();
        app.UsePages();
        app.UseResponseCompression();
        app.UseMiddleware<Hosts>();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseMiddleware<RecordRefusals>();
        app.UseMiddleware<LimitRefused>();
        app.UseMiddleware<Callers>();
        app.UsePagesOfReader();
        app.UseMiddleware<LimitCallers>();
        app.UseMiddleware<Idempotency>();
        app.UseAntiforgery();

        var api = app.MapGroup("").AnswerHead();
        api.MapHealth();
        if (!settings.IsWeb)
        {
            return app;
        }

        api.MapDocumentation();
        api.MapLeads();
        api.MapInquiries();
        api.MapProperties();
        api.MapViews();
        api.MapMatching();
        api.MapAnalytics();
        api.MapAgents();
        api.MapConversations();
        api.MapAudit();
        api.MapPrivacy();
        api.MapFollowUps();
        api.MapOutbox();
        api.MapMails();
        app.MapLive();
        api.MapCalendar();
        api.MapAuth();
        app.MapMetrics();
        app.MapInterface();
        app.MapOffline();
        app.MapLeadForms();
        app.MapPrivacyForms();
        app.MapPlanForms();
        app.MapInboxForms();
        app.MapAnalyticsForms();
        app.MapImportForms();
        return app;
    }

    /// <summary>The database that the operator names, or a file of its own.</summary>
    public static Store Open(Settings settings, TimeProvider clock, ILoggerFactory logs) => settings.Database is { } database
        ? new PostgresStore(database, clock, logs)
        : new SqliteStore(settings.DatabaseFile, clock, logs);

    private static void AddServices(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = PatienceAtEnd);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => Open(settings, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        if (settings.Redis is not null)
        {
            // Before whatever uses it at its own start.
            services.AddSingleton<RedisLink>();
            services.AddHostedService(provider => provider.GetRequiredService<RedisLink>());
        }

        services.AddSingleton<Memory>();
        services.AddScoped(provider => new Remembered(provider.GetRequiredService<Memory>(), provider.GetRequiredService<Caller>().Actor));
        services.AddScoped<AgentBook>();
        services.AddSingleton<Gazetteers>();
        services.AddSingleton<Agencies>();
        services.AddSingleton<Passes>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<OwnPassword>();
        services.AddSingleton<AcceptInvitation>();
        services.AddSingleton<AskReset>();
        services.AddSingleton<ResetPassword>();
        services.AddSingleton<SetUp>();
        services.AddSingleton<ForgetAccess>();
        services.AddSingleton<NoteFailures>();
        services.AddSingleton<NoteRefusedKeys>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<Passkeys>();
        services.AddSingleton<SendWorker>();
        services.AddSingleton<RoleTable>();
        services.AddScoped<SessionCookie>();
        services.AddScoped<Entrance>();
        services.AddScoped<SignInByPasskey>();
        services.AddCallLimits(settings);
        services.AddProxies(settings);
        services.AddScoped<Caller>();
        services.AddScoped<Change>();
        services.AddScoped<Ask>();
        services.AddScoped(provider => provider.GetRequiredService<Store>().Read(provider.GetRequiredService<Caller>().Actor));
        services.AddScoped(provider => provider.GetRequiredService<Store>().Open(provider.GetRequiredService<Caller>().Actor));

        services.AddSingleton<RescoreDue>();
        services.AddSingleton<ForgetAnswers>();
        services.AddSingleton<EraseExpired>();
        services.AddSingleton<ForgetDelivered>();
        services.AddSingleton<ForgetRows>();
        services.AddSingleton<AnnounceDue>();
        services.AddSingleton<MakeBackup>();
        services.AddSingleton<KeepBackups>();
        services.AddScoped<Problem>();
        services.AddSingleton<RunImports>();
        services.AddHostedService(provider => provider.GetRequiredService<RunImports>());
        services.AddLive(settings);
        services.AddMails(settings);
        if (settings.IsWorker)
        {
            services.AddSchedule(settings);
            services.AddHostedService<DeliverEvents>();
            services.AddHostedService<SendMails>();
        }

        services.AddHttpContextAccessor();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options => WireJson.Configure(options.SerializerOptions));

        services.AddSafeHeaders();
        services.AddDocumentation();
        services.AddInterface(settings);
        services.AddScoped<IFinder, FindLeads>();
        services.AddSingleton<IPlaceCount, CountUnread>();
        services.AddScoped<IFinder, FindProperties>();
        services.AddScoped<IFinder, FindAgents>();

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
