using System.CommandLine;
using Lintel.Backups;

namespace Lintel.Cli;

/// <summary><c>lintel backup</c> and <c>lintel restore</c>.</summary>
internal static class BackupCommands
{
    public static Command Backup()
    {
        var file = new Argument<string>("FILE") { Description = "Where the backup goes; a file of that name is replaced once the new one is whole." };
        var command = new Command("backup", "Writes everything into one file, while lintel serves: the database, attachments and keys. Reads it back before it says so.") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = CommandLine.ReadSettings();
            await using var store = CommandLine.OpenStore(settings);
            var name = parsed.GetRequiredValue(file);
            Console.WriteLine($"{name} holds {Sum(await new MakeBackup(store, settings, TimeProvider.System).Run(name, cancel))}, read back and whole.");
        });
        return command;
    }

    public static Command Restore()
    {
        var file = new Argument<string>("FILE") { Description = "A backup made by lintel backup, of the same kind of database." };
        var force = new Option<bool>("--force") { Description = "Replace what is there. It is lost." };
        var command = new Command("restore", "Puts a backup back into an empty place.") { file, force };
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = CommandLine.ReadSettings();
            await using var store = CommandLine.OpenStore(settings);
            var name = parsed.GetRequiredValue(file);
            var manifest = await new RestoreBackup(store, settings).Run(name, parsed.GetValue(force), cancel);
            Console.WriteLine($"Restored {Sum(manifest)}, as of {manifest.MadeAt:yyyy-MM-dd HH:mm:ss} UTC.");
        });
        return command;
    }

    private static string Sum(Manifest manifest) =>
        $"{manifest.Rows:#,0} rows in {manifest.Contents.Rows.Count} tables, and files beside them: {manifest.Files.Count - 1:#,0}";
}
