using Lintel.Web;
using Microsoft.Extensions.Localization;

namespace Lintel.Leads;

/// <summary>Where leads come from, in the reader's words; a source that we have no word for is written as it is.</summary>
public static class Source
{
    /// <summary>Those that we have a word for, but for <see cref="Model.Lead.UnknownSource"/>, which nobody chooses.</summary>
    public static readonly IReadOnlyList<string> Usual =
        ["instagram", "whatsapp", "direct", "website", "referral", "email", "phone", "walk_in", "facebook", "portal", "28hse", "squarefoot", "centaline"];

    public static string Of(string source, IStringLocalizer<LeadWords> words) => words.Name("source", source);
}
