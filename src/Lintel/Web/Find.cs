using Lintel.Data;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Web;

/// <summary>Something that the command palette found.</summary>
/// <param name="Kind">Its heading's word in <see cref="Words"/>, after <c>find.</c>.</param>
public sealed record Found(string Kind, string Title, string? About, string Address, string Icon);

/// <summary>Looks for something that can be opened: leads, agents, properties, each by the feature that has them.</summary>
public interface IFinder
{
    /// <param name="text">At least one character, as it was typed.</param>
    /// <param name="most">More are of no use.</param>
    ValueTask<IReadOnlyList<Found>> Find(string text, int most, Actor actor, SqlReader sql, CancellationToken cancel);
}

/// <summary>What the command palette asks while one types.</summary>
public static class Find
{
    private const int MostOfAKind = 5;
    private const int Longest = 100;

    /// <summary>Answers with the list's HTML; a text that nothing could be asked about finds nothing.</summary>
    public static async Task<RazorComponentResult<FindList>> Get(string? q, IEnumerable<IFinder> finders, Reading sql, Http.Caller caller, CancellationToken cancel)
    {
        var found = new List<Found>();
        if (PlainText.Canonical(q) is { Length: <= Longest } text)
        {
            foreach (var finder in finders)
            {
                found.AddRange(await finder.Find(text, MostOfAKind, caller.Actor, sql, cancel));
            }
        }

        return new RazorComponentResult<FindList>(new Dictionary<string, object?> { [nameof(FindList.Items)] = found });
    }
}
