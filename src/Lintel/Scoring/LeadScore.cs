using System.Globalization;
using Lintel.Model;

namespace Lintel.Scoring;

/// <summary>One rule of the score and what it gave.</summary>
/// <param name="Part">The part of the score: contact, engagement, interactions, recency or interest.</param>
/// <param name="Rule">What the rule looks at.</param>
/// <param name="Points">What it gave, 0 to <c>max</c>.</param>
/// <param name="Max">The most it can give.</param>
/// <param name="Evidence">What on the lead decided it; null when there is nothing.</param>
public sealed record ScoreFactor(string Part, string Rule, int Points, int Max, string? Evidence);

/// <summary>How promising a lead is, 0–100: a pure function of the lead and a moment. The numbers are the seed's (<c>Lead Scoring Algorithm</c>).</summary>
public static class LeadScore
{
    /// <summary>An original message must be longer than this, in characters a reader sees, to count as detailed.</summary>
    public const int DetailedMessage = 50;

    internal const int PerContact = 5;
    internal const int MostForContacts = 25;
    private const int PerProperty = 2;
    private const int MostForProperties = 10;

    // How old the last contact may be, at most, for so many points; freshest first.
    private static readonly (TimeSpan Age, int Points)[] Recency = [(TimeSpan.FromHours(24), 15), (TimeSpan.FromHours(72), 10), (TimeSpan.FromDays(7), 5)];

    public static int Of(Lead lead, DateTime now) => Contact(lead) + Engagement(lead) + Interactions(lead) + RecencyOf(lead, now) + Interest(lead);

    /// <summary>When the score next falls although nothing happens; null when it will not.</summary>
    public static DateTime? FadesAt(Lead lead, DateTime now)
    {
        if (lead.LastContactAt is { } last)
        {
            foreach (var (age, _) in Recency)
            {
                if (now - last <= age)
                {
                    // "At most" so old still counts: the first stale moment is the next one the clock can show.
                    return last + age + TimeSpan.FromMilliseconds(1);
                }
            }
        }

        return null;
    }

    /// <summary>Every rule with what it gave and why; the points add up to the score.</summary>
    public static IReadOnlyList<ScoreFactor> Explain(Lead lead, DateTime now) =>
    [
        new("contact", "phone", Has(lead.Phone), 5, lead.Phone),
        new("contact", "email", Has(lead.Email), 5, lead.Email),
        new("contact", "name", Has(lead.Name), 5, lead.Name),
        new("contact", "whatsapp_number", Has(lead.WhatsappNumber), 5, lead.WhatsappNumber),
        new("engagement", "detailed_message", Detailed(lead), 10, lead.OriginalMessage is { } m ? $"{PlainText.Length(m)} characters" : null),
        new("engagement", "budget", Budget(lead), 10, Range(lead)),
        new("engagement", "preferred_areas", Areas(lead), 5, lead.PreferredAreas.Count > 0 ? string.Join(", ", lead.PreferredAreas) : null),
        new("engagement", "move_in_date", MoveIn(lead), 5, lead.MoveInDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("interactions", "contacts", Interactions(lead), MostForContacts, $"{lead.Contacts} contacts"),
        new("recency", "last_contact", RecencyOf(lead, now), Recency[0].Points, Age(lead, now)),
        new("interest", "properties", Interest(lead), MostForProperties, lead.InterestedProperties.Count > 0 ? string.Join(", ", lead.InterestedProperties) : null),
    ];

    private static int Contact(Lead lead) => Has(lead.Phone) + Has(lead.Email) + Has(lead.Name) + Has(lead.WhatsappNumber);

    private static int Engagement(Lead lead) => Detailed(lead) + Budget(lead) + Areas(lead) + MoveIn(lead);

    private static int Interactions(Lead lead) => Math.Min(MostForContacts, PerContact * lead.Contacts);

    private static int RecencyOf(Lead lead, DateTime now)
    {
        if (lead.LastContactAt is { } last)
        {
            foreach (var (age, points) in Recency)
            {
                if (now - last <= age)
                {
                    return points;
                }
            }
        }

        return 0;
    }

    private static int Interest(Lead lead) => Math.Min(MostForProperties, PerProperty * lead.InterestedProperties.Distinct(StringComparer.Ordinal).Count());

    private static int Has(string? contact) => contact is null ? 0 : 5;

    private static int Detailed(Lead lead) => lead.OriginalMessage is { } text && PlainText.Length(text.Trim()) > DetailedMessage ? 10 : 0;

    private static int Budget(Lead lead) => lead.BudgetMin is null && lead.BudgetMax is null ? 0 : 10;

    private static int Areas(Lead lead) => lead.PreferredAreas.Count > 0 ? 5 : 0;

    private static int MoveIn(Lead lead) => lead.MoveInDate is null ? 0 : 5;

    private static string? Range(Lead lead) => (lead.BudgetMin, lead.BudgetMax) switch
    {
        (null, null) => null,
        ({ } min, null) => string.Create(CultureInfo.InvariantCulture, $"from {min}"),
        (null, { } max) => string.Create(CultureInfo.InvariantCulture, $"up to {max}"),
        ({ } min, { } max) => string.Create(CultureInfo.InvariantCulture, $"{min} to {max}"),
    };

    private static string Age(Lead lead, DateTime now) => lead.LastContactAt is { } last
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor((now - last).TotalHours)} h ago")
        : "no contact yet";
}
