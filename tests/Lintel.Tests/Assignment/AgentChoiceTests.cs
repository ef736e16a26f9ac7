using CsCheck;
using Lintel.Assignment;

namespace Lintel.Tests.Assignment;

public sealed class AgentChoiceTests
{
    private static readonly string[] Areas = ["Central", "Sai Ying Pun", "Mong Kok"];
    private static readonly string[] Types = ["apartment", "studio", "office"];
    private static readonly string[] Codes = ["en", "zh"];

    private static readonly Gen<string[]> SomeAreas = OneOf(Areas).Array[0, 2];

    private static readonly Gen<Wish> AnyWish =
        from areas in SomeAreas
        from type in OneOf<string?>("apartment", "studio", null)
        from language in OneOf<string?>("en", "zh", null)
        select new Wish(areas, type, language);

    // Small figures, so that ties are common; and figures up to the limits, so that fractions come close without being equal.
    private static readonly Gen<Candidate> AnyCandidate =
        from areas in SomeAreas
        from types in OneOf(Types).Array[0, 2]
        from languages in OneOf(Codes).Array[0, 2]
        from most in Gen.OneOf(Gen.Int[0, 4], Gen.Int[9_990, 10_000])
        from open in Gen.OneOf(Gen.Int[0, 4], Gen.Int[0, 10_000])
        from total in Gen.OneOf(Gen.Int[0, 4], Gen.Int[0, 1_000_000])
        from share in Gen.Double[0, 1]
        from waited in OneOf<int?>(null, 1, 2)
        select Agent(0, areas, types, languages, open, most, total, (int)(total * share), waited);

    private static readonly Gen<Candidate[]> AnyCandidates =
        AnyCandidate.Array[0, 8].Select(agents => agents.Select((agent, i) => agent with { Id = i + 1, Name = $"Agent {i + 1}" }).ToArray());

    [Fact]
    public void The_points_and_the_reason_are_those_of_the_specification()
    {
        var wish = new Wish(["Central"], "apartment", "en");
        var agent = Agent(7, ["Central"], ["Apartment"], [], open: 14, most: 50, total: 100, converted: 31);

        var choice = AgentChoice.Best(wish, [agent])!;

        Assert.Equal((agent, 45.3, "Central 20 + apartment 15 + workload 7.2 + performance 3.1"), (choice.Agent, Math.Round(choice.Points, 6), choice.Reason));
    }

    [Fact]
    public void Nobody_is_chosen_when_nobody_has_room() =>
        Assert.Null(AgentChoice.Best(new Wish([], null, null), [Agent(1, open: 3, most: 3), Agent(2, open: 0, most: 0), Agent(3, open: 4, most: 3)]));

    [Fact]
    public void Ties_go_to_who_speaks_the_language()
    {
        var wish = new Wish([], null, "zh");

        Assert.Equal(2, AgentChoice.Best(wish, [Agent(1, languages: ["en"]), Agent(2, languages: ["en", "ZH"])])!.Agent.Id);
    }

    [Fact]
    public void Then_to_the_fewest_open_leads() =>
        Assert.Equal(2, AgentChoice.Best(new Wish([], null, null), [Agent(1, open: 4, most: 8), Agent(2, open: 2, most: 4)])!.Agent.Id);

    [Fact]
    public void Then_to_who_waited_longest() => Assert.Equal(
        3, AgentChoice.Best(new Wish([], null, null), [Agent(1, waited: 2), Agent(2, waited: 1), Agent(3, waited: null), Agent(4, waited: null)])!.Agent.Id);

    [Fact]
    public void Thirds_that_are_equal_are_a_tie_however_they_are_written()
    {
        // 1/3 + 1/6 and 1/6 + 1/3 as the parts of workload and performance: added as floating point they may differ.
        var one = Agent(2, open: 2, most: 3, total: 6, converted: 1);
        var other = Agent(1, open: 5, most: 6, total: 3, converted: 1);

        Assert.Equal(2, AgentChoice.Best(new Wish([], null, null), [other, one])!.Agent.Id);
    }

