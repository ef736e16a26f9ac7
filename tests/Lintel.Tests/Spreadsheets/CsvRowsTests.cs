using System.Text;
using Lintel.Spreadsheets;

namespace Lintel.Tests.Spreadsheets;

public sealed class CsvRowsTests
{
    [Theory]
    [InlineData("a,b\r\n1,2\r\n", "a|b/1|2")]
    [InlineData("a;b\n1,5;2", "a|b/1,5|2")]
    [InlineData("a\tb\n1\t2", "a|b/1|2")]
    [InlineData("a,b\n\"1, \"\"one\"\"\",\"two\nlines\"", "a|b/1, \"one\"|two\nlines")]
    [InlineData("\"a;c\",b\n1,2", "a;c|b/1|2")]
    [InlineData("a,b\n,\n1", "a|b/|/1")]
    [InlineData("a\n\"never closed", "a/never closed")]
    [InlineData("", "")]
    public void Rows_are_read_as_people_write_them(string file, string rows) => Assert.Equal(rows, Read(Encoding.UTF8.GetBytes(file)));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("big5")]
    public void Chinese_is_read_in_the_encoding_it_was_written_in(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);

        Assert.Equal("姓名|電話/陳大文|9876 5432", Read([.. encoding.GetPreamble(), .. encoding.GetBytes("姓名,電話\n陳大文,9876 5432")]));
    }

    [Fact]
    public void Simplified_Chinese_of_an_older_Excel_is_read_too()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        Assert.Equal("姓名|电话/陈龙飞|1", Read(Encoding.GetEncoding("gb18030").GetBytes("姓名,电话\n陈龙飞,1")));
    }

    private static string Read(byte[] file) => string.Join('/', CsvRows.Read(file).Select(row => string.Join('|', row)));
}
