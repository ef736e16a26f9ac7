using Lintel.Understanding;

namespace Lintel.Matching;

/// <summary>How places named by listings stand to places wanted; for each key, which stands for the two, it is worked out once.</summary>
/// <param name="places">The places wanted, and the area and development of the listing.</param>
internal sealed class Nearnesses<TKey>(Gazetteer gazetteer, Func<TKey, (IReadOnlyList<string> Wanted, string? Area, string? Development)> places)
    where TKey : notnull
{
    private readonly Dictionary<TKey, Nearness> _known = [];

    public Nearness Of(TKey key)
    {
        if (!_known.TryGetValue(key, out var nearness))
        {
            var (wanted, area, development) = places(key);
            _known[key] = nearness = Best(wanted, area, development);
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
