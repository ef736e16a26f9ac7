using CsCheck;
using Lintel.Model;

namespace Lintel.Tests.Model;

public sealed class FloorAreaTests
{
    [Theory]
    [InlineData("450", 450)]
    [InlineData("450 sqft", 450)]
    [InlineData("450sqft", 450)]
    [InlineData("450 SQ FT", 450)]
    [InlineData("1,234 sq.ft.", 1_234)]
    [InlineData("1,234 sq. ft", 1_234)]
    [InlineData("12,345,678 square feet", 12_345_678)]
    [InlineData("450呎", 450)]
    [InlineData("450 尺", 450)]
    [InlineData("450平方呎", 450)]
    [InlineData("約450呎", 450)]
    [InlineData("實用面積:450 呎", 450)]
    [InlineData("建築 1,050 方呎", 1_050)]
    [InlineData("Saleable area: 450 ft²", 450)]
    [InlineData("approx. 450 s.f.", 450)]
    [InlineData("４５０呎", 450)]
    [InlineData("450.5 sqft", 450.5)]
    [InlineData("450'", 450)]
    [InlineData("41.8 m²", 449.9)]
    [InlineData("42 sqm", 452.1)]
    [InlineData("100平方米", 1_076.4)]
    [InlineData("  450  ", 450)]
    public void An_area_is_read_as_listings_write_it(string text, double feet) => Assert.Equal(feet, FloorArea.Canonical(text));

    [Theory]
    [InlineData("")]
    [InlineData("large")]
    [InlineData("sqft")]
    [InlineData("-450 sqft")]
    [InlineData("450-500 sqft")]
    [InlineData("450 or 500")]
    [InlineData("1,23 sqft")]
    [InlineData("4.5萬呎")]
    [InlineData("450 acres")]
    [InlineData("Flat 12")]
    [InlineData("0x1F4")]
    [InlineData("1e3")]
    [InlineData("999999999999 sqft")]
    [InlineData("99999999999999999999999999999")]
    public void What_may_mean_something_else_is_none(string text) => Assert.Null(FloorArea.Canonical(text));

    [Fact]
    public void Whatever_is_read_is_an_area() => Gen.String.Sample(text => FloorArea.Canonical(text) is null or (>= 0 and <= FloorArea.Most));
}
