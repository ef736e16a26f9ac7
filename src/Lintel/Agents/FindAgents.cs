using Lintel.Data;
using Lintel.Model;
using Lintel.Web;

namespace Lintel.Agents;

/// <summary>Finds agents for the command palette, by their name or email.</summary>
public sealed class FindAgents : IFinder
{
    public async ValueTask<IReadOnlyList<Found>> Find(string text, int most, Actor actor, SqlReader sql, CancellationToken cancel)
    {
        // Few enough to look at all.
        var agents = await ListAgents.Of(null, sql, cancel);
        return
        [
            .. agents.Where(agent => agent.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || agent.Email.Contains(text, StringComparison.OrdinalIgnoreCase))
                .Take(most)
                .Select(agent => new Found("agents", agent.Name, agent.Email, AgentPlaces.Agent(agent.Id), "user-round-check")),
        ];
    }
}
