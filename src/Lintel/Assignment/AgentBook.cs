using System.Collections.Concurrent;
using Lintel.Data;

namespace Lintel.Assignment;

/// <summary>
/// The agents that lists show beside leads: few, wide, and the same on every row. Each is read once and kept while nothing has been committed.
/// </summary>
public sealed class AgentBook(Remembered remembered)
{
    private const string Sql = $"SELECT {AgentView.Columns} FROM agents a WHERE a.agency_id = @agency AND a.id IN (SELECT value FROM each(@ids))";

    public async ValueTask<IReadOnlyDictionary<long, AgentView>> Find(long agencyId, IEnumerable<long?> ids, SqlReader sql, CancellationToken cancel)
    {
        var known = await remembered.Get((typeof(AgentBook), agencyId), () => ValueTask.FromResult(new ConcurrentDictionary<long, AgentView>()), cancel);
        var missing = ids.OfType<long>().Where(id => !known.ContainsKey(id)).Distinct().ToArray();
        if (missing.Length > 0)
        {
            foreach (var agent in await sql.List(Sql, AgentView.Read, cancel, ("ids", missing)))
            {
                known[agent.Id] = agent;
            }
        }

        return known;
    }
}
