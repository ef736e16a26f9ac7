using Lintel.Spreadsheets;
using Lintel.Tests.Running;
using MiniExcelLibs;

namespace Lintel.Tests.Spreadsheets;

public sealed class XlsxTests
{
    [Theory]
    [InlineData(0, new[] { 0 })]
    [InlineData(3, new[] { 3 })]
    [InlineData(4, new[] { 3, 1 })]
    [InlineData(6, new[] { 3, 3 })]
    [InlineData(7, new[] { 3, 3, 1 })]
    public async Task What_one_sheet_cannot_hold_goes_on_in_the_next(int rows, int[] sheets)
    {
        using var file = new MemoryStream();
        await Xlsx.Write(
            [Table.Of("leads", Numbers(rows), [("number", number => (long)number)]), Table.Of("agents", Numbers(1), [("number", number => (long)number)])],
            file,
            LintelServer.Start,
            TestContext.Current.CancellationToken,
            mostRows: 3);

        var names = Enumerable.Range(1, sheets.Length).Select(part => part == 1 ? "leads" : $"leads ({part})").ToList();
        Assert.Equal([.. names, "agents"], file.GetSheetNames());
        var read = names.Select(name => file.Query(useHeaderRow: true, sheetName: name).Cast<IDictionary<string, object?>>().Select(row => row["number"]).ToList()).ToList();
        Assert.Equal(sheets, read.Select(sheet => sheet.Count));
        Assert.Equal(Enumerable.Range(1, rows).Select(number => (object?)(double)number), read.SelectMany(sheet => sheet));
    }

    private static async IAsyncEnumerable<int> Numbers(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }
}
