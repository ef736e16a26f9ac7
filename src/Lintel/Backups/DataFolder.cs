using Lintel.Data;

namespace Lintel.Backups;

/// <summary>What is in <c>LINTEL_DATA</c> beside the database: attachments and keys, which a backup holds, and backups, which it does not.</summary>
internal static class DataFolder
{
    /// <summary>Where scheduled backups are kept.</summary>
    public const string BackupsName = "backups";

    /// <summary>What the names of folders for unfinished work begin with.</summary>
    private const string WorkName = ".lintel-";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The files to keep, relative to the folder, with slashes.</summary>
    public static IEnumerable<string> Files(Settings settings)
    {
        var data = new DirectoryInfo(settings.Data);
        return !data.Exists ? [] : data.EnumerateFileSystemInfos()
            .Where(entry => entry.Name != BackupsName && !entry.Name.StartsWith(WorkName, StringComparison.Ordinal) && !IsDatabase(entry, settings))
            .SelectMany(entry => entry is DirectoryInfo folder ? folder.EnumerateFiles("*", SearchOption.AllDirectories) : [(FileInfo)entry])
            .Select(file => Path.GetRelativePath(settings.Data, file.FullName).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Makes a folder for unfinished work in another, so that what becomes of it needs only a new name. It is for this user's eyes.</summary>
    /// <exception cref="CopyException">There is no such folder to make it in.</exception>
    public static DirectoryInfo Work(string beside)
    {
        if (!Directory.Exists(beside))
        {
            throw new CopyException($"there is no folder {beside}");
        }

        var path = Path.Combine(beside, $"{WorkName}{Guid.NewGuid():N}");
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <summary>Makes a file that no other user of the machine can read: backups and keys are secrets.</summary>
    public static FileStream Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    /// <summary>The database and its logs, which the database itself copies.</summary>
    private static bool IsDatabase(FileSystemInfo entry, Settings settings) =>
        entry.FullName == settings.DatabaseFile || entry.FullName.StartsWith(settings.DatabaseFile + "-", StringComparison.Ordinal);
}
