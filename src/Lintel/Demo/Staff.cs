using System.Globalization;
using Lintel.Model;

namespace Lintel.Demo;

/// <summary>An agent of the demo: the row, and how this person works.</summary>
/// <param name="Patch">The neighbourhoods the agent knows.</param>
/// <param name="AnswersIn">Minutes to the first answer, by and large.</param>
/// <param name="Skill">Multiplies the chance that a lead goes one stage further.</param>
/// <param name="From">The first day at work.</param>
/// <param name="Until">When an agent who left handed the open leads over; null while with the agency.</param>
public sealed record Member(long Id, Agent Row, IReadOnlyList<Neighbourhood> Patch, double AnswersIn, double Skill, DateTime From, DateTime? Until);

/// <summary>The agents of the demo agency.</summary>
public static class Staff
{
    private static readonly string[] First =
    [
        "Ada", "Benny", "Cherry", "Danny", "Elaine", "Felix", "Gloria", "Henry", "Iris", "Johnny", "Katherine", "Louis", "Mandy", "Nelson", "Olivia",
        "Patrick", "Rachel", "Simon", "Teresa", "Victor", "Wendy", "Albert", "Betty", "Chris", "Doris", "Edmond", "Florence", "Gordon", "Helen", "Ivan",
    ];

    private static readonly string[] Last =
        ["Wong", "Chan", "Lam", "Cheung", "Leung", "Ho", "Ng", "Lau", "Tsang", "Kwok", "Fung", "Yip", "Mak", "Tang", "Chow", "Poon", "Siu", "Yuen", "Law", "Cheng"];

    private static readonly string[][] Languages =
        [["zh", "en"], ["zh", "en"], ["zh", "en"], ["zh"], ["en", "zh"], ["en"], ["en", "fr"], ["zh", "en", "ja"], ["en", "zh", "ko"]];

    public static IEnumerable<Member> Of(int count, long leads, long firstId, long seed, Agency agency, DateTime from, DateTime now)
    {
        for (var i = 0; i < count; i++)
        {
            yield return Make(i, count, leads, firstId + i, Dice.For(seed, "agent", i), agency, from, now);
        }
    }

    private static Member Make(int which, int count, long leads, long id, Dice dice, Agency agency, DateTime from, DateTime now)
    {
        var patch = Patch(which, count, dice);
        var name = $"{First[which % First.Length]} {Last[((which * 7) + (which / First.Length)) % Last.Length]}";
        var span = now - from;
        var joined = dice.Chance(0.25) ? from + (span * (0.1 + (0.6 * dice.Unit()))) : from - TimeSpan.FromDays(dice.Between(30, 900));
        var left = count > 5 && which % 9 == 5 ? from + (span * (0.55 + (0.3 * dice.Unit()))) : (DateTime?)null;
        joined = left is null ? joined : from - TimeSpan.FromDays(200);

        // About one lead in nine is open at any time; whoever stays shares those, with some room left.
        var share = leads / 9.0 / Math.Max(1, count);
        var room = (int)Math.Clamp(Math.Ceiling(share * (1.5 + dice.Unit()) / 5) * 5, 20, 10_000);
        var number = string.Create(CultureInfo.InvariantCulture, $"+852570{which:00000}");
        var types = patch.SelectMany(place => place.Types).Distinct().Take(3);
        var row = new Agent
        {
            Name = name,
            Email = $"{name.Replace(' ', '.').ToLowerInvariant()}{(which < First.Length ? "" : (which + 1).ToString(CultureInfo.InvariantCulture))}@agency.example.com",
            Phone = number,
            WhatsappNumber = dice.Chance(0.9) ? number : null,
            SpecializationAreas = [.. patch.Select(place => place.Name.English)],
            SpecializationTypes = dice.Chance(0.85) ? ["apartment", .. dice.Chance(0.5) ? ["studio"] : Array.Empty<string>(), .. types] : [.. types.DefaultIfEmpty("house")],
            Languages = [.. dice.Of(Languages)],
            IsActive = left is null,
            MaxLeads = room,
            CreatedAt = Whole(joined),
            UpdatedAt = Whole(left ?? joined),
        };
        return new(id, row, patch, dice.Around(35, 1.0), dice.Around(1, 0.1), Whole(joined), left is { } until ? Whole(until) : null);
    }

    /// <summary>Three or four neighbourhoods in a row; together the patches cover the city as far as there are people for it.</summary>
    private static List<Neighbourhood> Patch(int which, int count, Dice dice)
    {
        var all = City.Neighbourhoods.Count;
        var start = (int)((long)which * all / count);
        return [.. Enumerable.Range(start, dice.Between(3, 5)).Select(i => City.Neighbourhoods[i % all])];
    }

    private static DateTime Whole(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
