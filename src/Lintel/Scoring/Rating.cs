using Lintel.Model;

namespace Lintel.Scoring;

/// <summary>Keeps a lead's stored score what <see cref="LeadScore"/> says.</summary>
public static class Rating
{
    public static void Rate(this Lead lead, DateTime now) => lead.Rate(LeadScore.Of(lead, now), LeadScore.FadesAt(lead, now));
}
