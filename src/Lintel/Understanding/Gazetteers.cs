using System.Collections.Concurrent;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.Understanding;

/// <summary>
/// The gazetteer of each agency: the map of its region with the areas and developments that its own listings and agents name. Asking costs one look
/// for names that are new, so a listing saved a moment ago, by this process or another, is known to the next message.
/// </summary>
/// <remarks>For whoever names no places in the same unit of work: what that takes back would stay here.</remarks>
public sealed class Gazetteers
{
    private const string NewSql = "SELECT id, name, area FROM named_places WHERE agency_id = @agency AND id > @known ORDER BY id";

    private readonly ConcurrentDictionary<long, (long Known, Gazetteer Gazetteer)> _known = new();

    public async ValueTask<Gazetteer> Of(Agency agency, SqlReader sql, CancellationToken cancel)
    {
        var (known, gazetteer) = _known.TryGetValue(agency.Id, out var kept) ? kept : (0, Gazetteer.Of(agency.Region));
        var named = await sql.List(NewSql, row => (Id: row.Long(), Place: new NamedPlace(row.Text(), Area(row.Text()))), cancel, ("known", known));
        if (named.Count == 0)
        {
            return gazetteer;
        }

        gazetteer = gazetteer.With(named.Select(name => name.Place));
        _known[agency.Id] = (named[^1].Id, gazetteer);
        return gazetteer;
    }

    private static string? Area(string area) => area.Length == 0 ? null : area;
}
