using System.Diagnostics;

namespace Lintel.Tests.Running;

/// <summary>The program as a person starts it in a terminal, with a folder for its data.</summary>
public static class LintelProgram
{
    /// <summary>What is started: as it was published, which a whole run of the tests says where, or else as the tests were built with it.</summary>
    private static readonly string[] Program = Environment.GetEnvironmentVariable("LINTEL_PROGRAM") is { } published
        ? [published]
        : ["dotnet", Path.Combine(AppContext.BaseDirectory, "lintel.dll")];

    public static Task<(int Code, string Out, string Error)> Run(string data, params string[] arguments) => Run(data, null, arguments);

    /// <param name="data">The folder.</param>
    /// <param name="database">What <c>DATABASE_URL</c> is; null for a file in the folder.</param>
    /// <param name="arguments">The command.</param>
    /// <param name="input">What is typed.</param>
    public static Task<(int Code, string Out, string Error)> Run(string data, string? database, string[] arguments, string input = "") =>
        Run(Command(data, database, arguments), input);

    /// <summary>Runs what was prepared, with settings of its own.</summary>
    public static async Task<(int Code, string Out, string Error)> Run(ProcessStartInfo start, string input = "")
    {
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>How it is started.</summary>
    public static ProcessStartInfo Command(string data, string? database, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program[0], [.. Program[1..], .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["LINTEL_DATA"] = data;
        start.Environment["DATABASE_URL"] = database;
        return start;
    }

    /// <summary>The same by way of another program, which gets the command as its last arguments.</summary>
    public static ProcessStartInfo Wrapped(this ProcessStartInfo command, string program, params string[] arguments)
    {
        var wrapped = new ProcessStartInfo(program, [.. arguments, command.FileName, .. command.ArgumentList])
        {
            RedirectStandardOutput = command.RedirectStandardOutput,
            RedirectStandardError = command.RedirectStandardError,
            RedirectStandardInput = command.RedirectStandardInput,
        };
        foreach (var (name, value) in command.Environment)
        {
            wrapped.Environment[name] = value;
        }

        return wrapped;
    }
}
