using Lintel.Model;

namespace Lintel.Tests.Model;

public sealed class AgencyTests
{
    [Theory]
    [InlineData("Asia/Hong_Kong", "2026-11-23", "2026-11-22T16:00:00Z")]
    [InlineData("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z")] // midnight comes twice
    [InlineData("America/Havana", "2026-03-08", "2026-03-08T05:00:00Z")] // and not at all
    [InlineData("America/New_York", "2026-11-01", "2026-11-01T04:00:00Z")]
    public void A_day_begins_at_its_first_instant(string zone, string day, string start)
    {
        var agency = new Agency { Name = "", TimeZone = zone, Currency = "", Region = "" };
        var date = DateOnly.Parse(day);

        var begins = agency.StartOf(date);

        Assert.Equal(DateTime.Parse(start, null, System.Globalization.DateTimeStyles.AdjustToUniversal), begins);
        Assert.Equal((date, date.AddDays(-1)), (agency.DayOf(begins), agency.DayOf(begins.AddMilliseconds(-1))));
    }
}
