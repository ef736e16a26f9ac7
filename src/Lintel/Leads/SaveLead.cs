using Lintel.Assignment;
using Lintel.Data;
using Lintel.Model;

namespace Lintel.Leads;

/// <summary>Writes a lead that was made or taken up again, and reads it back as callers see it.</summary>
public static class SaveLead
{
    /// <summary>
    /// Refused as overtaken, so that all of it is done again, when the agent to whom it was given on trust turns out to be full or inactive by now.
    /// </summary>
    /// <param name="isOnTrust">What <see cref="GiveLead.ToBest"/> said.</param>
    public static async Task<Outcome<LeadView>> Handle(Lead lead, bool isOnTrust, LintelDb db, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        if (isOnTrust)
        {
            await AgentRoom.Note(lead.AssignedAgentId!.Value, db, cancel);
        }

        var view = (await LeadView.Load(db.Sql, lead.Id, cancel))!;
        return isOnTrust && view.AssignedAgent is { } agent && (!agent.IsActive || agent.CurrentLeads > agent.MaxLeads)
            ? Refusal.Overtaken($"{agent.Name} has no room any more.")
            : view;
    }
}
