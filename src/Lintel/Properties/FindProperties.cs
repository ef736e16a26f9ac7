using System.Globalization;
using Lintel.Data;
using Lintel.Model;
using Lintel.Web;

namespace Lintel.Properties;

/// <summary>Finds listings for the command palette: by anything the list's search finds them by.</summary>
public sealed class FindProperties(Remembered remembered, Formats formats) : IFinder
{
    public async ValueTask<IReadOnlyList<Found>> Find(string text, int most, Actor actor, SqlReader sql, CancellationToken cancel)
    {
        var query = new PropertyQuery { Q = text, PerPage = most.ToString(CultureInfo.InvariantCulture) };
        var outcome = await ListProperties.Handle(query, actor.Agency, sql, remembered, cancel);
        return outcome.Refusal is not null
            ? []
            : [.. outcome.Value.Properties.Select(property => new Found(
                "properties", property.Title, property.Price is { } price ? formats.Money(price) : property.Area, PropertyPlaces.Property(property.Id), "building-2"))];
    }
}
