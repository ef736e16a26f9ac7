using Lintel.Model;
using Lintel.Scoring;
using Lintel.Tests.Running;
using Lintel.Understanding;
using Microsoft.EntityFrameworkCore;
using PhoneNumbers;

namespace Lintel.Tests.Demo;

/// <summary>What is derived, worked out once more from the rows it follows from.</summary>
public sealed class DemoTruthTests(DemoTruthTests.Made made) : IClassFixture<DemoTruthTests.Made>
{
    private static readonly DateTime Now = Clock.Now(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DemoDatabase.Now));

    [Fact]
    public Task Loading_at_once_comes_to_what_the_triggers_come_to() => Replayed.IsWhatTriggersComeTo(made.Demo);

    [Fact, OnlySqlite]
    public async Task Every_row_points_at_rows_that_exist() => Assert.Empty(await made.Demo.Database.Rows("PRAGMA foreign_key_check"));

    [Fact, OnlySqlite]
    public async Task The_file_is_whole() => Assert.Equal("ok", (await made.Demo.Database.Rows("PRAGMA integrity_check"))[0][0]);

    [Fact]
    public void Contacts_and_answers_are_those_of_the_timeline() => Each(lead =>
    {
        var told = new Lead { CreatedAt = lead.CreatedAt };
        told.Open(LeadStatus.New, "test", "test", lead.CreatedAt);
        foreach (var interaction in lead.Interactions)
        {
            told.Record(interaction, "test");
        }

        // A viewing counts from when it took place, not from when it was planned.
        told.Recount(lead.Interactions, Now);
        Assert.Equal(
            (told.Contacts, told.LastContactAt, told.FirstInboundAt, told.ResponseSeconds), (lead.Contacts, lead.LastContactAt, lead.FirstInboundAt, lead.ResponseSeconds));
    });

    [Fact]
    public void Scores_are_those_of_now() => Each(lead =>
        Assert.Equal((LeadScore.Of(lead, Now), LeadScore.FadesAt(lead, Now)), (lead.Score, lead.ScoreFadesAt)));

    [Fact]
    public void The_status_is_where_its_history_ends() => Each(lead =>
    {
        LeadStatus? before = null;
        var furthest = LeadStatus.New;
        foreach (var change in lead.StatusChanges)
        {
            Assert.Equal(before, change.From);
            before = change.To;
            furthest = change.To != LeadStatus.Lost && change.To > furthest ? change.To : furthest;
        }

        Assert.Equal((before, furthest), (lead.Status, lead.FurthestStatus));
        Assert.Equal(before == LeadStatus.Converted ? lead.StatusChanges[^1].At : null, lead.ConvertedAt);
        Assert.Equal(lead.CreatedAt, lead.StatusChanges[0].At);
    });

    [Fact]
    public void The_agent_is_who_got_it_last() => Each(lead => Assert.Equal(lead.Assignments.LastOrDefault()?.AgentId, lead.AssignedAgentId));

    [Fact]
    public void The_next_follow_up_is_the_earliest_still_open() => Each(lead =>
        Assert.Equal(lead.FollowUps.Where(followUp => followUp.IsOpen).Min(followUp => (DateTime?)followUp.DueAt), lead.NextFollowUpAt));

    [Fact]
    public void Time_runs_forward_and_ends_now() => Each(lead =>
    {
        var times = lead.Interactions.ConvertAll(interaction => interaction.CreatedAt);
        Assert.Equal(times.Order(), times);
        times.AddRange(lead.StatusChanges.Select(change => change.At));
        times.AddRange(lead.Assignments.Select(assignment => assignment.At));
        times.AddRange(lead.FollowUps.Select(followUp => followUp.CompletedAt ?? followUp.CreatedAt));
        Assert.All(times, time => Assert.InRange(time, lead.CreatedAt, lead.UpdatedAt));
        Assert.True(lead.UpdatedAt <= Now);
        Assert.True(lead.Version >= lead.Interactions.Count + lead.StatusChanges.Count + lead.Assignments.Count);
    });

    [Fact]
    public void People_are_known_by_what_stands_on_them() => Each(lead =>
    {
        var wanted = new HashSet<(IdentityKind, string?)>
        {
            (IdentityKind.Phone, lead.Phone), (IdentityKind.Phone, lead.WhatsappNumber), (IdentityKind.Email, lead.Email), (IdentityKind.InstagramHandle, lead.InstagramHandle),
        };
        wanted.RemoveWhere(identity => identity.Item2 is null);
        Assert.NotEmpty(wanted.Select(identity => identity.Item2).Append(lead.Name).OfType<string>());
        Assert.Equal(wanted.Order(), lead.Identities.Select(identity => (identity.Kind, (string?)identity.Value)).Order());
    });

    [Fact]
    public void Every_value_is_in_its_canonical_form() => Each(lead =>
    {
        Assert.Equal(lead.Email is { } email ? EmailAddress.Canonical(email) : null, lead.Email);
        Assert.Equal(lead.InstagramHandle is { } handle ? InstagramHandle.Canonical(handle) : null, lead.InstagramHandle);
        Assert.All(new[] { lead.Phone, lead.WhatsappNumber }.OfType<string>(), IsMobileNumber);
        Assert.All(
            new[] { lead.Name, lead.OriginalMessage, lead.Notes }.Concat(lead.Interactions.SelectMany(i => new[] { i.Message, i.Subject })).Concat(lead.FollowUps.Select(f => f.Note)).OfType<string>(),
            text => Assert.Equal(PlainText.Canonical(text), text));
        Assert.All(lead.PreferredAreas, area => Assert.Equal(Gazetteer.HongKong.Canonical(area), area));
        Assert.True(lead.BudgetMin is null || lead.BudgetMin <= lead.BudgetMax);
    });

    [Fact]
    public void No_agent_ever_holds_more_than_they_may()
    {
        var steps = made.Leads.SelectMany(Steps).OrderBy(step => step.At).ThenBy(step => step.Change);
        var room = made.Agents.ToDictionary(agent => agent.Id, agent => agent.MaxLeads);
        foreach (var (_, agentId, change) in steps)
        {
            Assert.True((room[agentId] -= change) >= 0);
        }

        Assert.All(made.Agents, agent => Assert.Equal(agent.MaxLeads - agent.OpenLeads, room[agent.Id]));

        // A place is taken with the assignment or when the lead opens again, and free when it closes or goes to somebody else.
        static IEnumerable<(DateTime At, long AgentId, int Change)> Steps(Lead lead)
        {
            long? agent = null;
            var isOpen = false;
            foreach (var (at, gets, becomes) in lead.Assignments.Select(a => (a.At, a.AgentId, (LeadStatus?)null))
                .Concat(lead.StatusChanges.Select(c => (c.At, (long?)null, (LeadStatus?)c.To))).OrderBy(step => step.At))
            {
                if (agent is { } before && isOpen)
                {
                    yield return (at, before, -1);
                }

                (agent, isOpen) = (gets ?? agent, becomes?.IsOpen() ?? isOpen);
                if (agent is { } after && isOpen)
                {
                    yield return (at, after, 1);
                }
            }
        }
    }

    [Fact]
    public void Every_status_priority_source_and_band_of_scores_is_there()
    {
        Assert.Equal(Enum.GetValues<LeadStatus>(), made.Leads.Select(lead => lead.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<Priority>(), made.Leads.Select(lead => lead.Priority).Distinct().Order());
        Assert.Equal([0, 1, 2, 3, 4], made.Leads.Select(lead => Math.Max(0, lead.Score - 1) / 20).Distinct().Order());
        Assert.Superset(new HashSet<string> { "instagram", "whatsapp", "28hse", "website", "referral", "walk_in", "phone", "email" }, made.Leads.Select(lead => lead.Source).ToHashSet());
        Assert.Contains(made.Leads, lead => lead.AssignedAgentId is null && lead.Status.IsOpen());
        Assert.Contains(made.Leads, lead => lead.Assignments.Count > 1);
        Assert.Contains(made.Leads, lead => lead.StatusChanges.Any(change => change is { From: LeadStatus.Lost, To: LeadStatus.New }));
        Assert.Contains(made.Leads, lead => lead.NextFollowUpAt < Now);
        Assert.Contains(made.Leads, lead => lead.NextFollowUpAt > Now);
        Assert.Contains(made.Leads, lead => lead.FollowUps.Any(followUp => !followUp.IsOpen));
        Assert.Contains(made.Leads, lead => lead.Interactions.Any(interaction => interaction.ScheduledAt > Now));
        Assert.Contains(made.Leads, lead => lead.Language == "zh");
        Assert.Contains(made.Agents, agent => !agent.IsActive);
    }

    [Fact]
    public void Charts_have_a_shape()
    {
        // More come in summer than in winter, and a year ago fewer than now.
        var byMonth = made.Leads.CountBy(lead => lead.CreatedAt.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)).ToDictionary();
        Assert.True(byMonth["2026-08"] > byMonth["2026-02"] * 3 / 2);
        Assert.True(byMonth["2026-10"] > byMonth["2025-11"]);

        // Referrals convert better than Instagram.
        Assert.True(Conversion("referral") > Conversion("instagram") * 3 / 2);

        // Agents differ in how soon they answer.
        var answers = made.Agents.Where(agent => agent.AnsweredLeads > 50).Select(agent => agent.ResponseSeconds / agent.AnsweredLeads).ToList();
        Assert.True(answers.Max() > answers.Min() * 2);

        // Old leads are done with; what is open is recent.
        Assert.True(made.Leads.Count(lead => lead.Status.IsOpen() && lead.CreatedAt < Now.AddDays(-120)) < made.Leads.Count / 50);

        double Conversion(string source) => made.Leads.Where(lead => lead.Source == source).Average(lead => lead.Status == LeadStatus.Converted ? 1.0 : 0);
    }

    [Fact]
    public void Listings_are_believable()
    {
        Assert.Equal(made.Properties.Count, made.Properties.Select(property => (property.Source, property.SourceId ?? $"{property.Id}")).Distinct().Count());
        Assert.All(made.Properties, property =>
        {
            Assert.Equal(Gazetteer.HongKong.Canonical(property.Area!), property.Area);
            Assert.InRange(Property.PricePerSqft(property.Price, property.SaleableArea, property.GrossArea)!.Value, 8, 60_000);
            Assert.True(property.CreatedAt <= property.UpdatedAt && property.UpdatedAt <= Now);
        });
        Assert.Contains(made.Properties, property => !property.IsActive);
        Assert.Contains(made.Properties, property => property.IsFeatured);
        var wanted = made.Leads.SelectMany(lead => lead.InterestedProperties).ToHashSet();
        Assert.True(wanted.IsSubsetOf(made.Properties.Select(property => property.SourceId ?? $"{property.Id}")));
        Assert.True(wanted.Count > made.Properties.Count / 2);
    }

    private void Each(Action<Lead> check) => Assert.All(made.Leads, check);

    private static void IsMobileNumber(string number)
    {
        Assert.Equal(Lintel.Model.PhoneNumber.Canonical(number, "HK"), number);
        var numbers = PhoneNumberUtil.GetInstance();
        Assert.Equal(PhoneNumberType.MOBILE, numbers.GetNumberType(numbers.Parse(number, "HK")));
    }

    /// <summary>One demo, read once with all that hangs on each lead.</summary>
    public sealed class Made : IAsyncLifetime
    {
        public DemoDatabase Demo { get; private set; } = null!;

        public List<Lead> Leads { get; private set; } = [];

        public List<Agent> Agents { get; private set; } = [];

        public List<Property> Properties { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            Demo = await DemoDatabase.Make();
            await using var db = Demo.Store.Open(new Actor(DemoDatabase.Agency, "test"));
            Agents = await db.Agents.ToListAsync();
            Properties = await db.Properties.ToListAsync();
            Leads = await db.Leads.AsSplitQuery().OrderBy(lead => lead.Id)
                .Include(lead => lead.Identities)
                .Include(lead => lead.Interactions.OrderBy(interaction => interaction.Id))
                .Include(lead => lead.StatusChanges.OrderBy(change => change.Id))
                .Include(lead => lead.Assignments.OrderBy(assignment => assignment.Id))
                .Include(lead => lead.FollowUps)
                .ToListAsync();
        }

        public ValueTask DisposeAsync() => Demo.DisposeAsync();
    }
}
