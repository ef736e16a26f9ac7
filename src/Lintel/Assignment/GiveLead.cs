using Lintel.Data;
using Lintel.Model;

namespace Lintel.Assignment;

/// <summary>Gives a lead to an agent: the one place where it happens, so that capacity, history and reason cannot be forgotten.</summary>
public static class GiveLead
{
    private const string ExistsSql = "SELECT is_active, name FROM agents WHERE agency_id = @agency AND id = @id";

    /// <summary>Gives the lead to the best agent with room; leaves it to nobody when there is none.</summary>
    /// <returns>
    /// Whether it was given on trust, that is, without claiming a place that is one of many: who writes the lead looks whether there still was one.
    /// </returns>
    public static async Task<bool> ToBest(Lead lead, LintelDb db, CancellationToken cancel)
    {
        var wish = await Wishes.Of(lead, db.Sql, cancel);

        // Whose last place somebody else took meanwhile is no candidate any more when they are looked at again.
        while (AgentChoice.Best(wish, await Candidates.WithRoom(db.Sql, cancel)) is { } choice)
        {
            var isOnTrust = choice.Agent.MaxLeads - choice.Agent.OpenLeads >= AgentRoom.Plenty;
            if (isOnTrust || await AgentRoom.Claim(choice.Agent.Id, db, cancel))
            {
                lead.Assign(choice.Agent.Id, Actor.System, choice.Reason, db.Now);
                return isOnTrust;
            }
        }

        return false;
    }

    /// <summary>
    /// Gives the lead to the agent a caller named in <paramref name="field"/>; refused when there is no such agent, or it is inactive or full.
    /// An agent who has the lead already keeps it, and nothing changes.
    /// </summary>
    public static async Task<Refusal?> ToNamed(Lead lead, long agentId, string field, LintelDb db, CancellationToken cancel)
    {
        if (await db.Sql.First(ExistsSql, row => new Named(row.Bool(), row.Text()), cancel, ("id", agentId)) is not { } agent)
        {
            return Refusal.Invalid(field, $"names agent {agentId}, who does not exist");
        }

        if (lead.AssignedAgentId == agentId)
        {
            return null;
        }

        // A closed lead takes nobody's room, so a full agent may keep its record; an inactive one may not.
        if (lead.Status.IsOpen() ? !await AgentRoom.Claim(agentId, db, cancel) : !agent.IsActive)
        {
            return Refusal.Conflict(field, agent.IsActive ? $"names {agent.Name}, who has no room for another lead" : $"names {agent.Name}, who is inactive");
        }

        lead.Assign(agentId, db.By, ChangeReason.ChosenBy + db.By, db.Now);
        return null;
    }

    private sealed record Named(bool IsActive, string Name);
}
