using Lintel.Web;

namespace Lintel.Leads;

/// <summary>A lead in few words.</summary>
public static class Wish
{
    /// <summary>What to call somebody: their name, else the best way they are known by.</summary>
    public static string Called(this LeadView lead) =>
        lead.Name ?? lead.InstagramHandle ?? lead.WhatsappNumber ?? lead.Phone ?? lead.Email ?? $"#{lead.Id}";

    /// <summary>What they want, in one line: areas, rooms, budget; null when nothing is known.</summary>
    public static string? Of(LeadView lead, Formats formats)
    {
        var parts = new List<string>();
        if (lead.PreferredAreas.Count > 0)
        {
            parts.Add(formats.List(lead.PreferredAreas.Take(2).Select(formats.Area)));
        }

        if (formats.Rooms(lead.Bedrooms) is { } rooms)
        {
            parts.Add(rooms);
        }

        if (formats.Range(lead.BudgetMin, lead.BudgetMax) is { } budget)
        {
            parts.Add(budget);
        }

        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }
}
