using Lintel.Model;

namespace Lintel.Demo;

/// <summary>Where a lead comes from, what is known then, and how good such leads are.</summary>
/// <param name="Channel">How it came.</param>
/// <param name="IsInquiry">Whether it comes as a message of a conversation.</param>
/// <param name="By">Who entered it, when it does not.</param>
/// <param name="HasMessage">How often there is a message.</param>
/// <param name="NamesListing">How often it is about one listing.</param>
/// <param name="Promise">Multiplies the chance that a lead goes one stage further.</param>
public sealed record Origin(
    string Source, Channel Channel, bool IsInquiry, string By, double HasMessage, double NamesListing, double KnowsName, bool KnowsNumber, bool KnowsEmail, double Promise)
{
    private static readonly Origin[] All =
    [
        new("instagram", Channel.Instagram, true, "api", 1, 0.55, 0.35, false, false, 0.86),
        new("whatsapp", Channel.Whatsapp, true, "api", 1, 0.35, 0.8, false, false, 1.0),
        new("28hse", Channel.Web, false, "api", 1, 0.9, 0.9, true, true, 0.95),
        new("website", Channel.Web, false, "api", 1, 0.4, 1, true, true, 0.98),
        new("referral", Channel.Phone, false, "manager", 0.6, 0.1, 1, true, true, 1.22),
        new("phone", Channel.Phone, false, "manager", 0.5, 0.3, 0.9, true, false, 1.08),
        new("walk_in", Channel.InPerson, false, "manager", 0.4, 0.2, 1, true, false, 1.15),
        new("email", Channel.Email, false, "api", 1, 0.3, 0.95, false, true, 0.92),
        new("facebook", Channel.Facebook, false, "api", 1, 0.4, 1, false, false, 0.82),
        new("squarefoot", Channel.Web, false, "api", 1, 0.85, 0.9, true, true, 0.93),
        new(Lead.UnknownSource, Channel.Phone, false, "manager", 0.3, 0.1, 0.8, true, false, 0.9),
    ];

    // A year ago, and now: Instagram grows, the portals shrink.
    private static readonly double[] Then = Dice.Running([15, 22, 22, 12, 7, 9, 7, 5, 4, 8, 1]);
    private static readonly double[] Today = Dice.Running([30, 25, 13, 13, 8, 5, 5, 3, 3, 5, 1]);

    public static Origin Any(Dice dice, TimeSpan ago) => dice.Weighted(All, dice.Chance(ago.TotalDays / Rhythm.Days) ? Then : Today);
}
