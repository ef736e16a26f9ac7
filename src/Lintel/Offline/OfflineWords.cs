using System.Globalization;
using System.Resources;

namespace Lintel.Offline;

/// <summary>Names <c>OfflineWords.resx</c> and its translations: the words of the page that is shown when there is no network.</summary>
public sealed class OfflineWords
{
    private static readonly ResourceManager Words = new(typeof(OfflineWords));

    /// <summary>A word in a language that need not be the reader's.</summary>
    public static string In(string language, string key) => Words.GetString(key, CultureInfo.GetCultureInfo(language))!;
}
