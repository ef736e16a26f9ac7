using System.Collections.Concurrent;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>The agencies of this database, each remembered for two seconds after it was read: commands and other processes change them, too.</summary>
public sealed class Agencies(Store store, TimeProvider clock)
{
    private const string Sql = "SELECT id, name, time_zone, currency, region, agents_see_unassigned, created_at FROM agencies WHERE id = @agency";

    private const string AllSql = "SELECT id FROM agencies ORDER BY id";

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<long, (Agency Agency, long ReadAt)> _known = new();

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
        if (_known.TryGetValue(id, out var known) && clock.GetElapsedTime(known.ReadAt) < Remembered)
        {
            return known.Agency;
        }

        var now = clock.GetTimestamp();
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
                AgentsSeeUnassigned = row.Bool(),
                CreatedAt = row.Time(),
            },
            cancel);
        if (agency is null)
        {
            _known.TryRemove(id, out _);
            return null;
        }

        _known[id] = (agency, now);
        return agency;
    }

    /// <summary>Reads an agency anew when it is next asked for: it was changed.</summary>
    public void Forget(long id) => _known.TryRemove(id, out _);
}
