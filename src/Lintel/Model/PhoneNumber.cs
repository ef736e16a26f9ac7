using PhoneNumbers;

namespace Lintel.Model;

/// <summary>Phone numbers in E.164 (<c>+85298765432</c>), the one form in which they are kept and compared.</summary>
public static class PhoneNumber
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>
    /// Reads a number as people write it. <paramref name="region"/> (ISO 3166) is meant when there is no country code; digits that are no
    /// number there but are one with a plus before them (as WhatsApp sends them) are read so, and two zeros are the plus that most countries dial.
    /// </summary>
    /// <returns>E.164, or null when it cannot be a phone number.</returns>
    public static string? Canonical(string text, string region)
    {
        text = text.Trim();
        return text.Length is 0 or > 40 || text.Any(char.IsLetter)
            ? null
            : (text.StartsWith("00", StringComparison.Ordinal) ? Read("+" + text[2..], region) : null)
                ?? Read(text, region)
                ?? (text[0] != '+' ? Read("+" + text, region) : null);
    }

    /// <summary>Whether a text is a region (ISO 3166) whose numbers are known.</summary>
    public static bool IsRegion(string region) => Numbers.GetSupportedRegions().Contains(region);

    private static string? Read(string text, string region)
    {
        try
        {
            var number = Numbers.Parse(text, region);
            return Numbers.IsPossibleNumber(number) && !number.HasExtension ? Numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
