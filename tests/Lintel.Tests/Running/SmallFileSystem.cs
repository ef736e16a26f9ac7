using System.Diagnostics;

namespace Lintel.Tests.Running;

/// <summary>A small file system that only one process sees, in the place of a folder, where the system lets one be mounted.</summary>
internal sealed class SmallFileSystem(int processId, string folder)
{
    // A mount of its own needs no rights where everybody may have a namespace.
    private const string Mount = "mount -t tmpfs -o size=24m tmpfs \"$LINTEL_DATA\" && exec \"$@\"";

    private string Inside => $"/proc/{processId}/root{folder}";

    private string Filler => Path.Combine(Inside, "filler");

    public static ProcessStartInfo With(ProcessStartInfo command) =>
        command.Wrapped("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", Mount, "sh");

    public static async Task<bool> MayMount()
    {
        var folder = Directory.CreateTempSubdirectory("lintel-mount-");
        var command = new ProcessStartInfo("true") { RedirectStandardError = true };
        command.Environment["LINTEL_DATA"] = folder.FullName;
        using var process = Process.Start(With(command))!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        folder.Delete();
        return process.ExitCode == 0;
    }

    /// <summary>Takes all the room there is.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                filler.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // That was all.
        }
    }

    public void Clear() => File.Delete(Filler);

    /// <summary>Brings the database out: SQLite follows every link to its end, and so sees no other process's file system.</summary>
    public void CopyTo(string place)
    {
        foreach (var file in Directory.GetFiles(Inside, "lintel.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(place, Path.GetFileName(file)));
        }
    }
}
