using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Lintel.Data;

/// <summary>Files that are there after a power cut as they were before: content first, then the name.</summary>
internal static partial class LastingFile
{
    /// <summary>Gives a finished file its name, in place of what has it; both are on disk when this returns.</summary>
    public static void Move(string from, string to)
    {
        using (var content = File.OpenHandle(from, FileMode.Open, FileAccess.ReadWrite))
        {
            RandomAccess.FlushToDisk(content);
        }

        File.Move(from, to, overwrite: true);
        if (!OperatingSystem.IsWindows())
        {
            SyncFolder(Path.GetDirectoryName(to)!);
        }
    }

    /// <summary>.NET opens no folders; the system must be asked itself.</summary>
    private static void SyncFolder(string folder)
    {
        var opened = Open(folder, 0);
        if (opened < 0 || Sync(opened) != 0)
        {
            throw new IOException($"{folder} cannot be brought to disk: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
        }

        _ = Close(opened);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
