using System.Globalization;
using Lintel.Model;

namespace Lintel.Backups;

/// <summary>
/// Makes the backup of the day, once, into <c>backups</c> of the data folder, and deletes the oldest ones past the number to keep. A day is a day of
/// UTC. What others put into the folder is left alone.
/// </summary>
public sealed partial class KeepBackups(MakeBackup make, Settings settings, TimeProvider clock, ILogger<KeepBackups> log)
{
    private const string Name = "lintel-";
    private const string Ending = ".zip";

    private string Folder => Path.Combine(settings.Data, DataFolder.BackupsName);

    public async Task Run(CancellationToken cancel)
    {
        if (settings.BackupsKept is not { } kept)
        {
            return;
        }

        var today = Path.Combine(Folder, $"{Name}{clock.Now().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{Ending}");
        if (!File.Exists(today))
        {
            Directory.CreateDirectory(Folder);
            var manifest = await make.Run(today, cancel);
            Log.Made(log, today, manifest.Rows);
        }

        foreach (var old in Ours().OrderDescending(StringComparer.Ordinal).Skip(kept))
        {
            File.Delete(old);
        }
    }

    /// <summary>The backups that were made here; none where none ever was.</summary>
    public IEnumerable<FileInfo> Kept() => Directory.Exists(Folder) ? Ours().Select(file => new FileInfo(file)) : [];

    private IEnumerable<string> Ours() => Directory.EnumerateFiles(Folder).Where(file => DateOnly.TryParseExact(
        Path.GetFileName(file), $"'{Name}'yyyy-MM-dd'{Ending}'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The backup {File} was made and read back: {Rows} rows")]
        public static partial void Made(ILogger logger, string file, long rows);
    }
}
