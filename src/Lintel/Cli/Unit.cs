using Lintel.Accounts;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Cli;

/// <summary>One use-case run from a terminal: on the same database as a server that may be running, with its outcome as lines and an exit code.</summary>
internal static class Unit
{
    private const string By = "command line";

    /// <param name="agencyId">For which agency; null for none.</param>
    /// <param name="work">The use-case.</param>
    /// <param name="done">The line that is alone on standard output.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<int> Run<T>(long? agencyId, Func<LintelDb, Task<Outcome<T>>> work, Func<T, string> done, CancellationToken cancel)
    {
        var settings = Settings.Read(CommandLine.NewBuilder().Configuration);
        await using var store = CommandLine.OpenStore();
        await store.Prepare(settings.AutoMigrate, cancel);
        var actor = Actor.Nobody with { Name = By };
        if (agencyId is { } id)
        {
            if (await new Agencies(store, TimeProvider.System).Find(id, cancel) is not { } agency)
            {
                return await Fail($"agency {id} does not exist", CommandLine.Failed);
            }

            actor = actor with { Agency = agency };
        }

        var outcome = await store.Write(actor, work, cancel);
        if (outcome.Refusal is { } refusal)
        {
            return await Fail(refusal.Detail.TrimEnd('.'), refusal.Kind == RefusalKind.Invalid ? CommandLine.BadArguments : CommandLine.Failed);
        }

        await Console.Out.WriteLineAsync(done(outcome.Value));
        return 0;
    }

    /// <summary>Says why, in one line.</summary>
    public static async Task<int> Fail(string why, int code)
    {
        await Console.Error.WriteLineAsync($"lintel: {why}");
        return code;
    }

    /// <summary>An argument as the field of a request; one that was not given is not sent.</summary>
    public static Field<string> Sent(string? argument) => argument is null ? default : Field<string>.Sent(argument);
}
