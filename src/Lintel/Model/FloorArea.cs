using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lintel.Model;

/// <summary>Floor areas in square feet, read as listings write them: <c>450 sqft</c>, <c>1,234 sq. ft.</c>, <c>實用450呎</c>, <c>41.8 m²</c>.</summary>
public static partial class FloorArea
{
    /// <summary>More than any listing has.</summary>
    public const double Most = 100_000_000;

    public const int LongestText = 100;

    private const double PerSquareMetre = 10.7639104;

    /// <returns>Square feet, or null when the text cannot be an area.</returns>
    public static double? Canonical(string text)
    {
        // Compatibility forms bring full-width digits and ² into one form with their plain siblings.
        text = text.Trim();
        if (text.Length is 0 or > LongestText || Written().Match(text.Normalize(NormalizationForm.FormKC)) is not { Success: true } read)
        {
            return null;
        }

        var number = double.Parse(read.Groups["number"].ValueSpan, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var feet = read.Groups["metric"].Success ? Math.Round(number * PerSquareMetre, 1) : number;
        return feet <= Most ? feet : null;
    }

    // Nothing is tried in a second way: however long the text, there is no limit on time to run into where a machine is busy.
    [GeneratedRegex(
        @"^(?>(?:約|大約|實用|實|建築|建|面積|approx\.?|about|saleable|gross|net|area|~|:)\s*)*
        (?<number>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})(?:\.[0-9]{1,6})?)\s*
        (?:sq\.?\s*(?:ft|feet|foot)\.?|sf|s\.f\.|ft2|ft\.?|feet|square\s+(?:feet|foot)|平方呎|平方尺|方呎|方尺|呎|尺|'|(?<metric>sq\.?\s*m\.?|sqm|m2|平方米|平米|square\s+met(?:er|re)s?))?$",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
