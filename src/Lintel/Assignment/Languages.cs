namespace Lintel.Assignment;

/// <summary>What an agent's languages mean: people write names ("Cantonese"), tags (<c>zh-HK</c>) or codes; leads are known by the code.</summary>
public static class Languages
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["English"] = "en",
        ["英文"] = "en",
        ["英語"] = "en",
        ["英语"] = "en",
        ["Chinese"] = "zh",
        ["Cantonese"] = "zh",
        ["Mandarin"] = "zh",
        ["Putonghua"] = "zh",
        ["yue"] = "zh",
        ["cmn"] = "zh",
        ["中文"] = "zh",
        ["廣東話"] = "zh",
        ["广东话"] = "zh",
        ["粵語"] = "zh",
        ["粤语"] = "zh",
        ["普通話"] = "zh",
        ["普通话"] = "zh",
        ["國語"] = "zh",
        ["国语"] = "zh",
    };

    /// <summary>The code of a language; one that is not known stands for itself.</summary>
    public static string Code(string language)
    {
        var name = language.AsSpan();
        var end = name.IndexOfAny('-', '_', ' ');
        var first = end < 0 ? language : name[..end].ToString();
        return Codes.TryGetValue(language, out var code) || Codes.TryGetValue(first, out code) ? code : first;
    }
}
