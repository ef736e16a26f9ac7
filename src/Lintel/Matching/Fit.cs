using System.Globalization;

namespace Lintel.Matching;

/// <summary>How a listing's place stands to the places wanted.</summary>
public enum Nearness
{
    /// <summary>One side names none.</summary>
    Unknown,

    /// <summary>Somewhere else.</summary>
    Elsewhere,

    /// <summary>In the same wider area.</summary>
    Nearby,

    /// <summary>In the area that the development wanted lies in.</summary>
    Around,

    /// <summary>In a place wanted, or such a place itself.</summary>
    Right,
}

/// <summary>What a person wants, as far as it is known.</summary>
/// <param name="Bedrooms">At least these would do; 0 is a studio.</param>
public readonly record struct Wanted(string? PropertyType, int? Bedrooms, long? BudgetMin, long? BudgetMax);

/// <summary>What a listing offers, as far as it is known.</summary>
public readonly record struct Offered(string? PropertyType, int? Bedrooms, long? Price);

/// <summary>One part of how well the two fit.</summary>
/// <param name="Part">What is compared: area, price, bedrooms, property_type, or history.</param>
/// <param name="Verdict">What came of it, as a word: right, nearby, over, more, unknown…</param>
/// <param name="Amount">How much of it: per cent over budget, bedrooms more; null where there is no how much.</param>
/// <param name="Points">What it gave, 0 to `max`.</param>
/// <param name="Max">The most it can give.</param>
/// <param name="Text">The verdict in words.</param>
public sealed record MatchReason(string Part, string Verdict, int? Amount, int Points, int Max, string Text);

/// <summary>
/// How well a listing fits what a person wants, 0–100: area 40, price 30, bedrooms 15, property type 15. What is not known of either side gives half:
/// it is neither a hit nor a miss. Where one is to rent and the other for sale nothing fits, and what was turned down keeps a tenth.
/// </summary>
public static class Fit
{
    private const int ForArea = 40;
    private const int ForPrice = 30;
    private const int ForBedrooms = 15;
    private const int ForType = 15;
    private const int TurnedDownKeeps = 10;

    /// <summary>So many times apart, a figure is a month's rent and the other a price.</summary>
    private const int OtherDeal = 20;

    /// <summary>So many per cent over the budget nobody looks any more.</summary>
    private const double TooDear = 25;

    private static readonly string[] Homes = ["apartment", "studio", "serviced_apartment", "house", "village_house", "villa"];

    /// <summary>The score alone, for comparing very many pairs.</summary>
    public static int Score(in Wanted wanted, in Offered offered, Nearness nearness, bool isTurnedDown)
    {
        if (IsOtherDeal(wanted, offered))
        {
            return 0;
        }

        var points = OfArea(nearness).Points + OfPrice(wanted, offered).Points + OfBedrooms(wanted, offered).Points + OfType(wanted, offered).Points;
        return isTurnedDown ? points / TurnedDownKeeps : points;
    }

    /// <summary>Whether there is anything on which the two can be compared.</summary>
    public static bool IsComparable(in Wanted wanted, in Offered offered, Nearness nearness) =>
        nearness != Nearness.Unknown || Percent(wanted, offered) is not null || (wanted.Bedrooms is not null && offered.Bedrooms is not null)
        || (wanted.PropertyType is not null && offered.PropertyType is not null);

    /// <summary>Every part with what it gave and why.</summary>
    public static IReadOnlyList<MatchReason> Explain(in Wanted wanted, in Offered offered, Nearness nearness, bool isTurnedDown)
    {
        var reasons = new List<MatchReason>
        {
            Reason("area", ForArea, OfArea(nearness)),
            Reason("price", ForPrice, IsOtherDeal(wanted, offered) ? (0, "other_deal", null) : OfPrice(wanted, offered)),
            Reason("bedrooms", ForBedrooms, OfBedrooms(wanted, offered)),
            Reason("property_type", ForType, OfType(wanted, offered)),
        };
        if (isTurnedDown)
        {
            reasons.Add(Reason("history", 0, (0, "turned_down", null)));
        }

        return reasons;
    }

