namespace Lintel.Spreadsheets;

/// <summary>Rows of cells under named columns, made as they are written: a table may be larger than memory.</summary>
/// <param name="Rows">The same array may come again with the next row in it.</param>
public sealed record Table(string Name, IReadOnlyList<string> Columns, IAsyncEnumerable<Cell[]> Rows)
{
    public static Table Of<T>(string name, IAsyncEnumerable<T> items, IReadOnlyList<(string Name, Func<T, Cell> Value)> columns) =>
        new(name, [.. columns.Select(column => column.Name)], Cells(items, columns));

    private static async IAsyncEnumerable<Cell[]> Cells<T>(IAsyncEnumerable<T> items, IReadOnlyList<(string Name, Func<T, Cell> Value)> columns)
    {
        var cells = new Cell[columns.Count];
        await foreach (var item in items)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = columns[i].Value(item);
            }

            yield return cells;
        }
    }
}
