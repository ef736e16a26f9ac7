using System.Globalization;
using CsCheck;
using Lintel.Model;

namespace Lintel.Tests.Model;

public sealed class WorkingTimeTests
{
    private static readonly Gen<string> Day = Gen.Int[0, 6].Select(day => WorkingTime.Days[day]);

    private static readonly Gen<string> Stretch = Gen.Int[0, 1438].SelectMany(from => Gen.Int[from + 1, 1439].Select(to => $"{Clock(from)}-{Clock(to)}"));

    [Theory]
    [InlineData("Mo 09:30-18:30", "Mo 09:30-18:30")]
    [InlineData("sa-mo 10:00-14:00", "Mo 10:00-14:00, Sa 10:00-14:00, Su 10:00-14:00")]
    [InlineData("Mo-Su 00:00-23:59", "Mo 00:00-23:59, Tu 00:00-23:59, We 00:00-23:59, Th 00:00-23:59, Fr 00:00-23:59, Sa 00:00-23:59, Su 00:00-23:59")]
    [InlineData("We 14:00-18:00; We 09:00-12:00", "We 09:00-12:00, We 14:00-18:00")]
    public void A_week_is_kept_a_stretch_an_entry_from_Monday_on(string entries, string week) =>
        Assert.Equal(week, string.Join(", ", WorkingTime.Week(entries.Split("; "))!));

    [Theory]
    [InlineData("Monday 09:30-18:30")]
    [InlineData("Mo 18:30-09:30")]
    [InlineData("Mo 09:30-09:30")]
    [InlineData("Mo 9:30-18:30")]
    [InlineData("Mo 09:30-24:00")]
    [InlineData("Mo,Tu 09:30-18:30")]
    [InlineData("Mo 09:30-")]
    [InlineData("Mo 09:30-12:00; Mo 11:59-13:00")]
    [InlineData("Mo-We 09:30-12:00; Tu 09:30-12:00")]
    [InlineData("")]
    public void What_is_no_week_is_none(string entries) => Assert.Null(WorkingTime.Week(entries.Split("; ")));

    [Theory]
    [InlineData("2026-11-23T08:00", "2026-11-23T09:30")]
    [InlineData("2026-11-23T09:30", "2026-11-24T09:30")]
    [InlineData("2026-11-27T19:00", "2026-11-28T10:00")]
    [InlineData("2026-11-28T10:01", "2026-11-30T09:30")]
    public void Work_next_begins_after_now(string now, string start) =>
        Assert.Equal(Moment(start), WorkingTime.NextStart(WorkingTime.Week(["Mo-Fr 09:30-18:30", "Sa 10:00-14:00"])!, Moment(now)));

    [Fact]
    public void Who_has_not_said_when_they_work_begins_at_no_time() => Assert.Null(WorkingTime.NextStart([], Moment("2026-11-23T08:00")));

    [Fact]
    public void What_is_kept_is_read_as_it_was() => Day.Select(Stretch, (day, stretch) => $"{day} {stretch}").Sample(entry =>
        Assert.Equal([entry], WorkingTime.Week([entry])!.Select(time => time.ToString())));

    [Fact]
    public void Work_begins_within_a_week_on_a_day_and_time_of_the_week() => Day.Select(Stretch, Gen.Int[0, 20_000]).Sample((day, stretch, minutes) =>
    {
        var now = Moment("2026-11-23T00:00").AddMinutes(minutes);
        var week = WorkingTime.Week([$"{day} {stretch}"])!;

        var start = WorkingTime.NextStart(week, now)!.Value;

        Assert.InRange(start - now, TimeSpan.FromTicks(1), TimeSpan.FromDays(7));
        Assert.Equal((week[0].Day, week[0].From), (start.DayOfWeek, TimeOnly.FromDateTime(start)));
    });

    private static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    private static DateTime Moment(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
