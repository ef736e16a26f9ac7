using CsCheck;
using Lintel.Model;

namespace Lintel.Tests.Model;

public sealed class CanonicalFormTests
{
    [Theory]
    [InlineData("9123 4567", "+85291234567")]
    [InlineData("(852) 9123-4567", "+85291234567")]
    [InlineData("85291234567", "+85291234567")]
    [InlineData("+852 9123 4567", "+85291234567")]
    [InlineData("0085291234567", "+85291234567")]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    [InlineData("8613812345678", "+8613812345678")]
    [InlineData("12", null)]
    [InlineData("+85291234567 ext. 5", null)]
    [InlineData("not a number", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("", null)]
    public void A_phone_number_is_kept_in_E164(string text, string? kept) => Assert.Equal(kept, PhoneNumber.Canonical(text, "HK"));

    [Theory]
    [InlineData("foo", "@foo")]
    [InlineData("@Foo", "@foo")]
    [InlineData(" https://instagram.com/foo/ ", "@foo")]
    [InlineData("http://www.instagram.com/Foo?igsh=abc", "@foo")]
    [InlineData("instagram.com/f.o_o1#x", "@f.o_o1")]
    [InlineData("@", null)]
    [InlineData("two words", null)]
    [InlineData("陳大文", null)]
    [InlineData("https://facebook.com/foo", null)]
    public void An_instagram_handle_is_kept_lower_case_with_its_sign(string text, string? kept) => Assert.Equal(kept, InstagramHandle.Canonical(text));

    [Theory]
    [InlineData("Tai.Man@Example.COM", "tai.man@example.com")]
    [InlineData("a+b@mail.example.hk", "a+b@mail.example.hk")]
    [InlineData("a@b", null)]
    [InlineData("Tai Man <a@b.hk>", null)]
    [InlineData("a@b.hk, c@d.hk", null)]
    [InlineData("@b.hk", null)]
    [InlineData("a b@c.hk", null)]
    public void An_email_is_kept_lower_case(string text, string? kept) => Assert.Equal(kept, EmailAddress.Canonical(text));

    [Theory]
    [InlineData("  a ", "a")]
    [InlineData("a\0b", "ab")]
    [InlineData(" \0 ", null)]
    [InlineData("e\u0301", "é")]
    [InlineData(null, null)]
    [InlineData("a\uFFFEb", "ab")]
    public void Text_is_kept_trimmed_composed_and_without_what_is_no_character(string? text, string? kept) => Assert.Equal(kept, PlainText.Canonical(text));

    [Fact]
    public void A_canonical_form_is_its_own_canonical_form() => Gen.String.Sample(text =>
    {
        Assert.True(PlainText.Canonical(text) is not { } plain || PlainText.Canonical(plain) == plain);
        Assert.True(PhoneNumber.Canonical(text, "HK") is not { } phone || PhoneNumber.Canonical(phone, "GB") == phone);
        Assert.True(InstagramHandle.Canonical(text) is not { } handle || InstagramHandle.Canonical(handle) == handle);
        Assert.True(EmailAddress.Canonical(text) is not { } email || EmailAddress.Canonical(email) == email);
    });

    [Fact]
    public void Every_hong_kong_mobile_is_the_same_with_and_without_its_country() => Gen.Int[51_000_000, 69_999_999].Sample(number =>
    {
        var kept = PhoneNumber.Canonical($"{number}", "HK");
        Assert.Equal($"+852{number}", kept);
        Assert.Equal(kept, PhoneNumber.Canonical($"852{number}", "HK"));
        Assert.Equal(kept, PhoneNumber.Canonical($"+852 {number / 10_000} {number % 10_000:D4}", "US"));
    });

    [Theory]
    [InlineData("Asia/Hong_Kong", "2026-11-23", "2026-11-22T16:00:00Z")]
    [InlineData("Europe/London", "2026-03-29", "2026-03-29T00:00:00Z")]
    [InlineData("Europe/London", "2026-03-30", "2026-03-29T23:00:00Z")]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z")] // Clocks skipped this midnight.
    public void A_day_begins_where_the_agency_is(string zone, string day, string utc)
    {
        var agency = new Agency { Name = "", TimeZone = zone, Currency = "", Region = "" };

        Assert.Equal(DateTimeOffset.Parse(utc).UtcDateTime, agency.StartOf(DateOnly.Parse(day)));
        Assert.Equal(DateOnly.Parse(day), agency.DayOf(agency.StartOf(DateOnly.Parse(day))));
    }
}
