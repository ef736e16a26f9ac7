using System.Collections.Concurrent;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>The agencies of this database, kept once read.</summary>
public sealed class Agencies(Store store)
{
    private const string Sql = "SELECT id, name, time_zone, currency, region, created_at FROM agencies WHERE id = @agency";

    private const string AllSql = "SELECT id FROM agencies ORDER BY id";

    private readonly ConcurrentDictionary<long, Agency> _known = new();

    /// <summary>Every agency, for the jobs that are done for each.</summary>
    public async ValueTask<List<Agency>> All(CancellationToken cancel)
    {
        using var sql = store.ReadAcross();
        var agencies = new List<Agency>();
        foreach (var id in await sql.List(AllSql, row => row.Long(), cancel))
        {
            if (await Find(id, cancel) is { } agency)
            {
                agencies.Add(agency);
            }
        }

        return agencies;
    }

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
