using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

namespace Lintel.Data.Postgres;

/// <summary>PostgreSQL's own programs, told where the database is as the driver is. Passwords go where other users of the machine cannot see them.</summary>
internal sealed class PostgresTools(string connectionString)
{
    private readonly NpgsqlConnectionStringBuilder _connection = new(connectionString);

    /// <summary>Starts a program; what it writes is to be read.</summary>
    /// <exception cref="CopyException">It is not installed.</exception>
    public Tool Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment())
        {
            start.Environment[name] = value;
        }

        try
        {
            return new Tool(program, Process.Start(start)!);
        }
        catch (Win32Exception)
        {
            throw new CopyException($"{program} is needed and not installed; Debian has it in postgresql-client");
        }
    }

    private IEnumerable<(string Name, string Value)> Environment()
    {
        var all = new (string, string?)[]
        {
            ("PGHOST", _connection.Host),
            ("PGPORT", Text(_connection.Port)),
            ("PGDATABASE", _connection.Database),
            ("PGUSER", _connection.Username),
            ("PGPASSWORD", _connection.Password),
            ("PGPASSFILE", _connection.Passfile),
            ("PGCONNECT_TIMEOUT", Text(_connection.Timeout)),
            ("PGOPTIONS", _connection.Options),
            ("PGSSLMODE", Mode(_connection.SslMode)),
            ("PGSSLROOTCERT", _connection.RootCertificate),
            ("PGSSLCERT", _connection.SslCertificate),
            ("PGSSLKEY", _connection.SslKey),
            ("PGAPPNAME", "lintel copy"),
            ("PGCLIENTENCODING", "UTF8"),
        };
        return all.Where(one => !string.IsNullOrEmpty(one.Item2)).Select(one => (one.Item1, one.Item2!));
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Mode(SslMode mode) => mode switch
    {
        SslMode.VerifyCA => "verify-ca",
        SslMode.VerifyFull => "verify-full",
        _ => mode.ToString().ToLowerInvariant(),
    };
}

/// <summary>A program that runs; it does not outlive this.</summary>
internal sealed class Tool(string name, Process process) : IDisposable
{
    private readonly Task<string> _complaints = process.StandardError.ReadToEndAsync();

    public StreamReader Out => process.StandardOutput;

    public StreamWriter In => process.StandardInput;

    /// <summary>Waits until it is done.</summary>
    /// <exception cref="CopyException">It failed; the message is what it said first.</exception>
    public async Task Finish(CancellationToken cancel)
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0)
        {
            throw new CopyException(Complaint(await _complaints) ?? $"{name} ended with code {process.ExitCode}");
        }
    }

    /// <summary>What it said before it gave up, when it did.</summary>
    public async Task<string?> WhyItEnded(CancellationToken cancel)
    {
        await process.WaitForExitAsync(cancel);
        return Complaint(await _complaints);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private string? Complaint(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line = lines.FirstOrDefault(line => line.Contains("error:", StringComparison.OrdinalIgnoreCase)) ?? lines.FirstOrDefault();
        return line is null ? null : line.StartsWith(name, StringComparison.Ordinal) ? line : $"{name}: {line}";
    }
}
