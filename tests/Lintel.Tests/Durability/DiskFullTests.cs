using System.Diagnostics;
using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Durability;

/// <summary>The disk fills up while people write, on a small file system that only the program sees, and is cleared again.</summary>
[OnlySqlite]
public sealed class DiskFullTests : IDisposable
{
    // A mount of its own needs no rights where the system lets everybody have a namespace.
    private const string InSmallFileSystem = "mount -t tmpfs -o size=24m tmpfs \"$LINTEL_DATA\" && exec \"$@\"";

    private readonly string _folder = Directory.CreateTempSubdirectory("lintel-full-").FullName;

    [Fact]
    public async Task On_a_full_disk_changes_are_refused_and_reads_go_on_and_with_room_again_so_do_changes()
    {
        Assert.SkipUnless(await MayMount(), "This machine lets nobody mount a file system.");
        var serve = LintelProgram.Command(_folder, null, "serve");
        await using var lintel = await RunningLintel.Start(Inside(serve));
        var data = $"/proc/{lintel.ProcessId}/root{_folder}";
        var traffic = new Traffic();
        using var stop = new CancellationTokenSource();
        var running = traffic.Run(lintel.Address, 4, stop.Token);
        await traffic.Reaches(50, running);

        Fill(Path.Combine(data, "filler"));
        var refused = await UntilRefused(lintel.Http);
        var read = await lintel.Http.GetJson("/leads");
        var live = await lintel.Http.GetJson("/health/live");
        File.Delete(Path.Combine(data, "filler"));
        await traffic.Reaches(100, running);
        await stop.CancelAsync();
        await running;

        Assert.Contains(refused.Status, (HttpStatusCode[])[HttpStatusCode.InsufficientStorage, HttpStatusCode.ServiceUnavailable]);
        refused.IsProblem(refused.Status);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (read.Status, live.Status));
        Assert.Empty(traffic.Odd);
        await using var database = await Copy(lintel, data);
        Assert.Empty(await traffic.Wrong(database));
        await Recount.IsRight(database);
        Assert.Empty(await database.Damage());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ProcessStartInfo Inside(ProcessStartInfo command)
    {
        var inside = new ProcessStartInfo("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", InSmallFileSystem, "sh", command.FileName, .. command.ArgumentList])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in command.Environment)
        {
            inside.Environment[name] = value;
        }

        return inside;
    }

    private async Task<bool> MayMount()
    {
        var command = new ProcessStartInfo("true");
        command.Environment["LINTEL_DATA"] = _folder;
        using var process = Process.Start(Inside(command))!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0;
    }

    /// <summary>Takes all the room there is.</summary>
    private static void Fill(string path)
    {
        using var filler = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
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

    /// <summary>SQLite follows every link to its end, and so sees no other process's file system.</summary>
    private async Task<TestDatabase> Copy(RunningLintel lintel, string data)
    {
        await lintel.Freeze();
        foreach (var file in Directory.GetFiles(data, "lintel.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        return await TestDatabase.Place(_folder);
    }

    private static async Task<WireAnswer> UntilRefused(HttpClient http)
    {
        WireAnswer answer;
        do
        {
            answer = await http.PostJson("/leads", new { name = "One more" });
        }
        while (answer.Status == HttpStatusCode.Created);

        return answer;
    }
}
