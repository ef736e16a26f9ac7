using Microsoft.Extensions.Localization;

namespace Lintel.Web;

/// <summary>Names of the wire in the reader's words.</summary>
public static class Naming
{
    /// <summary>What something of a kind is called, by the word <c>kind.name</c>; one that there is no word for is written as it is.</summary>
    public static string Name(this IStringLocalizer words, string kind, string name) =>
        words[$"{kind}.{name}"] is { ResourceNotFound: false } known ? known.Value : name.Replace('_', ' ');
}
