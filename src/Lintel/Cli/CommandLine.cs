using System.CommandLine;
using System.Data.Common;
using Lintel.Accounts;
using Lintel.Data;
using Lintel.Http;

namespace Lintel.Cli;

/// <summary>The product's own command line. Exit codes: 0 done, 1 failed with one clear line, 2 bad arguments.</summary>
public static class CommandLine
{
    public const int Failed = 1;
    public const int BadArguments = 2;

    // Whoever stops the process expects it gone within ten seconds; the server has ended what it can before.
    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(9.5);

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("Lintel, the CRM of a property agency.")
        {
            Serve(), Migrate(), BackupCommands.Backup(), BackupCommands.Restore(), MoveCommand.Make(), DemoCommand.Make(),
            AgencyCommand.Make(), UserCommand.Make(), OwnerCommand.Make(), KeyCommand.Make(),
        };
        var parsed = root.Parse(args);
        var code = parsed.Errors.Count > 0 ? BadArguments : 0;
        try
        {
            var result = await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = PatienceAtEnd,
            });
            return code != 0 ? code : result;
        }
        catch (Exception failure) when (failure is SettingsException or SchemaException or CopyException or DbException or IOException or UnauthorizedAccessException)
        {
            // The driver's messages go on below their first line.
            await Console.Error.WriteLineAsync($"lintel: {failure.Message.Split('\n')[0].TrimEnd('\r')}");
            return Failed;
        }
    }

    private static Command Serve()
    {
        var command = new Command("serve", "Serves the API until it is told to stop.");
        command.SetAction(async (_, cancel) =>
        {
            var builder = NewBuilder();
            var settings = Settings.Read(builder.Configuration);
            if (!builder.Environment.IsDevelopment())
            {
                builder.Services.AddHostedService<Farewell>();
            }

            await using var app = Server.Build(builder, settings);
            await app.Services.GetRequiredService<Store>().Prepare(settings.AutoMigrate, cancel);
            await app.Services.GetRequiredService<SetUp>().Announce(cancel);
            await app.RunAsync(cancel);
        });
        return command;
    }

    private static Command Migrate()
    {
        var command = new Command("migrate", "Brings the database's schema to what this version needs.");
        command.SetAction(async (_, cancel) =>
        {
            await using var store = OpenStore();
            await store.Prepare(upgrade: true, cancel);
        });
        return command;
    }

    internal static WebApplicationBuilder NewBuilder()
    {
        // The command line's own arguments are not configuration, and the content root is where the program is, wherever it is called from. Its name is
        // said, because the lists of its static files go by it, also where a test is what was started.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(CommandLine).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Npgsql", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.ClearProviders().AddJsonConsole(json => (json.IncludeScopes, json.UseUtcTimestamp, json.TimestampFormat) = (true, true, "O"));
        }

        return builder;
    }

    /// <summary>The database, for a command that is done when it has run.</summary>
    internal static Store OpenStore(Settings? settings = null) => Server.Open(settings ?? ReadSettings(), TimeProvider.System, LoggerFactory.Create(_ => { }));

    internal static Settings ReadSettings() => Settings.Read(NewBuilder().Configuration);
}
