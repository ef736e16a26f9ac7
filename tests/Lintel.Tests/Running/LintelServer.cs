using Lintel.Cli;
using Lintel.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Lintel.Tests.Running;

/// <summary>
/// Lintel as a test class sees it: the real server on a free port of loopback, with a database of its own and a clock that the test moves.
/// </summary>
public sealed class LintelServer : IAsyncLifetime
{
    /// <summary>Monday 23 November 2026, 09:45 in Hong Kong.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 1, 45, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("lintel-test-").FullName;
    private TestDatabase? _database;
    private WebApplication? _app;

    /// <summary>Where the agency is; null is where the schema puts it, in Hong Kong.</summary>
    public string? TimeZone { get; init; }

    public FakeTimeProvider Clock { get; } = new(Start);

    /// <summary>Time passes, and what happens every second is not done for each of them.</summary>
    public void Leap(TimeSpan time) => Clock.AdjustTime(Clock.GetUtcNow() + time);

    public HttpClient Http { get; private set; } = null!;

    public TestDatabase Database => _database!;

    /// <summary>The folder of its data.</summary>
    public string Folder => _folder;

    public Store Store => _app!.Services.GetRequiredService<Store>();

    /// <summary>What this server is told otherwise than every other.</summary>
    public Func<Settings, Settings> Set { get; init; } = settings => settings;

    /// <summary>What this server does otherwise than every other.</summary>
    public Action<IServiceCollection> Register { get; init; } = _ => { };

    public T Service<T>()
        where T : notnull => _app!.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Make(_folder);
        if (TimeZone is not null)
        {
            await _database.Execute($"UPDATE agencies SET time_zone = '{TimeZone}'");
        }

        await Listen();
    }

    /// <summary>Stops the server and starts another on the same data, on another port.</summary>
    public async Task Restart()
    {
        await Stop();
        await Listen();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Settings Settings => Set(new Settings { Urls = "http://127.0.0.1:0", Data = _folder, OpenApi = true, Database = Database.ConnectionString });

    private async Task Listen()
    {
        var builder = CommandLine.NewBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        Register(builder.Services);
        _app = Server.Build(builder, Settings);
        await _app.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    /// <summary>Stops the server; its data stays.</summary>
    public async Task Stop()
    {
        Http.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();

            // The schedule's connections would stay open until the process ends.
            Npgsql.NpgsqlConnection.ClearAllPools();
        }
    }
}
