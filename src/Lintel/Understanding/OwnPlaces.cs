namespace Lintel.Understanding;

/// <summary>A name that an agency's listings or agents have for a place.</summary>
/// <param name="Name">An area, or a development.</param>
/// <param name="Area">The area that a development lies in, as a listing of it says; null for an area.</param>
public readonly record struct NamedPlace(string Name, string? Area = null);

/// <summary>The names of an agency, each with the area it lies in, found in messages as those of the map are.</summary>
/// <remarks>
/// Places are numbered on from the map's. Where a short word or one that means something else as well is a name ("Park", "One"), it counts as the
/// map's own doubtful names do: in capitals, or where a place is meant.
/// </remarks>
internal sealed class OwnPlaces
{
    private const int LongestAbbreviation = 3;
    private const int LongestShortWord = 4;
    private readonly AreaTree map;
    private readonly List<string> names = [];
    private readonly List<AreaTree.Doubt> doubts = [];
    private readonly List<int> parents = [];
    private readonly HashSet<int> outers = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly PhraseTrie trie = new();

    internal OwnPlaces(AreaTree map, IEnumerable<NamedPlace> places)
    {
        this.map = map;
        var all = places as IReadOnlyCollection<NamedPlace> ?? [.. places];
        foreach (var place in all)
        {
            Add(place.Name);
        }

        foreach (var place in all)
        {
            if (place.Area is { } area && TryFind(PhraseTrie.Squeeze(place.Name), out var inner) && inner >= map.Count)
            {
                PutInto(NumberOf(area), inner);
            }
        }
    }

    internal int Count => names.Count;

    internal string NameOf(int number) => names[number - map.Count];

    internal AreaTree.Doubt DoubtOf(int number) => doubts[number - map.Count];

    /// <summary>The place it lies in; -1 when nobody knows.</summary>
    internal int ParentOf(int number) => number < map.Count ? map.ParentOf(number) : parents[number - map.Count];

    internal bool TryFind(string squeezed, out int number) => map.TryFind(squeezed, out number) || numbers.TryGetValue(squeezed, out number);

    internal int Longest(FoldedText text, int start, out int end) => trie.Longest(text, start, out end);

    internal bool HoldsSomething(int number) => outers.Contains(number);

    private int NumberOf(string name) => TryFind(PhraseTrie.Squeeze(name), out var number) ? number : -1;

    private void Add(string name)
    {
        var key = PhraseTrie.Squeeze(name);
        if (key.Length < 2 || map.TryFind(key, out _) || !numbers.TryAdd(key, map.Count + names.Count))
        {
            return;
        }

        trie.Add(name, map.Count + names.Count);
        names.Add(name.Trim());
        parents.Add(-1);
        doubts.Add(DoubtOf(name.Trim(), key));
    }

    private static AreaTree.Doubt DoubtOf(string name, string key) =>
        !key.All(char.IsAsciiLetter) || name.Contains(' ', StringComparison.Ordinal) ? AreaTree.Doubt.None
        : key.Length <= LongestAbbreviation ? AreaTree.Doubt.Abbreviation
        : key.Length <= LongestShortWord || (Lexicon.At(FoldedText.Of(key), 0, out var end) is not null && end == key.Length) ? AreaTree.Doubt.Ordinary
        : AreaTree.Doubt.None;

    // The first listing that says where it lies counts; two places that each lie in the other lie in neither.
    private void PutInto(int outer, int inner)
    {
        for (var area = outer; area >= 0; area = ParentOf(area))
        {
            if (area == inner)
            {
                return;
            }
        }

        if (parents[inner - map.Count] < 0)
        {
            parents[inner - map.Count] = outer;
            outers.Add(outer);
        }
    }
}
