using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Lintel.Tests.House;

/// <summary>Both languages of the pages are whole, and every icon on them is there.</summary>
public sealed partial class WordsTests
{
    private static readonly string Source = Path.Combine(Root(), "src", "Lintel");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Source, "*Words.resx", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Source, file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Both_languages_say_the_same_things_with_the_same_gaps(string file)
    {
        var english = Words(Path.Combine(Source, file));
        var chinese = Words(Path.Combine(Source, Path.ChangeExtension(file, "zh-Hant.resx")));

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, word => Assert.Equal(Gaps(word.Value), Gaps(chinese[word.Key])));
    }

    [Fact]
    public void Every_word_that_a_page_names_is_there()
    {
        var known = Directory.EnumerateFiles(Source, "*Words.resx", SearchOption.AllDirectories).SelectMany(file => Words(file).Keys).ToHashSet(StringComparer.Ordinal);
        var missing = Pages().SelectMany(text => Named().Matches(text).Select(match => match.Groups["key"].Value)).Where(key => !known.Contains(key)).Distinct();

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_icon_that_a_page_names_is_in_the_list()
    {
        var known = File.ReadAllText(Path.Combine(Source, "Web", "client", "icons.txt")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var missing = Pages().SelectMany(text => Drawn().Matches(text).Select(match => match.Groups["icon"].Value)).Except(known);

        Assert.Empty(missing);
    }

    private static Dictionary<string, string> Words(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static IEnumerable<string> Gaps(string word) => Gap().Matches(word).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Pages() => Directory.EnumerateFiles(Source, "*.razor", SearchOption.AllDirectories).Select(File.ReadAllText);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Lintel.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex("""\b(?:L|W|Shared)\["(?<key>[^"{]+)"[\],]""")]
    private static partial Regex Named();

    [GeneratedRegex("""\bIcon(?: Name)?="(?<icon>[a-z][a-z0-9-]*)"(?!\()""")]
    private static partial Regex Drawn();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Gap();
}
