namespace Lintel.Understanding;

/// <summary>The areas and developments that messages name, with their other names and their parents.</summary>
/// <remarks>
/// Immutable and safe to share. Names are compared without case, spaces, hyphens and apostrophes, in Traditional or Simplified characters.
/// </remarks>
public sealed class Gazetteer
{
    private static readonly Lazy<Gazetteer> TheHongKong = new(() => new Gazetteer(AreaTree.HongKong, []));
    private static readonly Lazy<Gazetteer> TheBlank = new(() => new Gazetteer(AreaTree.Blank, []));
    private readonly AreaTree map;
    private readonly IReadOnlyList<NamedPlace> places;
    private readonly OwnPlaces own;

    private Gazetteer(AreaTree map, IReadOnlyList<NamedPlace> places)
    {
        this.map = map;
        this.places = places;
        own = new OwnPlaces(map, places);
    }

    /// <summary>
    /// Hong Kong: the 18 districts, the neighbourhoods and the large estates, named as the MTR and the Rating and Valuation Department do.
    /// </summary>
    public static Gazetteer HongKong => TheHongKong.Value;

    /// <summary>The places known before an agency names any: those of Hong Kong for an agency there, none elsewhere.</summary>
    /// <param name="region">The agency's ISO 3166 region.</param>
    public static Gazetteer Of(string region) => region == "HK" ? HongKong : TheBlank.Value;

    /// <summary>
    /// This gazetteer and the agency's own areas and developments. A name already known changes nothing; another becomes a place of its own, inside
    /// the area that a listing says.
    /// </summary>
    /// <remarks>Costs time in proportion to the names: keep the result per agency. Names of fewer than two characters are passed over.</remarks>
    public Gazetteer With(IEnumerable<NamedPlace> named)
    {
        ArgumentNullException.ThrowIfNull(named);
        var all = places.Union(named).ToList();
        return all.Count == places.Count ? this : new Gazetteer(map, all);
    }

    /// <summary>"TST" and "尖沙咀" give "Tsim Sha Tsui"; null when the name is not known.</summary>
    public string? Canonical(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var number = NumberOf(name);
        return number < 0 ? null : NameOf(number);
    }

    /// <summary>"TST" gives "尖沙咀"; null when the name is not known, or has no other in Chinese.</summary>
    public string? Chinese(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var number = NumberOf(name);
        return number >= 0 && number < map.Count ? map.ChineseOf(number) : null;
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
        return number < 0 ? [name]
            : [.. Enumerable.Range(0, map.Count + own.Count).Where(other => other == number || Contains(other, number) || Contains(number, other)).Select(NameOf)];
    }

    /// <summary>How the second place stands to the first.</summary>
    public Kinship Kinship(string first, string second)
    {
        var (one, other) = (NumberOf(first), NumberOf(second));
        return one < 0 || other < 0 ? Understanding.Kinship.None
            : one == other ? Understanding.Kinship.Same
            : Contains(one, other) ? Understanding.Kinship.Inside
            : Contains(other, one) && (own.ParentOf(one) == other || IsNeighbourhood(other)) ? Understanding.Kinship.Around
            : Contains(other, one) || (own.ParentOf(one) is >= 0 and var outer && own.ParentOf(outer) >= 0 && Contains(outer, other))
                ? Understanding.Kinship.Beside
            : Understanding.Kinship.None;
    }

    // Deeper than a region and a district.
    internal bool IsNeighbourhood(int number) => own.ParentOf(number) is >= 0 and var outer && own.ParentOf(outer) >= 0;

    internal string NameOf(int number) => number < map.Count ? map.NameOf(number) : own.NameOf(number);

    internal bool Contains(int outer, int inner)
    {
        for (var area = own.ParentOf(inner); area >= 0; area = own.ParentOf(area))
        {
            if (area == outer)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a development: of the map, or one of the agency's own names that nothing lies in.</summary>
    internal bool IsEstate(int area) => area < map.Count ? map.IsEstate(area) : !own.HoldsSomething(area);

    /// <summary>True for a new town, whose quarters are said to lie in it: 將軍澳坑口 is Hang Hau.</summary>
    internal bool IsTown(int area) => map.TryFind("newterritories", out var region) && Contains(region, area);

    /// <summary>The longest name at <paramref name="start"/>, the agency's own before ours; -1 when there is none.</summary>
    internal int Longest(FoldedText text, int start, out int end, out AreaTree.Doubt doubt)
    {
        var number = map.Longest(text, start, out end, out doubt);
        if (own.Count > 0)
        {
            var mine = own.Longest(text, start, out var mineEnd);
            if (mine >= 0 && mineEnd >= end)
            {
                (number, end, doubt) = (mine, mineEnd, own.DoubtOf(mine));
            }
        }

        return number;
    }

    private int NumberOf(string name) => own.TryFind(PhraseTrie.Squeeze(name), out var number) ? number : -1;
}

/// <summary>How one place stands to another.</summary>
public enum Kinship
{
    /// <summary>Apart, or unknown.</summary>
    None,

    /// <summary>In the area that the first lies in, or an area further around it.</summary>
    Beside,

    /// <summary>The area that the first lies in.</summary>
    Around,

    /// <summary>Somewhere in the first.</summary>
    Inside,

    /// <summary>The same, by whatever name.</summary>
    Same,
}
