using Lintel.Spreadsheets;

namespace Lintel.Tests.Spreadsheets;

public sealed class CellTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("+", "'+")]
    [InlineData("+85298765432", "+85298765432")]
    [InlineData("+852 98765432", "'+852 98765432")]
    [InlineData("+123456789012345678901", "'+123456789012345678901")]
    [InlineData("1=1", "1=1")]
    [InlineData("陳大文", "陳大文")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void Text_that_a_spreadsheet_would_run_is_made_harmless_and_phone_numbers_stay(string? text, string? cell)
    {
        Assert.Equal((cell, false), (((Cell)text).Value, ((Cell)text).IsNumber));
    }

    [Fact]
    public void A_list_that_begins_like_a_formula_is_made_harmless_too() => Assert.Equal("'=1; b", Cell.Of(["=1", "b"]).Value);
}
