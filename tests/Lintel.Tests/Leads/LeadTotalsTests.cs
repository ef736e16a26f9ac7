using CsCheck;
using Lintel.Data;
using Lintel.Leads;
using Lintel.Model;
using Lintel.Tests.Demo;

namespace Lintel.Tests.Leads;

/// <summary>A list's total comes from figures that are kept wherever these are enough, and is what counting the leads comes to.</summary>
public sealed class LeadTotalsTests(LeadTotalsTests.Filled filled) : IClassFixture<LeadTotalsTests.Filled>
{
    private static readonly LeadOrder Order = LeadOrder.Read(null, new Lintel.Http.Check(DemoDatabase.Agency));

    // Times within the demo's year and at its ends, on a day's first moment and between; times to an answer where counted ranges begin, and elsewhere.
    private static readonly Gen<DateTime?> Times = Gen.OneOf(
        Gen.Const((DateTime?)null),
        Gen.Int[0, 420].Select(days => (DateTime?)DemoDatabase.Now.UtcDateTime.Date.AddDays(-days)),
        Gen.Int[0, 420 * 86_400].Select(seconds => (DateTime?)DemoDatabase.Now.UtcDateTime.AddSeconds(-seconds)));

    private static readonly Gen<long?> Answers = Gen.OneOf(
        Gen.Const((long?)null), Any(ResponseRanges.Begins).Select(minutes => (long?)minutes * 60), Gen.Long[0, 90_000].Select(seconds => (long?)seconds));

    private static readonly Gen<int?> Scores = Gen.OneOf(Gen.Const((int?)null), Gen.Int[0, 100].Select(score => (int?)score));

    private static readonly Gen<LeadFilter> Filters =
        from type in Any<string?>(null, null, "apartment", "office", "castle")
        from scores in Gen.Select(Scores, Scores)
        from created in Gen.Select(Times, Times)
        from reached in Any<LeadStatus?>(null, null, LeadStatus.New, LeadStatus.Qualified, LeadStatus.Converted)
        from answered in Any<bool?>(null, null, true, false)
        from answers in Gen.Select(Answers, Answers)
        from only in Gen.Int[0, 3]
        select new LeadFilter
        {
            PropertyType = only is 0 or 3 ? type : null,
            MinScore = only is 0 or 3 ? scores.Item1 : null,
            MaxScore = only is 0 or 3 ? scores.Item2 : null,
            CreatedFrom = only == 0 ? null : created.Item1,
            CreatedTo = only == 0 ? null : created.Item2,
            Reached = only is 1 or 3 ? reached : null,
            Answered = only is 2 or 3 ? answered : null,
            MinResponse = only is 2 or 3 ? answers.Item1 : null,
            MaxResponse = only is 2 or 3 ? answers.Item2 : null,
        };

    [Fact]
    public Task A_total_is_what_is_counted() => Filters.SampleAsync(
        async filter =>
        {
            var (quick, counted) = (new LeadSql(filter, Order), new LeadSql(filter, Order));
            return await Ask(quick.Total(null), quick) == await Ask(counted.Count(null), counted);
        },
        iter: 300);

    [Fact]
    public void Charts_lead_to_lists_whose_totals_are_kept()
    {
        Assert.True(new LeadFilter { PropertyType = "apartment", MinScore = 60 }.IsCountedByType);
        Assert.True(new LeadFilter { CreatedFrom = DateTime.UnixEpoch, Reached = LeadStatus.Qualified }.IsCountedByDay);
        Assert.True(new LeadFilter { CreatedFrom = DateTime.UnixEpoch, MinResponse = 900, MaxResponse = 3_600 }.IsCountedByDay);
        Assert.False(new LeadFilter { MinResponse = 901 }.IsCountedByDay);
        Assert.False(new LeadFilter { Reached = LeadStatus.Qualified, Answered = true }.IsCountedByDay);
    }

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private async Task<long> Ask(string statement, LeadSql sql)
    {
        using var reading = filled.Demo.Store.Read(Agency.DefaultId);
        return await reading.First(statement, row => row.Long(), TestContext.Current.CancellationToken, sql.Args);
    }

    public sealed class Filled : IAsyncLifetime
    {
        public DemoDatabase Demo { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Demo = await DemoDatabase.Make(leads: 1_500);

        public ValueTask DisposeAsync() => Demo.DisposeAsync();
    }
}
