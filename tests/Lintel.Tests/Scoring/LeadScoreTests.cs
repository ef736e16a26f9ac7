using CsCheck;
using Lintel.Model;
using Lintel.Scoring;

namespace Lintel.Tests.Scoring;

public sealed class LeadScoreTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 1, 45, 0, DateTimeKind.Utc);

    private static readonly Gen<DateTime?> Ago = Gen.OneOf(
        Gen.Const((DateTime?)null),
        Gen.Int[0, 10 * 24 * 3600].Select(seconds => (DateTime?)Now.AddSeconds(-seconds)),
        Gen.Select(Gen.Int[0, 2], Gen.Int[-2, 2]).Select((i, off) => (DateTime?)Now.AddHours(-new[] { 24, 72, 168 }[i]).AddMilliseconds(off)));

    private static readonly Gen<Facts> AnyFacts =
        from contact in Gen.Bool.Array[4]
        from message in Gen.OneOf(Gen.Const((string?)null), Gen.Int[0, 120].Select(n => (string?)new string('房', n)))
        from budget in Gen.Bool.Array[2]
        from lists in Gen.Int[0, 8].Array[2]
        from moves in Gen.Bool
        from contacts in Gen.Int[0, 9]
        from last in Ago
        select new Facts(contact, message, budget[0], budget[1], lists[0], lists[1], moves, last is null ? 0 : contacts + 1, last);

    [Fact]
    public void The_score_is_from_0_to_100_and_the_sum_of_its_factors() => AnyFacts.Sample(facts =>
    {
        var lead = facts.ToLead();
        var score = LeadScore.Of(lead, Now);
        var factors = LeadScore.Explain(lead, Now);

        Assert.InRange(score, 0, 100);
        Assert.Equal(score, factors.Sum(factor => factor.Points));
        Assert.All(factors, factor => Assert.InRange(factor.Points, 0, factor.Max));
        Assert.Equal(100, factors.Sum(factor => factor.Max));
    });

    [Fact]
    public void One_more_fact_never_lowers_it() => Gen.Select(AnyFacts, Gen.Int[0, 9]).Sample((facts, which) =>
    {
        var more = which switch
        {
            < 4 => facts with { Contact = [.. facts.Contact.Select((has, i) => has || i == which)] },
            4 => facts with { Message = facts.Message + "more" },
            5 => facts with { BudgetMin = true },
            6 => facts with { Areas = facts.Areas + 1 },
            7 => facts with { Moves = true },
            8 => facts with { Properties = facts.Properties + 1 },
            _ => facts with { Contacts = facts.Contacts + 1, Last = Now },
        };

        Assert.True(LeadScore.Of(more.ToLead(), Now) >= LeadScore.Of(facts.ToLead(), Now));
    });

    [Fact]
    public void Everything_there_is_makes_100()
    {
        var all = new Facts([true, true, true, true], new string('a', 51), true, true, 1, 5, true, 5, Now);

        Assert.Equal(100, LeadScore.Of(all.ToLead(), Now));
    }

    [Theory]
    [InlineData(0, 15)]
    [InlineData(24 * 3600_000L, 15)]
    [InlineData((24 * 3600_000L) + 1, 10)]
    [InlineData(72 * 3600_000L, 10)]
    [InlineData((72 * 3600_000L) + 1, 5)]
    [InlineData(168 * 3600_000L, 5)]
    [InlineData((168 * 3600_000L) + 1, 0)]
    public void Recency_is_at_most_24_hours_3_days_7_days(long millisecondsAgo, int points)
    {
        var lead = new Facts([false, false, false, false], null, false, false, 0, 0, false, 1, Now.AddMilliseconds(-millisecondsAgo)).ToLead();

        Assert.Equal(points, LeadScore.Explain(lead, Now).Single(factor => factor.Part == "recency").Points);
    }

    [Fact]
    public void It_fades_at_the_first_moment_it_differs_and_not_before() => AnyFacts.Sample(facts =>
    {
        var lead = facts.ToLead();
        var score = LeadScore.Of(lead, Now);
        if (LeadScore.FadesAt(lead, Now) is { } fades)
        {
            Assert.True(fades > Now);
            Assert.Equal(score, LeadScore.Of(lead, fades.AddMilliseconds(-1)));
            Assert.True(LeadScore.Of(lead, fades) < score);
        }
        else
        {
            Assert.Equal(score, LeadScore.Of(lead, Now.AddYears(100)));
        }
    });

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 0)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", 10)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\na", 0)]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 0)]
    public void A_message_counts_from_51_characters_that_a_reader_sees(string message, int points)
    {
        var lead = new Facts([false, false, false, false], message, false, false, 0, 0, false, 0, null).ToLead();

        Assert.Equal(points, LeadScore.Of(lead, Now));
    }

    private sealed record Facts(
        bool[] Contact, string? Message, bool BudgetMin, bool BudgetMax, int Areas, int Properties, bool Moves, int Contacts, DateTime? Last)
    {
        public Lead ToLead()
        {
            var lead = new Lead
            {
                Phone = Contact[0] ? "+85291234567" : null,
                Email = Contact[1] ? "a@b.hk" : null,
                Name = Contact[2] ? "A" : null,
                WhatsappNumber = Contact[3] ? "+85291234567" : null,
                OriginalMessage = Message,
                BudgetMin = BudgetMin ? 1 : null,
                BudgetMax = BudgetMax ? 2 : null,
                PreferredAreas = [.. Enumerable.Range(0, Areas).Select(i => $"Area {i}")],
                InterestedProperties = [.. Enumerable.Range(0, Properties).Select(i => $"P{i}")],
                MoveInDate = Moves ? new DateOnly(2027, 1, 1) : null,
            };
            for (var i = 0; i < Contacts; i++)
            {
                lead.Record(
                    new Interaction { Type = InteractionType.Message, Direction = Direction.Inbound, CreatedAt = i == 0 ? Last!.Value : Last!.Value.AddDays(-i) }, "test");
            }

            return lead;
        }
    }
}
