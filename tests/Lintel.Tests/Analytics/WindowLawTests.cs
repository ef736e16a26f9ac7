using System.Globalization;
using CsCheck;
using Lintel.Analytics;
using Lintel.Data;
using Lintel.Model;
using Lintel.Tests.Demo;

namespace Lintel.Tests.Analytics;

/// <summary>Wherever a window begins and ends, what is added up by day and week and counted at its ends is what its leads are.</summary>
public sealed class WindowLawTests(WindowLawTests.Filled filled) : IClassFixture<WindowLawTests.Filled>
{
    private const int Minutes = 420 * 24 * 60;

    private static readonly DateTime Last = DemoDatabase.Now.UtcDateTime.AddTicks(-(DemoDatabase.Now.Ticks % TimeSpan.TicksPerMinute));

    // From some minutes to more than all there is; with an end before now, or without.
    private static readonly Gen<Window> Windows =
        from began in Gen.OneOf(Gen.Int[1, 20 * 24 * 60], Gen.Int[1, Minutes])
        from ended in Gen.OneOf(Gen.Const((int?)null), Gen.Int[0, began].Select(minutes => (int?)minutes))
        let since = Last.AddMinutes(-began)
        select ended is { } ago ? new Window(1, since) { Until = Last.AddMinutes(-ago) } : new Window(1, since);

    [Fact]
    public Task Sources_are_those_of_its_leads() => Windows.SampleAsync(
        async window => Same(
            filled.In(window).GroupBy(lead => lead.Source).Select(leads => (leads.Key, leads.LongCount(), Converted(leads), Score(leads), leads.LongCount(lead => lead.IsHigh)))
                .OrderByDescending(source => source.Item2).ThenBy(source => source.Key, StringComparer.Ordinal),
            (await Ask(window, SourcePerformance.Handle)).SourcePerformance
                .Select(source => (source.Source, source.TotalLeads, source.ConvertedLeads, source.AvgScore, source.HighPriorityLeads))),
        iter: 60);

    [Fact]
    public Task Agents_are_those_of_its_leads() => Windows.SampleAsync(
        async window => Same(
            filled.In(window).Where(lead => lead.Agent is not null).GroupBy(lead => lead.Agent!.Value)
                .Select(leads => (leads.Key, leads.LongCount(), Converted(leads), Score(leads), Rate.Mean(leads.Sum(lead => lead.Response ?? 0), leads.LongCount(lead => lead.Response is not null), unit: 3_600)))
                .OrderByDescending(agent => agent.Item2).ThenBy(agent => agent.Key),
            (await Ask(window, AgentComparison.Handle)).AgentComparison.Where(agent => agent.TotalLeads > 0)
                .Select(agent => (agent.AgentId, agent.TotalLeads, agent.ConvertedLeads, agent.AvgLeadScore, agent.AvgResponseHours))),
        iter: 60);

    [Fact]
    public Task Times_to_the_answer_are_those_of_its_leads() => Windows.SampleAsync(
        async window =>
        {
            var (leads, answer) = (filled.In(window), await Ask(window, ResponseTimes.Handle));
            return answer.Unanswered == leads.LongCount(lead => lead.Response is null) && Same(
                answer.ResponseTimes.Select(range => leads.LongCount(lead => lead.Response >= range.FromMinutes * 60 && !(lead.Response >= range.ToMinutes * 60))),
                answer.ResponseTimes.Select(range => range.Leads));
        },
        iter: 60);

    [Fact]
    public Task Listings_are_those_that_its_leads_ask_about() => Windows.SampleAsync(
        async window => Same(
            filled.Listings.Select(listing => (listing.Id, Leads: filled.In(window).Where(lead => lead.Interests.Contains(listing.Source ?? "") || lead.Interests.Contains(listing.Name)).ToList()))
                .Where(listing => listing.Leads.Count > 0)
                .Select(listing => (listing.Id, (long)listing.Leads.Count, Converted(listing.Leads), Score(listing.Leads)))
                .OrderByDescending(listing => listing.Item2).ThenBy(listing => listing.Id).Take(PropertyPerformance.Most),
            (await Ask(window, PropertyPerformance.Handle)).PropertyPerformance
                .Select(listing => (listing.PropertyId, listing.Inquiries, listing.Conversions, listing.AvgLeadQuality))),
        iter: 60);

