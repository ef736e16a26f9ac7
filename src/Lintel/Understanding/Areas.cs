namespace Lintel.Understanding;

/// <summary>What area names mean to each other: an area stands for itself, under its own and its canonical name, and for its parents and children.</summary>
public static class Areas
{
    /// <summary>Every name by which somebody may mean one of these areas, compared without case.</summary>
    public static IReadOnlySet<string> Meaning(IEnumerable<string> areas)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var area in areas)
        {
            names.Add(area);
            if (Gazetteer.HongKong.Canonical(area) is { } canonical)
            {
                names.UnionWith(Gazetteer.HongKong.Related(canonical));
            }
        }

        return names;
    }

    /// <summary>The name under which an area is looked up among <see cref="Meaning"/>: its canonical one where it has one.</summary>
    public static string Name(string area) => Gazetteer.HongKong.Canonical(area) ?? area;
}
