using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Lintel.Web;

/// <summary>
/// The address of a page, from which the addresses of its other views are made: filter, order, page and open panels are all in the query, so
/// that each view can be linked, kept and gone back to.
/// </summary>
public sealed record Here
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> _query;

    private Here(string path, IReadOnlyList<KeyValuePair<string, string>> query) => (Path, _query) = (path, query);

    public string Path { get; }

    /// <summary>What the query holds, in its order; a key that comes more than once with its values joined by commas, as the API takes them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query => _query;

    public static Here At(NavigationManager navigation)
    {
        var uri = new Uri(navigation.Uri);
        var query = QueryHelpers.ParseQuery(uri.Query).Where(pair => !StringValues.IsNullOrEmpty(pair.Value));
        return new(uri.AbsolutePath, [.. query.Select(pair => KeyValuePair.Create(pair.Key, Joined(pair.Value)))]);
    }

    /// <summary>Whether an address stays on this server's pages: nobody may be sent elsewhere by a link that looks like ours.</summary>
    private static bool IsOurs(string? address) =>
        address is not null
        && (address == Interface.Root || address.StartsWith(Interface.Root + "/", StringComparison.Ordinal))
        && !address.Contains('\\', StringComparison.Ordinal)
        && !address.Any(char.IsControl);

    /// <summary>Where a form goes back to: the page it says, when that is one of ours.</summary>
    public static string Or(string? back, string otherwise) => IsOurs(back) ? back! : otherwise;

    public string? Get(string key) => _query.FirstOrDefault(pair => pair.Key == key).Value;

    /// <summary>The same view but for one key; null or empty takes it out. Whatever else changes, one begins at the first page again.</summary>
    public Here With(string key, string? value)
    {
        var rest = _query.Where(pair => pair.Key != key && (pair.Key != "page" || key is "look"));
        return new(Path, string.IsNullOrEmpty(value) ? [.. rest] : [.. rest, KeyValuePair.Create(key, value)]);
    }

    public Here Without(params string[] keys) => new(Path, [.. _query.Where(pair => !keys.Contains(pair.Key))]);

    public override string ToString() => QueryHelpers.AddQueryString(Path, _query.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));

    private static string Joined(StringValues values) => string.Join(',', values.Where(value => !string.IsNullOrEmpty(value)));
}
