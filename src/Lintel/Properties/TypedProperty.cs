using Lintel.Leads;
using Lintel.Web;
using Microsoft.Extensions.Localization;

namespace Lintel.Properties;

/// <summary>What a form about a listing shows in the reader's words, and reads back.</summary>
public static class TypedProperty
{
    public static SpokenNames Areas(PropertyView? property, Formats formats) => new(property?.Area is { } area ? [area] : [], formats.Area);

    public static SpokenNames Sources(PropertyView? property, IStringLocalizer<LeadWords> words) =>
        new([.. Source.Usual, .. property?.Source is { } source ? [source] : Array.Empty<string>()], name => Source.Of(name, words));

    /// <param name="property">The one whose form it is; null for a new one.</param>
    public static PropertyRequest Read(PropertyRequest typed, PropertyView? property, IStringLocalizer<LeadWords> words, Formats formats) => typed with
    {
        Area = Areas(property, formats).Meant(typed.Area),
        Source = Sources(property, words).Meant(typed.Source),
    };
}
