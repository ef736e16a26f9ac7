using Lintel.Assignment;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Agents;

/// <summary>An agent as the answer to a call about one.</summary>
public sealed record AgentAnswer(AgentView Agent)
{
    public bool Success => true;
}

/// <summary>Enters an agent.</summary>
public static class CreateAgent
{
    /// <summary>
    /// Creates an agent. name and email are required; an email that another agent has (without case) is a conflict. Without is_active the agent is
    /// active, without max_leads it may hold 50 open leads at once (0 to 10,000).
    /// </summary>
    public static Task<Results<Created<AgentAnswer>, ProblemHttpResult>> Post(AgentRequest request, Change change, CancellationToken cancel) =>
        change.Run(db => Handle(request, db, cancel), agent => TypedResults.Created($"/agents/{agent.Id}", new AgentAnswer(agent)));

    public static async Task<Outcome<AgentView>> Handle(AgentRequest request, LintelDb db, CancellationToken cancel)
    {
        var check = new Check(db.Agency);
        var fields = AgentFields.Read(request, check);
        check.Required("name", fields.Name);
        check.Required("email", fields.Email);
        if (check.Failed)
        {
            return check.Refusal;
        }

        if (await fields.Taken(0, db.Sql, cancel) is { } taken)
        {
            return taken;
        }

        var agent = new Agent { AgencyId = db.AgencyId, CreatedAt = db.Now, Name = fields.Name.Value!, Email = fields.Email.Value! };
        fields.ApplyTo(agent);
        agent.Touch(db.Now);
        db.Agents.Add(agent);
        await db.SaveChangesAsync(cancel);
        return (await AgentView.Load(db.Sql, agent.Id, cancel))!;
    }
}
