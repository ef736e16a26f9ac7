using System.Globalization;

namespace Lintel.Assignment;

/// <summary>What a lead wants, as far as it decides who should take care of it.</summary>
/// <param name="Areas">The areas it names or asks about properties in; compared without case.</param>
/// <param name="PropertyType">The property type it names.</param>
/// <param name="Language">The code of the language it writes (<c>en</c>, <c>zh</c>).</param>
public sealed record Wish(IReadOnlyCollection<string> Areas, string? PropertyType, string? Language);

/// <summary>An agent as the choice sees one. Only active agents with room are candidates.</summary>
/// <param name="Areas">Every area name that means one of the agent's areas; looked up without case.</param>
/// <param name="Languages">The codes of the languages the agent speaks.</param>
public sealed record Candidate(
    long Id,
    string Name,
    IReadOnlySet<string> Areas,
    IReadOnlyList<string> Types,
    IReadOnlyList<string> Languages,
    int OpenLeads,
    int MaxLeads,
    int TotalLeads,
    int ConvertedLeads,
    DateTime? LastAssignedAt);

/// <summary>The agent chosen, with the points and the reason in words.</summary>
public sealed record Choice(Candidate Agent, double Points, string Reason);

/// <summary>
/// Which agent should get a lead: a pure function of the wish and the candidates (the seed's <c>Agent Assignment Logic</c>): area 20, property
/// type 15, workload up to 10, performance up to 10. Ties go to who speaks the language, then has the fewest open leads, then waited longest
/// for a new one, then has the lowest id.
/// </summary>
public static class AgentChoice
{
    public const int ForArea = 20;
    public const int ForType = 15;
    public const int ForWorkload = 10;
    public const int ForPerformance = 10;

    /// <returns>The best candidate with room, or null when there is none.</returns>
    public static Choice? Best(Wish wish, IEnumerable<Candidate> candidates)
    {
        Candidate? best = null;
        var most = default(Points);
        foreach (var candidate in candidates)
        {
            if (candidate.OpenLeads >= candidate.MaxLeads)
            {
                continue;
            }

            var points = PointsOf(wish, candidate);
            var difference = best is null ? 1 : points.CompareTo(most);
            if (difference > 0 || (difference == 0 && Rank(wish, candidate).CompareTo(Rank(wish, best!)) < 0))
            {
                (best, most) = (candidate, points);
            }
        }

        return best is null ? null : new(best, most.ToDouble(), Explain(wish, best));
    }

    private static Points PointsOf(Wish wish, Candidate agent)
    {
        long most = agent.MaxLeads;
        long ever = Math.Max(1, agent.TotalLeads);
        var matches = (SharedArea(wish, agent) is null ? 0 : ForArea) + (KnowsType(wish, agent) ? ForType : 0);
        return new((matches * most * ever) + (ForWorkload * (most - agent.OpenLeads) * ever) + (ForPerformance * agent.ConvertedLeads * most), most * ever);
    }

    /// <summary>Who comes first among equals.</summary>
    private static (bool, int, DateTime, long) Rank(Wish wish, Candidate agent) =>
        (!Speaks(wish, agent), agent.OpenLeads, agent.LastAssignedAt ?? DateTime.MinValue, agent.Id);

    private static string? SharedArea(Wish wish, Candidate agent)
    {
        foreach (var area in wish.Areas)
        {
            if (agent.Areas.Contains(area))
            {
                return area;
            }
        }

        return null;
    }

    private static bool KnowsType(Wish wish, Candidate agent) => wish.PropertyType is { } type && Has(agent.Types, type);

    private static bool Speaks(Wish wish, Candidate agent) => wish.Language is { } language && Has(agent.Languages, language);

    // A loop, because it runs for every agent and every lead of a long run.
    private static bool Has(IReadOnlyList<string> texts, string wanted)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i].Equals(wanted, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string Explain(Wish wish, Candidate agent)
    {
        var reasons = new List<string>(4);
        if (SharedArea(wish, agent) is { } area)
        {
            reasons.Add($"{area} {ForArea}");
        }

        if (KnowsType(wish, agent))
        {
            reasons.Add($"{wish.PropertyType} {ForType}");
        }

        var workload = (double)ForWorkload * (agent.MaxLeads - agent.OpenLeads) / agent.MaxLeads;
        var performance = (double)ForPerformance * agent.ConvertedLeads / Math.Max(1, agent.TotalLeads);
        reasons.Add(string.Create(CultureInfo.InvariantCulture, $"workload {workload:0.#}"));
        reasons.Add(string.Create(CultureInfo.InvariantCulture, $"performance {performance:0.#}"));
        return string.Join(" + ", reasons);
    }

    /// <summary>Points as a fraction: equal ones are equal, whatever they were divided by, so that the choice does not hang on the order of the agents.</summary>
    private readonly record struct Points(long Numerator, long Denominator) : IComparable<Points>
    {
        public int CompareTo(Points other) => ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

        public double ToDouble() => (double)Numerator / Denominator;
    }
}
