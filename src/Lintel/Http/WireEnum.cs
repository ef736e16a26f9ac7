using System.Text.Json;

namespace Lintel.Http;

/// <summary>An enum as the wire names its values: snake_case.</summary>
public static class WireEnum<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByName =
        Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()), StringComparer.Ordinal);

    private static readonly Dictionary<T, string> ByValue = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Every name, for a message.</summary>
    public static string All { get; } = string.Join(", ", ByName.Keys);

    public static IEnumerable<string> Names => ByName.Keys;

    public static bool TryParse(string? name, out T value)
    {
        value = default;
        return name is not null && ByName.TryGetValue(name, out value);
    }

    public static string Name(T value) => ByValue[value];
}
