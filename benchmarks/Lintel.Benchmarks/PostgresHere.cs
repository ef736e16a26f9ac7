using System.Diagnostics;
using Npgsql;

namespace Lintel.Benchmarks;

/// <summary>A PostgreSQL server for the run, started as the tests start theirs, by a user without rights; what it commits is on disk.</summary>
internal sealed class PostgresHere : IDisposable
{
    private readonly Process _process;

    private PostgresHere(Process process, string folder) => (_process, Folder) = (process, folder);

    /// <summary>Where its socket is, and its log.</summary>
    public string Folder { get; }

    public static async Task<PostgresHere> Start()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "postgres-for-tests"), ["lasting"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var postgres = new PostgresHere(process, await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("PostgreSQL did not start."));
        await using var source = postgres.Superuser("postgres");
        await Execute(source, "CREATE ROLE operator LOGIN CREATEROLE");
        return postgres;
    }

    /// <summary>Makes an empty database.</summary>
    /// <returns>What <c>DATABASE_URL</c> is then.</returns>
    public async Task<string> MakeDatabase(string name)
    {
        await using var source = Superuser("postgres");
        await Execute(source, $"CREATE DATABASE {name} OWNER operator");
        return $"Host={Folder};Username=operator;Database={name}";
    }

    public NpgsqlDataSource Superuser(string database) => NpgsqlDataSource.Create($"Host={Folder};Username=postgres;Database={database};Command Timeout=0");

    public static async Task Execute(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<long> Number(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
