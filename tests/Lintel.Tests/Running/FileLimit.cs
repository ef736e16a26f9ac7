using System.Diagnostics;

namespace Lintel.Tests.Running;

/// <summary>
/// Lets a process make no file longer than the longest in a folder is: to whoever writes there, the disk is full. Anybody may say so of their own
/// processes, and unsay it.
/// </summary>
internal static class FileLimit
{
    /// <summary>A command that is told that a file may not grow, rather than ended.</summary>
    public static ProcessStartInfo Told(ProcessStartInfo command) =>
        command.Wrapped("sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh");

    public static Task Set(string folder, int process) => Say($"{Directory.EnumerateFiles(folder).Max(file => new FileInfo(file).Length)}", process);

    public static Task Lift(int process) => Say("unlimited", process);

    private static async Task Say(string bytes, int process)
    {
        // The hard limit stays: who is nobody special could not raise it again.
        using var prlimit = Process.Start("prlimit", [$"--pid={process}", $"--fsize={bytes}:unlimited"]);
        await prlimit.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, prlimit.ExitCode);
    }
}
