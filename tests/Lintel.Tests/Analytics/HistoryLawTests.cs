using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using Lintel.Model;
using Lintel.Scoring;
using Lintel.Tests.Running;

namespace Lintel.Tests.Analytics;

/// <summary>Whatever happened, the figures are what somebody would count who had watched and written it all down.</summary>
public sealed class HistoryLawTests
{
    private static readonly string[] Statuses = ["new", "contacted", "qualified", "viewing_scheduled", "applied", "converted", "lost"];
    private static readonly string[] Sources = ["website", "referral", "28hse"];
    private static readonly string[] Priorities = ["low", "medium", "high", "urgent"];

    private static readonly (int From, int To)[] Ranges = [(0, 20), (21, 40), (41, 60), (61, 80), (81, 100)];

    private enum Kind
    {
        Arrives,
        Changes,
        IsGiven,
        Writes,
        IsWrittenTo,
        IsAnsweredByRule,
        NothingFor,
    }

    private static readonly Gen<Step[]> Histories =
        Gen.Select(Gen.Enum<Kind>(), Gen.Int[0, 1_000], Gen.Int[0, 1_000], (kind, one, other) => new Step(kind, one, other)).Array[5, 40];

    [Fact]
    public Task The_figures_are_what_a_witness_counts() => Histories.SampleAsync(
        async steps =>
        {
            var lintel = new LintelServer();
            await using (lintel)
            {
                await lintel.InitializeAsync();
                var witness = new Witness(lintel, [await lintel.Agent("Ann"), await lintel.Agent("Ben")]);
                foreach (var step in steps)
                {
                    await witness.Live(step);
                }

                await lintel.Service<RescoreDue>().Run(TestContext.Current.CancellationToken);
                foreach (var days in (int[])[1, 3, 30])
                {
                    await witness.Compare(days);
                }
            }
        },
        iter: 12,
        threads: 1);

    private sealed record Step(Kind Kind, int One, int Other);

    private sealed class Seen(long id, DateTime at, string source, int priority)
    {
        public long Id => id;

        public DateTime At => at;

        public string Source => source;

        public int Priority => priority;

        public long? Agent { get; set; }

        public int Status { get; private set; }

        public int Furthest { get; private set; }

        public DateTime? ConvertedAt { get; private set; }

        public List<(DateTime At, bool Inbound, bool Human)> Contacts { get; } = [];

        public void Become(int status, DateTime now)
        {
            ConvertedAt = status == 5 ? now : null;
            Status = status;
            Furthest = status == 6 ? Furthest : Math.Max(Furthest, status);
        }

        /// <summary>Seconds from the first thing the person wrote, or the creation, to the first human answer after it.</summary>
        public long? Response()
        {
            var asked = Contacts.Where(c => c.Inbound).Select(c => (DateTime?)c.At).FirstOrDefault();
            var start = asked ?? at;
            var from = asked is null ? 0 : Contacts.FindIndex(c => c.Inbound);
            var answer = Contacts.Skip(from).Where(c => !c.Inbound && c.Human).Select(c => (DateTime?)c.At).FirstOrDefault();
            return answer is { } when ? (long)(when - start).TotalSeconds : null;
        }
    }

    private sealed class Witness(LintelServer lintel, long[] agents)
    {
        private readonly List<Seen> _leads = [];
        private readonly List<(DateTime At, long? Agent)> _entries = [];

        private DateTime Now => lintel.Clock.GetUtcNow().UtcDateTime;

