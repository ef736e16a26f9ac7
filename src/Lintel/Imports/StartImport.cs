using Lintel.Data;
using Lintel.Model;
using Lintel.Spreadsheets;

namespace Lintel.Imports;

/// <summary>Takes in a file: its rows are kept, and nothing is made of them yet.</summary>
public static class StartImport
{
    public const int LargestFile = 20_000_000;
    public const int MostRows = 100_000;
    public const int MostColumns = 100;
    public const int LongestCell = 10_000;

    /// <summary>Rows in one transaction: some 20 ms of the one writer's time.</summary>
    private const int AtOnce = 250;

    /// <returns>The import's id, whose columns wait to be named.</returns>
    public static async Task<Outcome<Import>> Handle(ImportKind kind, string fileName, byte[] file, Store store, Actor actor, CancellationToken cancel)
    {
        var table = Read(file);
        if (table.Refusal is { } refusal)
        {
            return refusal;
        }

        var (columns, rows) = (table.Value[0], table.Value[1..]);
        var made = await store.Write<Import>(
            actor,
            async db =>
            {
                var import = new Import
                {
                    AgencyId = db.AgencyId,
                    Kind = kind,
                    FileName = fileName,
                    By = db.By,
                    CreatedAt = db.Now,
                    Columns = columns,
                    Fields = ImportField.Guess(kind, columns),
                    Rows = rows.Count,
                };
                db.Imports.Add(import);
                await db.SaveChangesAsync(cancel);
                return import;
            },
            cancel);
        var number = 0;
        foreach (var some in rows.Chunk(AtOnce))
        {
            var first = number + 1;
            await store.Write<bool>(
                actor,
                async db =>
                {
                    db.ImportRows.AddRange(some.Select((cells, i) => new ImportRow { AgencyId = db.AgencyId, ImportId = made.Value.Id, Number = first + i, Cells = cells }));
                    await db.SaveChangesAsync(cancel);
                    return true;
                },
                cancel);
            number += some.Length;
        }

        return await store.Write<Import>(
            actor,
            async db =>
            {
                var import = (await db.Hold<Import>(made.Value.Id, cancel))!;
                import.State = ImportState.Mapping;
                await db.SaveChangesAsync(cancel);
                return import;
            },
            cancel);
    }

    /// <summary>The names of the columns, and then the rows: as many cells in each, empty rows left out.</summary>
    private static Outcome<List<List<string>>> Read(byte[] file)
    {
        var table = new List<List<string>>();
        try
        {
            foreach (var row in XlsxRows.IsOne(file) ? XlsxRows.Read(file) : CsvRows.Read(file))
            {
                if (row.TrueForAll(string.IsNullOrWhiteSpace))
                {
                    continue;
                }

                var columns = table.Count == 0 ? row.FindLastIndex(name => !string.IsNullOrWhiteSpace(name)) + 1 : table[0].Count;
                table.Add([.. Enumerable.Range(0, columns).Select(i => i < row.Count ? Kept(row[i]) : "")]);
                if (table.Count > MostRows + 1 || columns > MostColumns)
                {
                    return Refusal.Invalid("file", $"must have at most {MostRows} rows and {MostColumns} columns");
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or System.Xml.XmlException or FormatException or ArgumentException or KeyNotFoundException or NullReferenceException)
        {
            // Whatever a library finds wrong with a file, it is the file that is wrong.
            return Refusal.Invalid("file", "must be a CSV file or an Excel workbook (.xlsx)");
        }

        return table.Count < 2 ? Refusal.Invalid("file", "must have a row of names and at least one more") : table;
    }

    private static string Kept(string cell)
    {
        var text = PlainText.Canonical(cell) ?? "";
        return text.Length > LongestCell ? text[..LongestCell] : text;
    }
}
