using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Lintel.Spreadsheets;

/// <summary>
/// Tables as the sheets of one workbook (Office Open XML), written as their rows come; a table with more rows than a sheet holds goes on in a
/// further one. Libraries write through a stream that blocks, or keep the sheets on disk or in memory first; what a sheet of plain cells needs is
/// this little.
/// </summary>
public static class Xlsx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Rows of a sheet (1,048,576), less the one with the names.</summary>
    public const int MostRows = 1_048_575;

    private const int Chunk = 32 * 1024;
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string SheetHead = $"""
        {Head}<worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>
        """;

    private const string SheetFoot = "</sheetData></worksheet>";

    /// <param name="mostRows">Rows of a table in one sheet.</param>
    public static async Task Write(IEnumerable<Table> tables, Stream stream, DateTimeOffset now, CancellationToken cancel, int mostRows = MostRows)
    {
        await using var unblocked = new UnblockedStream(stream);
        await using var zip = await ZipArchive.CreateAsync(unblocked, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        var sheets = new List<string>();
        foreach (var table in tables)
        {
            await using var rows = table.Rows.GetAsyncEnumerator(cancel);
            var more = await rows.MoveNextAsync();
            for (var part = 1; part == 1 || more; part++)
            {
                sheets.Add(part == 1 ? table.Name : string.Create(CultureInfo.InvariantCulture, $"{table.Name} ({part})"));
                await using var file = await Entry(zip, Sheet(sheets.Count), now, cancel);
                more = await WriteSheet(table.Columns, rows, more ? mostRows : 0, file, cancel);
            }
        }

        await WriteParts(zip, sheets, now, cancel);
    }

    /// <param name="rows">Stands on the first row to write, and then on the first that is left.</param>
    /// <returns>Whether there is one left.</returns>
    private static async Task<bool> WriteSheet(
        IReadOnlyList<string> columns, IAsyncEnumerator<Cell[]> rows, int mostRows, Stream file, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var xml = new StringBuilder(SheetHead);
        Append(xml, columns.Select(name => (Cell)name));
        var more = mostRows > 0;
        for (var written = 0; more && written < mostRows; written++)
        {
            Append(xml, rows.Current);
            if (xml.Length >= Chunk)
            {
                await writer.WriteAsync(xml, cancel);
                xml.Clear();
            }

            more = await rows.MoveNextAsync();
        }

        await writer.WriteAsync(xml.Append(SheetFoot), cancel);
        return more;
    }

    private static void Append(StringBuilder xml, IEnumerable<Cell> cells)
    {
        xml.Append("<row>");
        foreach (var cell in cells)
        {
            if (cell.Value is not { } value)
            {
                xml.Append("<c/>");
            }
            else if (cell.IsNumber)
            {
                xml.Append("<c><v>").Append(value).Append("</v></c>");
            }
            else
            {
                xml.Append("""<c t="inlineStr"><is><t xml:space="preserve">""");
                AppendText(xml, value);
                xml.Append("</t></is></c>");
            }
        }

        xml.Append("</row>");
    }

    /// <summary>Text as XML; what XML cannot hold as <c>_x0007_</c>, the format's own escape, and text that looks like one so that it stays text.</summary>
    private static void AppendText(StringBuilder xml, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '&':
                    xml.Append("&amp;");
                    break;
                case '<':
                    xml.Append("&lt;");
                    break;
                case '>':
                    xml.Append("&gt;");
                    break;
                case '_' when i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_':
                    xml.Append("_x005F_");
                    break;
                case '\r' or '\uFFFE' or '\uFFFF' or (< ' ' and not ('\t' or '\n')):
                    xml.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
                    break;
                default:
                    xml.Append(text[i]);
                    break;
            }
        }
    }

    private static async Task WriteParts(ZipArchive zip, List<string> sheets, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = Enumerable.Range(1, sheets.Count).ToList();
        await Part("xl/workbook.xml", $"""
            {Head}<workbook xmlns="{Main}" xmlns:r="{OfficeRelations}"><sheets>{string.Concat(ids.Select(id => $"""<sheet name="{sheets[id - 1]}" sheetId="{id}" r:id="rId{id}"/>"""))}</sheets></workbook>
            """);
        await Part("xl/_rels/workbook.xml.rels", $"""
            {Head}<Relationships xmlns="{Relations}">{string.Concat(ids.Select(id => $"""<Relationship Id="rId{id}" Type="{OfficeRelations}/worksheet" Target="/{Sheet(id)}"/>"""))}</Relationships>
            """);
        await Part("_rels/.rels", $"""
            {Head}<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{OfficeRelations}/officeDocument" Target="/xl/workbook.xml"/></Relationships>
            """);
        const string type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        await Part("[Content_Types].xml", $"""
            {Head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{type}.sheet.main+xml"/>{string.Concat(ids.Select(id => $"""<Override PartName="/{Sheet(id)}" ContentType="{type}.worksheet+xml"/>"""))}</Types>
            """);

        async Task Part(string name, string xml)
        {
            await using var file = await Entry(zip, name, now, cancel);
            await file.WriteAsync(Encoding.UTF8.GetBytes(xml), cancel);
        }
    }

    private static string Sheet(int id) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{id}.xml");

    private static async Task<Stream> Entry(ZipArchive zip, string name, DateTimeOffset now, CancellationToken cancel)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = now;
        return await entry.OpenAsync(cancel);
    }
}
