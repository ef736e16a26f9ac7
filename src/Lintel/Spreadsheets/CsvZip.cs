using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace Lintel.Spreadsheets;

/// <summary>
/// Tables as CSV files (RFC 4180) in one zip, written as their rows come. UTF-8 with a byte order mark, without which Excel reads Chinese as
/// something else.
/// </summary>
public static class CsvZip
{
    public const string ContentType = "application/zip";

    private const int Chunk = 32 * 1024;

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public static async Task Write(IEnumerable<Table> tables, Stream stream, DateTimeOffset now, CancellationToken cancel)
    {
        await using var unblocked = new UnblockedStream(stream);
        await using var zip = await ZipArchive.CreateAsync(unblocked, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        foreach (var table in tables)
        {
            var entry = zip.CreateEntry(table.Name + ".csv", CompressionLevel.Fastest);
            entry.LastWriteTime = now;
            await using var file = await entry.OpenAsync(cancel);
            await using var writer = new StreamWriter(file, Encoding.UTF8);
            await Write(table, writer, cancel);
        }
    }

    private static async Task Write(Table table, StreamWriter writer, CancellationToken cancel)
    {
        var text = new StringBuilder();
        Append(text, table.Columns);
        await foreach (var row in table.Rows.WithCancellation(cancel))
        {
            Append(text, row.Select(cell => cell.Value));
            if (text.Length >= Chunk)
            {
                await writer.WriteAsync(text, cancel);
                text.Clear();
            }
        }

        await writer.WriteAsync(text, cancel);
    }

    private static void Append(StringBuilder text, IEnumerable<string?> values)
    {
        var first = true;
        foreach (var value in values)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            if (value.AsSpan().ContainsAny(Quoted))
            {
                text.Append('"').Append(value!.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }
            else
            {
                text.Append(value);
            }
        }

        text.Append("\r\n");
    }
}