    private static (int Points, string Verdict, int? Amount) OfArea(Nearness nearness) => nearness switch
    {
        Nearness.Right => (ForArea, "right", null),
        Nearness.Around => (28, "around", null),
        Nearness.Nearby => (12, "nearby", null),
        Nearness.Elsewhere => (0, "elsewhere", null),
        _ => (ForArea / 2, "unknown", null),
    };

    private static (int Points, string Verdict, int? Amount) OfPrice(in Wanted wanted, in Offered offered)
    {
        if (Percent(wanted, offered) is not { } percent)
        {
            return (ForPrice / 2, "unknown", null);
        }

        var amount = (int)Math.Ceiling(Math.Abs(percent));
        return percent switch
        {
            0 => (ForPrice, "within", null),
            > 0 => ((int)Math.Max(0, ForPrice * (1 - (percent / TooDear))), "over", amount),

            // Cheaper than was asked for is hardly a miss, but perhaps not the home that was meant.
            _ => ((int)Math.Max(ForPrice / 2, ForPrice + (ForPrice * percent / 100)), "under", amount),
        };
    }

    private static (int Points, string Verdict, int? Amount) OfBedrooms(in Wanted wanted, in Offered offered) => (offered.Bedrooms - wanted.Bedrooms) switch
    {
        null => (ForBedrooms / 2, "unknown", null),
        0 => (ForBedrooms, "same", null),
        1 => (12, "more", 1),
        > 1 and var more => (6, "more", more),
        -1 => (5, "fewer", 1),
        var fewer => (0, "fewer", -fewer),
    };

    private static (int Points, string Verdict, int? Amount) OfType(in Wanted wanted, in Offered offered) =>
        wanted.PropertyType is null || offered.PropertyType is null ? (ForType / 2, "unknown", null)
        : wanted.PropertyType == offered.PropertyType ? (ForType, "same", null)
        : Homes.Contains(wanted.PropertyType) && Homes.Contains(offered.PropertyType) ? (5, "related", null)
        : (0, "other", null);

    /// <summary>Per cent that the price is above the budget, below it when negative, 0 within; null when it cannot be said.</summary>
    private static double? Percent(in Wanted wanted, in Offered offered) =>
        offered.Price is not { } price || (wanted.BudgetMin is null && wanted.BudgetMax is null) ? null
        : wanted.BudgetMax is { } most && price > most ? most == 0 ? 100 : 100.0 * (price - most) / most
        : wanted.BudgetMin is { } least && price < least ? -100.0 * (least - price) / least
        : 0;

    private static bool IsOtherDeal(in Wanted wanted, in Offered offered) =>
        offered.Price is > 0 and var price && (wanted.BudgetMax ?? wanted.BudgetMin) is > 0 and var budget
        && (price / budget >= OtherDeal || budget / price >= OtherDeal);

    private static MatchReason Reason(string part, int most, (int Points, string Verdict, int? Amount) came) =>
        new(part, came.Verdict, came.Amount, came.Points, most, Words(part, came.Verdict, came.Amount));

    private static string Words(string part, string verdict, int? amount) => (part, verdict) switch
    {
        (_, "unknown") => $"{part.Replace('_', ' ')} unknown",
        ("area", "right") => "right area",
        ("area", "around") => "around the right estate",
        ("area", "nearby") => "nearby",
        ("area", _) => "another area",
        (_, "within") => "within budget",
        (_, "over") => string.Create(CultureInfo.InvariantCulture, $"{amount} % over budget"),
        (_, "under") => string.Create(CultureInfo.InvariantCulture, $"{amount} % under budget"),
        (_, "other_deal") => "one is to rent and the other for sale",
        ("bedrooms", "same") => "right number of bedrooms",
        ("bedrooms", _) => $"{Count(amount)} bedroom{(amount == 1 ? "" : "s")} {verdict}",
        ("property_type", "same") => "right kind of property",
        ("property_type", "related") => "another kind of home",
        ("property_type", _) => "another kind of property",
        _ => "turned down before",
    };

    private static string Count(int? amount) => amount switch
    {
        1 => "one",
        2 => "two",
        3 => "three",
        _ => string.Create(CultureInfo.InvariantCulture, $"{amount}"),
    };
}
