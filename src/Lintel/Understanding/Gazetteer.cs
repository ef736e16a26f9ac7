namespace Lintel.Understanding;

/// <summary>The areas and developments that messages name, with their other names and their parents.</summary>
/// <remarks>
/// Immutable and safe to share. Names are compared without case, spaces, hyphens and apostrophes, in Traditional or Simplified characters.
/// </remarks>
public sealed class Gazetteer
{
    private static readonly Lazy<Gazetteer> TheHongKong = new(() => new Gazetteer(AreaTree.HongKong, []));
    private readonly AreaTree tree;
    private readonly List<string> ownNames;
    private readonly Dictionary<string, int> ownNumbers = new(StringComparer.Ordinal);
    private readonly PhraseTrie own = new();

    private Gazetteer(AreaTree tree, List<string> ownNames)
    {
        this.tree = tree;
        this.ownNames = ownNames;
        for (var i = 0; i < ownNames.Count; i++)
        {
            ownNumbers.Add(PhraseTrie.Squeeze(ownNames[i]), tree.Count + i);
            own.Add(ownNames[i], tree.Count + i);
        }
    }

    /// <summary>
    /// Hong Kong: the 18 districts, the neighbourhoods and the large estates, named as the MTR and the Rating and Valuation Department do.
    /// </summary>
    public static Gazetteer HongKong => TheHongKong.Value;

    /// <summary>
    /// This gazetteer and the agency's own areas and developments. A name already known changes nothing; another becomes an area of its own.
    /// </summary>
    /// <remarks>Costs time in proportion to the names: keep the result per agency. Names of fewer than two characters are passed over.</remarks>
    public Gazetteer With(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var all = new List<string>(ownNames);
        var known = ownNumbers.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var key = PhraseTrie.Squeeze(name ?? "");
            if (key.Length >= 2 && !tree.TryFind(key, out _) && known.Add(key))
            {
                all.Add(name!.Trim());
            }
        }

        return all.Count == ownNames.Count ? this : new Gazetteer(tree, all);
    }

    /// <summary>"TST" and "尖沙咀" give "Tsim Sha Tsui"; null when the name is not known.</summary>
    public string? Canonical(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var number = NumberOf(name);
        return number < 0 ? null : NameOf(number);
    }

    /// <summary>
    /// The area itself, everything it lies in and everything that lies in it, by canonical name: what "matches its parents and children"
    /// means.
    /// </summary>
    /// <returns>Just the name itself when it is not known.</returns>
    public IReadOnlyCollection<string> Related(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var number = NumberOf(name);
        return number < 0 ? [name] : number < tree.Count ? tree.Related(number) : [NameOf(number)];
    }

    internal string NameOf(int number) => number < tree.Count ? tree.NameOf(number) : ownNames[number - tree.Count];

    internal bool Contains(int outer, int inner) => outer < tree.Count && inner < tree.Count && tree.Contains(outer, inner);

    /// <summary>True for a development, the agency's own names among them.</summary>
    internal bool IsEstate(int area) => area >= tree.Count || tree.IsEstate(area);

    /// <summary>The longest name at <paramref name="start"/>, the agency's own before ours; -1 when there is none.</summary>
    internal int Longest(FoldedText text, int start, out int end, out AreaTree.Doubt doubt)
    {
        var number = tree.Longest(text, start, out end, out doubt);
        if (ownNames.Count > 0)
        {
            var mine = own.Longest(text, start, out var mineEnd);
            if (mine >= 0 && mineEnd >= end)
            {
                (number, end, doubt) = (mine, mineEnd, AreaTree.Doubt.None);
            }
        }

        return number;
    }

    private int NumberOf(string name)
    {
        var key = PhraseTrie.Squeeze(name);
        return tree.TryFind(key, out var number) || ownNumbers.TryGetValue(key, out number) ? number : -1;
    }
}
