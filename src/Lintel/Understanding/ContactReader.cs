namespace Lintel.Understanding;

/// <summary>Phones, mail addresses, handles and references to listings, in the order they stand.</summary>
internal static class ContactReader
{
    // A lead holds at most so many of each.
    private const int Most = 50;

    private static readonly string[] ListingSites =
    [
        "28hse", "squarefoot", "centaline", "centanet", "midland", "hkp.com", "ricacorp", "spacious", "okay.com", "house730", "591.com", "gohome",
        "property.hk", "hongkonghomes",
        "executivehomes", "landscope", "savills", "habitat-property", "proway", "propertyhk", "asiaxpat", "dashome", "leasinghub", "onedaily",
        "century21", "hkproperty", "28house",
        "qfang",
    ];

    private static readonly string[] ListingPaths = ["listing", "/property", "/properties", "/rent", "/buy", "/sale", "/flat", "/estate", "/unit",
        "propertyid", "/apartment"];

    internal static void Read(Message message, Draft draft)
    {
        for (var i = 0; i < message.Count; i++)
        {
            switch (message[i].Kind)
            {
                case TokenKind.Phone:
                    Add(message, draft, draft.Phones, "phones", i, Digits(message.Words(i)));
                    break;
                case TokenKind.Email:
                    Add(message, draft, draft.Emails, "emails", i, message.Words(i).ToString());
                    break;
                case TokenKind.Handle:
                    Add(message, draft, draft.Handles, "handles", i, "@" + message.Words(i).TrimStart('@').ToString());
                    break;
                case TokenKind.Reference:
                    Add(message, draft, draft.PropertyReferences, "property_references", i, Original(message, i));
                    break;
                case TokenKind.Link:
                    ReadLink(message, draft, i);
                    break;
                default:
                    break;
            }
        }
    }

    private static void ReadLink(Message message, Draft draft, int i)
    {
        var link = message.Words(i);
        var profile = link.IndexOf("instagram.com/");
        if (profile >= 0)
        {
            var name = link[(profile + "instagram.com/".Length)..];
            var end = name.IndexOfAny('/', '?');
            var isProfile = end < 0 || end == name.Length - 1 || name[end] == '?';
            name = end < 0 ? name : name[..end];
            if (isProfile && name.Length > 1)
            {
                Add(message, draft, draft.Handles, "handles", i, "@" + name.ToString());
            }

            return;
        }

        if (ContainsAny(link, ListingSites) || ContainsAny(link, ListingPaths))
        {
            Add(message, draft, draft.PropertyReferences, "property_references", i, Original(message, i));
        }
    }

    private static bool ContainsAny(ReadOnlySpan<char> link, string[] words)
    {
        foreach (var word in words)
        {
            if (link.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(Message message, Draft draft, List<string> list, string field, int i, string value)
    {
        if (list.Count < Most && !list.Contains(value))
        {
            list.Add(value);
            draft.Note(field, i, i);
        }
    }

    // References and links keep their case; full-width characters become half-width.
    private static string Original(Message message, int i) =>
        string.Create(message[i].End - message[i].Start, (message, i), static (span, state) =>
        {
            var (message, i) = state;
            for (var at = 0; at < span.Length; at++)
            {
                var c = message.Text.OriginalAt(message[i].Start + at);
                span[at] = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
            }
        });

    private static string Digits(ReadOnlySpan<char> written)
    {
        Span<char> kept = stackalloc char[written.Length];
        var length = 0;
        foreach (var c in written)
        {
            if (char.IsAsciiDigit(c) || (c == '+' && length == 0))
            {
                kept[length++] = c;
            }
        }

        return new string(kept[..length]);
    }
}