        public async Task Live(Step step)
        {
            if (step.Kind == Kind.NothingFor)
            {
                lintel.Clock.Advance(TimeSpan.FromMinutes(step.One * 7));
                return;
            }

            if (step.Kind == Kind.Arrives || _leads.Count == 0)
            {
                await Arrive(step);
                return;
            }

            var lead = _leads[step.One % _leads.Count];
            switch (step.Kind)
            {
                case Kind.Changes:
                    var status = step.Other % 7;
                    await lintel.Status(lead.Id, Statuses[status]);
                    if (status != lead.Status)
                    {
                        lead.Become(status, Now);
                    }

                    break;
                case Kind.IsGiven:
                    lead.Agent = agents[step.Other % agents.Length];
                    await lintel.Http.PutJson($"/leads/{lead.Id}", new { assigned_agent_id = lead.Agent });
                    break;
                default:
                    var (inbound, human) = (step.Kind == Kind.Writes, step.Kind != Kind.IsAnsweredByRule);
                    var agent = agents[step.Other % agents.Length];
                    await lintel.Message(lead.Id, inbound ? Direction.Inbound : Direction.Outbound, automated: !human, agentId: agent);
                    lead.Contacts.Add((Now, inbound, human));
                    _entries.Add((Now, agent));
                    if (!inbound && human && lead.Status == 0)
                    {
                        lead.Become(1, Now);
                    }

                    break;
            }
        }

        public async Task Compare(int days)
        {
            var since = Now.AddDays(-days);
            since = since.AddTicks(-(since.Ticks % TimeSpan.TicksPerMinute));
            var scores = (await lintel.Http.GetJson("/leads?per_page=100"))["leads"].AsArray().ToDictionary(lead => (long)lead!["id"]!, lead => (int)lead!["score"]!);
            var cohort = _leads.Where(lead => lead.At >= since).ToList();
            var converted = _leads.Count(lead => lead.ConvertedAt >= since);

            await Same($"dashboard?days={days}", "metrics", new JsonObject
            {
                ["period_days"] = days,
                ["total_leads"] = _leads.Count,
                ["new_leads"] = cohort.Count,
                ["converted_leads"] = converted,
                ["conversion_rate"] = Math.Min(100, Rate(converted, cohort.Count)),
                ["recent_interactions"] = _entries.Count(entry => entry.At >= since),
                ["avg_response_hours"] = Hours(cohort),
                ["leads_by_status"] = new JsonObject(Statuses.Select((name, i) => KeyValuePair.Create(name, (JsonNode?)_leads.Count(lead => lead.Status == i)))),
                ["leads_by_source"] = new JsonObject(_leads.CountBy(lead => lead.Source).Select(source => KeyValuePair.Create(source.Key, (JsonNode?)source.Value))),
            }, ignore: "agent_performance");

            var stages = Enumerable.Range(0, 6).Select(stage => cohort.Count(lead => lead.Furthest >= stage)).ToArray();
            await Same($"funnel?days={days}", "funnel", new JsonObject
            {
                ["counts"] = new JsonObject
                {
                    ["total_leads"] = stages[0],
                    ["contacted_leads"] = stages[1],
                    ["qualified_leads"] = stages[2],
                    ["viewing_leads"] = stages[3],
                    ["applied_leads"] = stages[4],
                    ["converted_leads"] = stages[5],
                },
                ["rates"] = new JsonObject
                {
                    ["contact_rate"] = Rate(stages[1], stages[0]),
                    ["qualification_rate"] = Rate(stages[2], stages[0]),
                    ["viewing_rate"] = Rate(stages[3], stages[0]),
                    ["application_rate"] = Rate(stages[4], stages[0]),
                    ["conversion_rate"] = Rate(stages[5], stages[0]),
                },
            });

            await Same($"source-performance?days={days}", "source_performance", new JsonArray([.. cohort.GroupBy(lead => lead.Source)
                .OrderByDescending(source => source.Count()).ThenBy(source => source.Key, StringComparer.Ordinal)
                .Select(source => new JsonObject
                {
                    ["source"] = source.Key,
                    ["total_leads"] = source.Count(),
                    ["converted_leads"] = source.Count(lead => lead.Status == 5),
                    ["conversion_rate"] = Rate(source.Count(lead => lead.Status == 5), source.Count()),
                    ["avg_score"] = Mean(source.Select(lead => (long)scores[lead.Id])),
                    ["high_priority_leads"] = source.Count(lead => lead.Priority >= 2),
                })]));

            await Same($"agent-comparison?days={days}", "agent_comparison", new JsonArray([.. agents
                .Select(agent => (Id: agent, Leads: cohort.Where(lead => lead.Agent == agent).ToList()))
                .OrderByDescending(agent => agent.Leads.Count).ThenBy(agent => agent.Id)
                .Select(agent => new JsonObject
                {
                    ["agent_id"] = agent.Id,
                    ["name"] = agent.Id == agents[0] ? "Ann" : "Ben",
                    ["total_leads"] = agent.Leads.Count,
                    ["converted_leads"] = agent.Leads.Count(lead => lead.Status == 5),
                    ["conversion_rate"] = Rate(agent.Leads.Count(lead => lead.Status == 5), agent.Leads.Count),
                    ["avg_lead_score"] = Mean(agent.Leads.Select(lead => (long)scores[lead.Id])),
                    ["total_interactions"] = _entries.Count(entry => entry.At >= since && entry.Agent == agent.Id),
                    ["avg_response_hours"] = Hours(agent.Leads),
                })]));

            var trend = (await lintel.Http.GetJson($"/analytics/leads-trend?days={days}"))["trend_data"];
            var today = Day(Now);
            Assert.Equal(
                Enumerable.Range(1 - days, days).Select(today.AddDays).Select(day =>
                    (day, _leads.Count(lead => Day(lead.At) == day), _leads.Count(lead => lead.ConvertedAt is { } at && Day(at) == day))),
                trend["leads"]!.AsArray().Zip(trend["conversions"]!.AsArray(), (leads, conversions) =>
                    (DateOnly.Parse((string)leads!["date"]!, CultureInfo.InvariantCulture), (int)leads["leads"]!, (int)conversions!["conversions"]!)));

            var ranges = (await lintel.Http.GetJson("/analytics/lead-scoring"))["scoring_analysis"]["score_distribution"]!.AsArray();
            Assert.Equal(
                Ranges.Select(range => _leads.Where(lead => scores[lead.Id] >= range.From && scores[lead.Id] <= range.To).ToList())
                    .Select(leads => (leads.Count, leads.Count(lead => lead.Status == 5))),
                ranges.Select(range => ((int)range!["count"]!, (int)range["converted"]!)));
        }

