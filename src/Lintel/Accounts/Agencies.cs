using System.Collections.Concurrent;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>The agencies of this database, kept once read.</summary>
public sealed class Agencies(Store store)
{
    private const string Sql = "SELECT id, name, time_zone, currency, region, created_at FROM agencies WHERE id = @agency";

    private readonly ConcurrentDictionary<long, Agency> _known = new();

    /// <summary>The agency of an id, or null when there is none.</summary>
    public async ValueTask<Agency?> Find(long id, CancellationToken cancel)
    {
        if (_known.TryGetValue(id, out var known))
        {
            return known;
        }

        using var sql = store.Read(id);
        var agency = await sql.First(
            Sql,
            row => new Agency
            {
                Id = row.Long(),
                Name = row.Text(),
                TimeZone = row.Text(),
                Currency = row.Text(),
                Region = row.Text(),
                CreatedAt = row.Time(),
            },
            cancel);
        return agency is null ? null : _known[id] = agency;
    }
}
