using Lintel.Web;
using Microsoft.Extensions.Localization;

namespace Lintel.Leads;

/// <summary>What a form about a lead shows in the reader's words, and reads back.</summary>
public static class TypedLead
{
    public static SpokenNames Areas(LeadView? lead, Formats formats) => new(lead?.PreferredAreas ?? [], formats.Area);

    /// <param name="own">Those that the agency's leads have come from.</param>
    public static SpokenNames Sources(LeadView? lead, IEnumerable<string> own, IStringLocalizer<LeadWords> words) =>
        new([.. Source.Usual, .. own, .. lead is null ? Array.Empty<string>() : [lead.Source]], name => Source.Of(name, words));

    /// <param name="lead">The one whose form it is; null for a new one.</param>
    public static LeadRequest Read(LeadRequest typed, LeadView? lead, IEnumerable<string> ownSources, IStringLocalizer<LeadWords> words, Formats formats) => typed with
    {
        PreferredAreas = Areas(lead, formats).Meant(typed.PreferredAreas),
        Source = Sources(lead, ownSources, words).Meant(typed.Source),
    };
}
