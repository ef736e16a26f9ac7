namespace Lintel.Understanding;

/// <summary>Areas read from an indented list: two spaces deeper is inside.</summary>
/// <remarks>
/// Names on a line are separated by bars, the canonical one first. "~" marks an abbreviation that is also something else (MK, DB): it counts in
/// capitals or after a word of place. "?" marks a name that is also a person's or an ordinary word (Jordan, Stanley, Central).
/// </remarks>
internal sealed class AreaTree
{
    private static readonly Lazy<AreaTree> TheHongKong = new(() => Load(HongKongIsland.Areas, Kowloon.Areas, NewTerritories.Areas));
    private readonly List<string> names = [];
    private readonly List<string?> chinese = [];
    private readonly List<int> parents = [];
    private readonly List<bool> isEstate = [];
    private readonly Dictionary<string, int> aliases = new(StringComparer.Ordinal);
    private readonly List<(int Area, Doubt Doubt)> phrases = [];
    private readonly PhraseTrie trie = new();

    /// <summary>How sure a name is by itself.</summary>
    internal enum Doubt
    {
        None,
        Abbreviation,
        Ordinary,
    }

    internal static AreaTree HongKong => TheHongKong.Value;

    /// <summary>A map without any area.</summary>
    internal static AreaTree Blank { get; } = new();

    internal int Count => names.Count;

    internal string NameOf(int area) => names[area];

    /// <summary>The first of its names in Chinese; null when it has none.</summary>
    internal string? ChineseOf(int area) => chinese[area];

    internal bool TryFind(string squeezed, out int area) => aliases.TryGetValue(squeezed, out area);

    internal int Longest(FoldedText text, int start, out int end, out Doubt doubt)
    {
        var phrase = trie.Longest(text, start, out end);
        (var area, doubt) = phrase < 0 ? (-1, Doubt.None) : phrases[phrase];
        return area;
    }

    /// <summary>The area it lies in; -1 when it is a region.</summary>
    internal int ParentOf(int area) => parents[area];

    /// <summary>True for a development: nothing lies in it, and it lies in a neighbourhood.</summary>
    internal bool IsEstate(int area) => isEstate[area];

    private static AreaTree Load(params ReadOnlySpan<string> lists)
    {
        var tree = new AreaTree();
        foreach (var list in lists)
        {
            var path = new List<int>();
            foreach (var line in list.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var depth = (line.Length - line.TrimStart().Length) / 2;
                path.RemoveRange(depth, path.Count - depth);
                path.Add(tree.Add(line, path.Count == 0 ? -1 : path[^1], depth));
            }
        }

        return tree;
    }

    private int Add(string line, int parent, int depth)
    {
        var all = line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        names.Add(all[0].TrimStart('~', '?'));
        chinese.Add(all.Select(name => name.TrimStart('~', '?')).FirstOrDefault(name => Lexer.IsHan(name[0])));
        parents.Add(parent);

        // Region, district, neighbourhood: what lies deeper and holds nothing is a development.
        isEstate.Add(depth > 2);
        if (parent >= 0)
        {
            isEstate[parent] = false;
        }

        foreach (var marked in all)
        {
            var doubt = marked[0] switch { '~' => Doubt.Abbreviation, '?' => Doubt.Ordinary, _ => Doubt.None };
            var name = marked.TrimStart('~', '?');
            aliases.TryAdd(PhraseTrie.Squeeze(name), names.Count - 1);
            trie.Add(name, phrases.Count, rigid: name.Length <= 4 && name.All(char.IsAsciiLetterUpper));
            phrases.Add((names.Count - 1, doubt));
        }

        return names.Count - 1;
    }
}
