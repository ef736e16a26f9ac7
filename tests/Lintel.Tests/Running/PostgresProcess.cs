using System.Diagnostics;

namespace Lintel.Tests.Running;

/// <summary>A PostgreSQL server that is gone with this process; one can be stopped as if its machine had lost power, and started again.</summary>
public sealed class PostgresProcess : IDisposable
{
    private readonly Process _process;

    private PostgresProcess(Process process, string folder) => (_process, Folder) = (process, folder);

    /// <summary>Where its socket is.</summary>
    public string Folder { get; }

    public string AddressOf(string database, string user = "postgres") => $"Host={Folder};Username={user};Database={database};Pooling=false";

    /// <param name="lasting">Whether what is committed must be there after a crash, which takes longer.</param>
    public static async Task<PostgresProcess> Start(bool lasting = false)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Running", "postgres-for-tests"), lasting ? ["lasting"] : [])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };

        // Its standard input is closed when this process ends, and with that it ends, too.
        var process = Process.Start(start)!;
        var folder = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("PostgreSQL did not start.");
        return new(process, folder);
    }

    /// <summary>Ends it at once, with whatever it was doing.</summary>
    public Task Crash() => Tell("stop");

    public Task StartAgain() => Tell("start");

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its address for the plain user who owns it, as an operator's would.</returns>
    public async Task<string> MakeDatabase(string name)
    {
        await PostgresServer.Execute(AddressOf("postgres"), "CREATE ROLE operator LOGIN CREATEROLE");
        await PostgresServer.Execute(AddressOf("postgres"), $"CREATE DATABASE {name} OWNER operator");
        return $"Host={Folder};Username=operator;Database={name}";
    }

    /// <summary>Leaves its files no room to grow, until <see cref="GiveRoom"/>.</summary>
    public Task TakeRoom() => Tell("full");

    public Task GiveRoom() => Tell("room");

    /// <summary>Holds it where it is, with every connection open, until <see cref="GoOn"/>.</summary>
    public Task Hang() => Tell("hang");

    public Task GoOn() => Tell("go");

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.Dispose();
    }

    private async Task Tell(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync();
        if (await _process.StandardOutput.ReadLineAsync() != command)
        {
            throw new InvalidOperationException($"PostgreSQL did not {command}.");
        }
    }
}