        private async Task Arrive(Step step)
        {
            var (source, priority, status) = (Sources[step.One % 3], step.Other % 4, step.One % 5 == 0 ? step.Other % 7 : 0);
            var agent = agents[step.Other % agents.Length];
            var id = await lintel.Lead(new { name = $"Lead {_leads.Count}", source, priority = Priorities[priority], status = Statuses[status], assigned_agent_id = agent });
            var lead = new Seen(id, Now, source, priority) { Agent = agent };
            lead.Become(status, Now);
            _leads.Add(lead);
        }

        private async Task Same(string call, string key, JsonNode expected, string? ignore = null)
        {
            var actual = (await lintel.Http.GetJson($"/analytics/{call}"))[key];
            if (ignore is not null)
            {
                actual.AsObject().Remove(ignore);
            }

            Arrange.Same(expected.ToJsonString(), actual);
        }

        private static decimal Rate(int part, int whole) => whole == 0 ? 0 : Math.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero);

        private static JsonNode? Mean(IEnumerable<long> figures)
        {
            var all = figures.ToList();
            return all.Count == 0 ? null : Math.Round((decimal)all.Sum() / all.Count, 2, MidpointRounding.AwayFromZero);
        }

        private static JsonNode? Hours(IEnumerable<Seen> leads)
        {
            var seconds = leads.Select(lead => lead.Response()).OfType<long>().ToList();
            return seconds.Count == 0 ? null : Math.Round(seconds.Sum() / 3_600m / seconds.Count, 2, MidpointRounding.AwayFromZero);
        }

        /// <summary>Hong Kong has had one offset since 1979.</summary>
        private static DateOnly Day(DateTime at) => DateOnly.FromDateTime(at.AddHours(8));
    }
}
