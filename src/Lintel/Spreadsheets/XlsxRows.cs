using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;

namespace Lintel.Spreadsheets;

/// <summary>Reads the rows of a workbook's first sheet, as text: days as YYYY-MM-DD, moments with their time, numbers as they are.</summary>
public static class XlsxRows
{
    /// <summary>A file of a few kilobytes can unfold to gigabytes; one that does is no list of leads.</summary>
    private const long MostUnfolded = 400_000_000;

    /// <summary>Whether the bytes are a zip, as every workbook is.</summary>
    public static bool IsOne(byte[] file) => file is [(byte)'P', (byte)'K', 3, 4, ..];

    /// <exception cref="InvalidDataException">It is no workbook, or one that cannot be read.</exception>
    public static IEnumerable<List<string>> Read(byte[] file)
    {
        using (var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read))
        {
            if (zip.GetEntry("xl/workbook.xml") is null || zip.Entries.Sum(entry => entry.Length) > MostUnfolded)
            {
                throw new InvalidDataException("This is not a workbook that can be read.");
            }
        }

        using var stream = new MemoryStream(file, writable: false);
        foreach (IDictionary<string, object?> row in stream.Query(useHeaderRow: false, excelType: ExcelType.XLSX))
        {
            yield return [.. row.Values.Select(Text)];
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
