using Lintel.Understanding;

namespace Lintel.Matching;

/// <summary>How places named by listings stand to places wanted; each pair of texts is worked out once.</summary>
internal sealed class Nearnesses(Gazetteer gazetteer)
{
    private readonly Dictionary<(string Wanted, string? Area, string? Development), Nearness> _known = [];

    /// <param name="wantedKey">Stands for the places wanted, such as the JSON they are kept in.</param>
    /// <param name="wanted">Reads them, when they have not been seen yet.</param>
    public Nearness Of(string wantedKey, Func<IReadOnlyList<string>> wanted, string? area, string? development)
    {
        var key = (wantedKey, area, development);
        if (!_known.TryGetValue(key, out var nearness))
        {
            _known[key] = nearness = Best(wanted(), area, development);
        }

        return nearness;
    }

    private Nearness Best(IReadOnlyList<string> wanted, string? area, string? development)
    {
        string[] places = [.. new[] { development, area }.OfType<string>()];
        return wanted.Count == 0 || places.Length == 0 ? Nearness.Unknown : wanted.Max(wish => places.Max(place => Of(wish, place)));
    }

    private Nearness Of(string wish, string place)
    {
        if (string.Equals(wish, place, StringComparison.OrdinalIgnoreCase))
        {
            return Nearness.Right;
        }

        return gazetteer.Kinship(wish, place) switch
        {
            Kinship.Same or Kinship.Inside => Nearness.Right,
            Kinship.Around => Nearness.Around,
            Kinship.Beside => Nearness.Nearby,
            _ => Nearness.Elsewhere,
        };
    }
}
