using Lintel.Assignment;
using Lintel.Web;
using Microsoft.Extensions.Localization;

namespace Lintel.Agents;

/// <summary>What a form about an agent shows in the reader's words, and reads back.</summary>
public static class TypedAgent
{
    private static readonly string[] UsualLanguages = ["en", "zh", "yue", "cmn", "fr", "de", "es", "pt", "ja", "ko", "hi", "id", "tl", "th", "ur"];

    public static SpokenNames Areas(AgentView? agent, Formats formats) => new(agent?.SpecializationAreas ?? [], formats.Area);

    public static SpokenNames Kinds(AgentView? agent, Formats formats) => new(Formats.UsualKinds.Concat(agent?.SpecializationTypes ?? []), formats.Kind);

    /// <summary>People write names of languages, too: those stay as they are.</summary>
    public static SpokenNames Languages(AgentView? agent, IStringLocalizer<AgentWords> words) =>
        new(UsualLanguages.Concat(agent?.Languages ?? []), code => words.Name("language", code));

    /// <param name="agent">The one whose form it is; null for a new one.</param>
    public static AgentRequest Read(AgentRequest typed, AgentView? agent, IStringLocalizer<AgentWords> words, Formats formats) => typed with
    {
        SpecializationAreas = Areas(agent, formats).Meant(typed.SpecializationAreas),
        SpecializationTypes = Kinds(agent, formats).Meant(typed.SpecializationTypes),
        Languages = Languages(agent, words).Meant(typed.Languages),
    };
}
