using System.Text.RegularExpressions;

namespace Lintel.Data.Postgres;

/// <summary>The SQL that <c>pg_restore</c> writes.</summary>
internal static partial class PostgresDump
{
    private const string EndOfRows = @"\.";

    /// <summary>How many rows it holds for each table.</summary>
    public static async Task<Dictionary<string, long>> Rows(TextReader sql, CancellationToken cancel)
    {
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        string? table = null;
        while (await sql.ReadLineAsync(cancel) is { } line)
        {
            if (table is null)
            {
                var begins = Copy.Match(line);
                if (begins.Success)
                {
                    table = begins.Groups["bare"].Value + begins.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal);
                    rows[table] = 0;
                }
            }
            else if (line == EndOfRows)
            {
                table = null;
            }
            else
            {
                rows[table]++;
            }
        }

        return rows;
    }

    [GeneratedRegex("""^COPY (?:"(?:[^"]|"")+"|\w+)\.(?:"(?<quoted>(?:[^"]|"")+)"|(?<bare>\w+)) \(.*\) FROM stdin;$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Copy { get; }
}
