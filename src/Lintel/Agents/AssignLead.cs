using Lintel.Assignment;
using Lintel.Conversations;
using Lintel.Data;
using Lintel.Http;
using Lintel.Leads;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Agents;

/// <summary>Which lead goes to which agent.</summary>
public sealed record AssignLeadRequest
{
    [Whole(1, Required = true)]
    public Field<long?> LeadId { get; init; }

    [Whole(1, Required = true)]
    public Field<long?> AgentId { get; init; }
}

/// <summary>The lead as it is now, and a sentence for whoever reads along.</summary>
public sealed record AssignLeadAnswer(LeadView Lead, string Message)
{
    public bool Success => true;
}

/// <summary>Gives a lead to the agent a person chose.</summary>
public static class AssignLead
{
    /// <summary>
    /// Assigns a lead to an agent, from whoever had it, and notes it in the lead's timeline. An agent who is inactive or full is a conflict; a
    /// lead or an agent that does not exist is 404. The agent who has the lead already keeps it, and nothing changes.
    /// </summary>
    public static Task<Results<Ok<AssignLeadAnswer>, ProblemHttpResult>> Post(AssignLeadRequest request, Change change, CancellationToken cancel) =>
        change.Run(db => Handle(request, db, cancel), TypedResults.Ok);

    public static async Task<Outcome<AssignLeadAnswer>> Handle(AssignLeadRequest request, LintelDb db, CancellationToken cancel)
    {
        var check = new Check(db.Agency);
        check.Required("lead_id", check.Plain("lead_id", request.LeadId));
        check.Required("agent_id", check.Plain("agent_id", request.AgentId));
        if (check.Failed)
        {
            return check.Refusal;
        }

        var (leadId, agentId) = (request.LeadId.Value!.Value, request.AgentId.Value!.Value);
        if (await db.Hold<Lead>(leadId, cancel) is not { } lead)
        {
            return Refusal.NotFound("Lead", leadId);
        }

        if (await AgentView.Load(db.Sql, agentId, cancel) is not { } agent)
        {
            return Refusal.NotFound("Agent", agentId);
        }

        var hadIt = lead.AssignedAgentId == agentId;
        if (await GiveLead.ToNamed(lead, agentId, "agent_id", db, cancel) is { } refused)
        {
            return refused;
        }

        if (!hadIt)
        {
            lead.Record(SystemEntry.Of(lead.Assignments[^1]), db.By);
            await db.SaveChangesAsync(cancel);
        }

        var view = (await LeadView.Load(db.Sql, leadId, cancel))!;
        return new AssignLeadAnswer(view, $"Lead {leadId} {(hadIt ? "is already" : "is now")} with {agent.Name}.");
    }
}