    [Fact]
    public void The_choice_does_not_hang_on_the_order_of_the_candidates() => Gen.Select(AnyWish, AnyCandidates, Gen.Int).Sample((wish, agents, seed) =>
    {
        var shuffled = agents.ToArray();
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(AgentChoice.Best(wish, agents)?.Agent.Id, AgentChoice.Best(wish, shuffled)?.Agent.Id);
    });

    [Fact]
    public void Who_is_chosen_has_room_and_somebody_is_when_somebody_has() => Gen.Select(AnyWish, AnyCandidates).Sample((wish, agents) =>
    {
        var choice = AgentChoice.Best(wish, agents);

        Assert.Equal(agents.Any(agent => agent.OpenLeads < agent.MaxLeads), choice is not null);
        Assert.True(choice is null || choice.Agent.OpenLeads < choice.Agent.MaxLeads);
    });

    [Fact]
    public void No_candidate_has_more_points_than_the_one_chosen() => Gen.Select(AnyWish, AnyCandidates).Sample((wish, agents) =>
    {
        var choice = AgentChoice.Best(wish, agents);

        Assert.All(agents, agent => Assert.True(AgentChoice.Best(wish, [agent]) is not { } alone || alone.Points <= choice!.Points));
    });

    [Fact]
    public void Points_are_from_0_to_55_and_the_sum_of_what_the_reason_says() => Gen.Select(AnyWish, AnyCandidate).Sample((wish, agent) =>
    {
        if (AgentChoice.Best(wish, [agent]) is { } choice)
        {
            var said = choice.Reason.Split(" + ").Sum(part => double.Parse(part[(part.LastIndexOf(' ') + 1)..]));
            Assert.InRange(choice.Points, 0, 55);
            Assert.InRange(said - choice.Points, -0.11, 0.11);
        }
    });

    [Fact]
    public void Who_is_chosen_stays_so_when_less_busy_more_successful_or_better_matched() => Gen.Select(AnyWish, AnyCandidates, Gen.Int[0, 3]).Sample((wish, agents, what) =>
    {
        if (AgentChoice.Best(wish, agents)?.Agent is not { } chosen)
        {
            return;
        }

        var better = what switch
        {
            0 => chosen with { OpenLeads = Math.Max(0, chosen.OpenLeads - 1) },
            1 => chosen with { ConvertedLeads = Math.Min(chosen.TotalLeads, chosen.ConvertedLeads + 1) },
            2 => chosen with { Areas = Areas.ToHashSet(), Types = Types },
            _ => chosen with { Languages = Codes },
        };

        Assert.Equal(chosen.Id, AgentChoice.Best(wish, agents.Select(agent => agent.Id == chosen.Id ? better : agent))!.Agent.Id);
    });

    [Fact]
    public void Who_is_not_chosen_does_not_matter() => Gen.Select(AnyWish, AnyCandidates).Sample((wish, agents) =>
    {
        var chosen = AgentChoice.Best(wish, agents)?.Agent;
        foreach (var other in agents.Where(agent => agent.Id != chosen?.Id))
        {
            Assert.Equal(chosen?.Id, AgentChoice.Best(wish, agents.Where(agent => agent.Id != other.Id))?.Agent.Id);
        }
    });

    [Theory]
    [InlineData("English", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("EN", "en")]
    [InlineData("Cantonese", "zh")]
    [InlineData("zh-Hant-HK", "zh")]
    [InlineData("Mandarin Chinese", "zh")]
    [InlineData("廣東話", "zh")]
    [InlineData("Klingon", "Klingon")]
    public void A_language_is_known_by_its_name_its_tag_or_its_code(string language, string code) =>
        Assert.Equal(code, Languages.Code(language), ignoreCase: true);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Candidate Agent(
        long id,
        string[]? areas = null,
        string[]? types = null,
        string[]? languages = null,
        int open = 0,
        int most = 10,
        int total = 0,
        int converted = 0,
        int? waited = 1) => new(
            id, $"Agent {id}", new HashSet<string>(areas ?? [], StringComparer.OrdinalIgnoreCase), types ?? [], languages ?? [],
            open, most, total, converted, waited is { } day ? new DateTime(2026, 11, day, 0, 0, 0, DateTimeKind.Utc) : null);
}
