using System.Net.Mail;

namespace Lintel.Model;

/// <summary>Mail addresses in lower case, the form in which they are kept and compared.</summary>
public static class EmailAddress
{
    public const int MaxLength = 254;

    /// <returns>The address, or null when the text is not exactly one address.</returns>
    public static string? Canonical(string text)
    {
        text = text.Trim();
        return text.Length <= MaxLength
            && MailAddress.TryCreate(text, out var address)
            && address.Address == text
            && address.Host.Contains('.', StringComparison.Ordinal)
            && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '"' or '<' or '>' or ',' or ';')
                ? text.ToLowerInvariant()
                : null;
    }
}
