using System.CommandLine;
using System.Diagnostics;
using Lintel.Data;
using Lintel.Data.Postgres;
using Lintel.Data.Sqlite;

namespace Lintel.Cli;

/// <summary><c>lintel move</c>: from the SQLite file to PostgreSQL.</summary>
internal static class MoveCommand
{
    public static Command Make()
    {
        var to = new Option<string>("--to") { Required = true, Description = "The PostgreSQL database, as DATABASE_URL names it. It must be new, or hold what was moved before." };
        var command = new Command("move", "Copies everything in the SQLite file of LINTEL_DATA to PostgreSQL, ids kept, and compares. Stop lintel first; the file stays as it is.") { to };
        command.SetAction((parsed, cancel) => Run(parsed.GetRequiredValue(to), cancel));
        return command;
    }

    private static async Task Run(string to, CancellationToken cancel)
    {
        var since = Stopwatch.StartNew();
        var silent = LoggerFactory.Create(_ => { });
        var settings = CommandLine.ReadSettings();
        await using var from = new SqliteStore(settings.DatabaseFile, TimeProvider.System, silent);
        await using var into = new PostgresStore(Address(to), TimeProvider.System, silent);
        if (!File.Exists(from.File))
        {
            throw new CopyException($"there is no database at {from.File}");
        }

        await into.Prepare(upgrade: true, cancel);
        var move = new PostgresMove(from, settings.Keys, into, text => Console.Error.WriteLine($"{since.Elapsed.TotalSeconds,7:0.0} s  {text}"));
        var (rows, wereThere) = await move.Run(cancel);
        Console.WriteLine(wereThere
            ? $"All {rows:#,0} rows were there already, the same as in the file."
            : $"{rows:#,0} rows moved and found the same. From now on start lintel with DATABASE_URL, and the same LINTEL_DATA.");
    }

    private static string Address(string to)
    {
        try
        {
            return DatabaseUrl.Read(to.Trim());
        }
        catch (FormatException wrong)
        {
            throw new SettingsException($"--to {wrong.Message}.");
        }
    }
}