    [Fact]
    public Task The_dashboard_counts_its_leads_and_conversions() => Windows.SampleAsync(
        async window =>
        {
            var metrics = (await Ask(window, Dashboard.Handle)).Metrics;
            return (metrics.NewLeads, metrics.ConvertedLeads)
                == (filled.In(window).Count, filled.Leads.LongCount(lead => lead.ConvertedAt >= window.Since && lead.ConvertedAt < window.Until));
        },
        iter: 60);

    private static long Converted(IEnumerable<Asked> leads) => leads.LongCount(lead => lead.Status == LeadStatus.Converted);

    private static decimal? Score(IEnumerable<Asked> leads) => Rate.Mean(leads.Sum(lead => lead.Score), leads.LongCount());

    private static bool Same<T>(IEnumerable<T> expected, IEnumerable<T> actual)
    {
        Assert.Equal(expected, actual);
        return true;
    }

    private async ValueTask<T> Ask<T>(Window window, Func<Window, SqlReader, CancellationToken, ValueTask<T>> handle)
    {
        using var sql = filled.Demo.Store.Read(Agency.DefaultId);
        return await handle(window, sql, TestContext.Current.CancellationToken);
    }

    public sealed record Asked(
        DateTime At, string Source, long? Agent, LeadStatus Status, int Score, bool IsHigh, long? Response, DateTime? ConvertedAt, IReadOnlyList<string> Interests);

    public sealed class Filled : IAsyncLifetime
    {
        public DemoDatabase Demo { get; private set; } = null!;

        public List<Asked> Leads { get; private set; } = [];

        public List<(long Id, string? Source, string Name)> Listings { get; private set; } = [];

        public List<Asked> In(Window window) => Leads.FindAll(lead => lead.At >= window.Since && lead.At < window.Until);

        public async ValueTask InitializeAsync()
        {
            Demo = await DemoDatabase.Make(leads: 1_500, agents: 8, properties: 60);

            // Some say the listing's id, some both, and some listings have no other name.
            await Demo.Database.Execute("""
                UPDATE properties SET source_id = NULL WHERE id % 7 = 0;
                UPDATE leads SET interested_properties = '["' || (id % 60 + 1) || '"]' WHERE id % 5 = 0;
                UPDATE leads SET interested_properties = (SELECT '["' || p.source_id || '","' || p.id || '"]' FROM properties p WHERE p.id = leads.id % 60 + 1 AND p.source_id IS NOT NULL)
                WHERE id % 5 = 1 AND (id % 60 + 1) % 7 <> 0;
                """);
            using var sql = Demo.Store.Read(Agency.DefaultId);
            Leads = await sql.List(
                "SELECT created_at, source, assigned_agent_id, status, score, priority, response_seconds, converted_at, interested_properties FROM leads WHERE agency_id = @agency",
                row => new Asked(
                    row.Time(), row.Text(), row.LongOrNull(), row.Enum<LeadStatus>(), row.Int(), row.Enum<Priority>() >= Priority.High, row.LongOrNull(), row.TimeOrNull(), row.Texts()),
                TestContext.Current.CancellationToken);
            Listings = await sql.List(
                "SELECT id, source_id FROM properties WHERE agency_id = @agency",
                row =>
                {
                    var id = row.Long();
                    return (id, row.TextOrNull(), id.ToString(CultureInfo.InvariantCulture));
                },
                TestContext.Current.CancellationToken);
        }

        public ValueTask DisposeAsync() => Demo.DisposeAsync();
    }
}
