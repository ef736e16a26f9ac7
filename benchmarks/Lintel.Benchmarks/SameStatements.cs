using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lintel.Benchmarks;

/// <summary>
/// The statements that one inquiry of a new person sends to PostgreSQL, taken from the server's own log, as a script for <c>pgbench</c>: the same
/// ones in the same transaction, for another number and another agent each time.
/// </summary>
internal sealed partial class SameStatements
{
    private readonly string _script;

    private SameStatements(string script, int count) => (_script, Count) = (script, count);

    /// <summary>How many statements an inquiry is, the first and the last included.</summary>
    public int Count { get; }

    /// <param name="log">What the server wrote of one inquiry, each line beginning with the process.</param>
    /// <param name="number">Whose inquiry it was.</param>
    /// <param name="lead">The lead that it made.</param>
    /// <param name="agent">Who got the lead.</param>
    /// <param name="agents">How many agents there are, from the first on.</param>
    public static SameStatements Of(string log, string number, long lead, long agent, int agents)
    {
        var entries = Entry.Matches(log).Select(match => (Process: match.Groups[1].Value, Kind: match.Groups[2].Value, Text: match.Groups[3].Value.Replace("\n\t", "\n", StringComparison.Ordinal))).ToList();
        var writer = entries.First(entry => entry.Text.Contains("INSERT INTO leads", StringComparison.Ordinal)).Process;
        var statements = new List<string>();
        foreach (var (_, kind, text) in entries.Where(entry => entry.Process == writer))
        {
            if (kind == "LOG" && Sent.Match(text) is { Success: true } sent)
            {
                statements.Add(sent.Groups[1].Value.TrimEnd(';', '\n', ' '));
            }
            else if (kind == "DETAIL" && text.StartsWith("parameters:", StringComparison.Ordinal))
            {
                statements[^1] = Bind(statements[^1], text);
            }
        }

        var insert = statements.FindIndex(statement => statement.StartsWith("INSERT INTO leads", StringComparison.Ordinal));
        var first = statements.FindLastIndex(insert, statement => statement.StartsWith("BEGIN", StringComparison.Ordinal));
        var last = statements.FindIndex(insert, statement => statement == "COMMIT");
        var whole = statements[first..(last + 1)];
        var lines = whole.Select(statement => statement + (statement.Contains("nextval", StringComparison.Ordinal) ? " AS id \\gset lead_\n" : ";\n"));
        return new($"\\set n random(100000000000, 999999999999)\n\\set agent random(1, {agents})\n{string.Concat(lines)}", whole.Count);

        string Bind(string statement, string parameters)
        {
            var values = Parameter.Matches(parameters).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
            return Place.Replace(statement, match => Value(values[match.Groups[1].Value]));
        }

        string Value(string literal) =>
            literal == $"'{number}'" ? "('+8619' || :n)"
            : literal == $"'{lead}'" ? ":lead_id"
            : literal == $"'{agent}'" ? ":agent"
            : literal.StartsWith("'{", StringComparison.Ordinal) && !literal.Contains("\":", StringComparison.Ordinal) ? literal + "::text[]"
            : literal.Contains(':') ? $"({AlmostVariable.Replace(literal, ":' || '")})"
            : literal;
    }

    /// <returns>How many times a second so many connections can do all of them.</returns>
    public async Task<double> PerSecond(string folder, string database, int connections, TimeSpan duration)
    {
        var file = Path.Combine(Path.GetTempPath(), $"lintel-inquiry-{Environment.ProcessId}.sql");
        await File.WriteAllTextAsync(file, _script);
        var pgbench = new ProcessStartInfo(
            "pgbench",
            ["-n", "-M", "prepared", "-c", $"{connections}", "-j", $"{Environment.ProcessorCount}", "-T", $"{duration.TotalSeconds:0}", "-f", file, "-h", folder, "-U", "operator", database])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(pgbench)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(file);
        return process.ExitCode == 0 && PerSecondLine.Match(said) is { Success: true } found
            ? double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench ended with {process.ExitCode}: {await errors}\n{_script}");
    }

    /// <summary>A process, a kind, and all lines of what it says; further lines begin with a tab.</summary>
    [GeneratedRegex(@"^(\d+) (\w+):  ((?:.*)(?:\n\t.*)*)", RegexOptions.Multiline)]
    private static partial Regex Entry { get; }

    [GeneratedRegex(@"^(?:statement|execute [^:]*): ([\s\S]*)$")]
    private static partial Regex Sent { get; }

    [GeneratedRegex(@"\$(\d+) = (NULL|'(?:[^']|'')*')")]
    private static partial Regex Parameter { get; }

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Place { get; }

    /// <summary>What pgbench would take for one of its own, also in a text.</summary>
    [GeneratedRegex(@":(?=\w)")]
    private static partial Regex AlmostVariable { get; }

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex PerSecondLine { get; }
}
