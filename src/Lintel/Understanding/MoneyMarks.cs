namespace Lintel.Understanding;

/// <summary>The signs and words of Hong Kong dollars around a figure.</summary>
internal static class MoneyMarks
{
    private static readonly string[] Prefixes = ["hkd$", "hk$", "hkd", "$", "港幣", "港紙"];
    private static readonly string[] Suffixes = ["hkd", "hk$", "dollars", "bucks", "元", "圓", "蚊", "港幣", "港元", "港紙", "塊錢"];

    /// <summary>Where the figure would start if a sign of money stands at <paramref name="at"/>, else <paramref name="at"/>.</summary>
    internal static int AfterPrefix(FoldedText text, int at)
    {
        foreach (var prefix in Prefixes)
        {
            if (StartsWith(text, at, prefix))
            {
                var end = at + prefix.Length;
                end += text[end] is '$' or ':' ? 1 : 0;
                return text[end] == ' ' ? end + 1 : end;
            }
        }

        return at;
    }

    /// <summary>Where the figure that ends at <paramref name="at"/> ends with its word for money.</summary>
    internal static int AfterSuffix(FoldedText text, int at)
    {
        var start = text[at] == ' ' ? at + 1 : at;
        foreach (var suffix in Suffixes)
        {
            var end = start + suffix.Length;
            if (StartsWith(text, start, suffix) && !(char.IsAsciiLetter(text[end - 1]) && char.IsAsciiLetter(text[end])) && !(suffix == "元"
                && text[end] == '朗'))
            {
                return end;
            }
        }

        return at;
    }

    private static bool StartsWith(FoldedText text, int at, string word) =>
        text[at] == word[0] && at + word.Length <= text.Length && text.Slice(at, at + word.Length).SequenceEqual(word);
}
