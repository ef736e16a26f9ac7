using System.Collections.Concurrent;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>The agencies of this database, each remembered for two seconds after it was read: commands and other processes change them, too.</summary>
public sealed class Agencies(Store store, TimeProvider clock)
{
    private const string Sql = "SELECT id, name, time_zone, currency, region, languages, working_hours, logo_version, agents_see_unassigned, created_at FROM agencies WHERE id = @agency";

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

    /// <summary>
    /// Does a job for each agency, a slice to a transaction, so that what others want to write comes in between. Whether there is anything left to do is
    /// asked by a reader first: when nothing is due, nothing is written and no remembered answer is forgotten.
    /// </summary>
    /// <param name="dueSql">Answers 1 while something is due.</param>
    /// <param name="since">What <paramref name="dueSql"/> takes, at the moment it is asked.</param>
    /// <param name="slice">Does some of it.</param>
    /// <param name="cancel">Stops after a slice.</param>
    public async Task WhileDue(string dueSql, Func<Arg> since, Func<LintelDb, Task<Outcome<int>>> slice, CancellationToken cancel)
    {
        foreach (var agency in await All(cancel))
        {
            var system = new Actor(agency, Actor.System);
            while (await IsDue(agency, dueSql, since(), cancel))
            {
                await store.Write(system, slice, cancel);
            }
        }
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
                Languages = [.. row.Texts()],
                WorkingHours = [.. row.Texts()],
                LogoVersion = row.TextOrNull(),
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

    private async ValueTask<bool> IsDue(Agency agency, string dueSql, Arg since, CancellationToken cancel)
    {
        using var sql = store.Read(agency.Id);
        return await sql.First(dueSql, row => row.Int(), cancel, since) == 1;
    }
}
