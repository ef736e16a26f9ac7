using System.Globalization;

namespace Lintel.Assignment;

/// <summary>What a lead wants, as far as it decides who should take care of it.</summary>
/// <param name="Areas">The areas it names or asks about properties in; compared without case.</param>
/// <param name="PropertyType">The property type it names.</param>
/// <param name="Language">The language it writes.</param>
public sealed record Wish(IReadOnlyCollection<string> Areas, string? PropertyType, string? Language);

/// <summary>An agent as the choice sees one. Only active agents with room are candidates.</summary>
/// <param name="Areas">Every area name that means one of the agent's areas; looked up without case.</param>
public sealed record Candidate(
    long Id,
    string Name,
    IReadOnlySet<string> Areas,
    IReadOnlyCollection<string> Types,
    IReadOnlyCollection<string> Languages,
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
    private const double ForArea = 20;
    private const double ForType = 15;
    private const double ForWorkload = 10;
    private const double ForPerformance = 10;

    /// <returns>The best candidate with room, or null when there is none.</returns>
    public static Choice? Best(Wish wish, IEnumerable<Candidate> candidates)
    {
        Candidate? best = null;
        foreach (var candidate in candidates)
        {
            if (candidate.OpenLeads < candidate.MaxLeads && (best is null || IsBetter(wish, candidate, best)))
            {
                best = candidate;
            }
        }

        return best is null ? null : new(best, Points(wish, best), Explain(wish, best));
    }

    private static bool IsBetter(Wish wish, Candidate one, Candidate other)
    {
        // Points come from the same few divisions for both; what differs by less than a millionth is rounding.
        var difference = Points(wish, one) - Points(wish, other);
        return Math.Abs(difference) > 1e-6 ? difference > 0 : Rank(one).CompareTo(Rank(other)) < 0;

        (bool, int, DateTime, long) Rank(Candidate agent) =>
            (!Speaks(wish, agent), agent.OpenLeads, agent.LastAssignedAt ?? DateTime.MinValue, agent.Id);
    }

    private static double Points(Wish wish, Candidate agent) =>
        (SharedArea(wish, agent) is null ? 0 : ForArea) + (KnowsType(wish, agent) ? ForType : 0) + Workload(agent) + Performance(agent);

    private static double Workload(Candidate agent) => ForWorkload * (1 - ((double)agent.OpenLeads / agent.MaxLeads));

    private static double Performance(Candidate agent) => agent.TotalLeads == 0 ? 0 : ForPerformance * agent.ConvertedLeads / agent.TotalLeads;

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

    private static bool KnowsType(Wish wish, Candidate agent) => wish.PropertyType is { } type && agent.Types.Contains(type, StringComparer.OrdinalIgnoreCase);

    private static bool Speaks(Wish wish, Candidate agent) => wish.Language is { } language && agent.Languages.Contains(language, StringComparer.OrdinalIgnoreCase);

    private static string Explain(Wish wish, Candidate agent)
    {
        var reasons = new List<string>(4);
        if (SharedArea(wish, agent) is { } area)
        {
            reasons.Add($"{area} {ForArea:0}");
        }

        if (KnowsType(wish, agent))
        {
            reasons.Add($"{wish.PropertyType} {ForType:0}");
        }

        reasons.Add(string.Create(CultureInfo.InvariantCulture, $"workload {Workload(agent):0.#}"));
        reasons.Add(string.Create(CultureInfo.InvariantCulture, $"performance {Performance(agent):0.#}"));
        return string.Join(" + ", reasons);
    }
}
