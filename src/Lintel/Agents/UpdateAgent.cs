using Lintel.Assignment;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Agents;

public static class UpdateAgent
{
    /// <summary>
    /// Changes the keys that are sent; null clears a phone, a number or a list, and is refused where an agent must have a value. An agent who is
    /// made inactive, or gets a max_leads below what it holds, keeps its leads and gets no more. With <c>If-Match</c> only the version that was
    /// read is changed, else 412; without it, last write wins per field sent.
    /// </summary>
    public static Task<Results<Ok<AgentAnswer>, ProblemHttpResult>> Put(
        long id, AgentRequest request, IfMatch ifMatch, Change change, HttpResponse response, CancellationToken cancel) =>
        change.Run(db => Handle(id, request, ifMatch, db, cancel), agent =>
        {
            response.Headers.ETag = agent.ETag;
            return TypedResults.Ok(new AgentAnswer(agent));
        });

    public static async Task<Outcome<AgentView>> Handle(long id, AgentRequest request, IfMatch ifMatch, LintelDb db, CancellationToken cancel)
    {
        if (await db.Hold<Agent>(id, cancel) is not { } agent)
        {
            return Refusal.NotFound("Agent", id);
        }

        if (!ifMatch.Allows(agent.Version))
        {
            return Refusal.Stale();
        }

        var check = new Check(db.Agency);
        var fields = AgentFields.Read(request, check);
        check.NotNull("name", fields.Name);
        check.NotNull("email", fields.Email);
        check.NotNull("is_active", fields.IsActive);
        check.NotNull("max_leads", fields.MaxLeads);
        if (check.Failed)
        {
            return check.Refusal;
        }

        if (await fields.Taken(id, db.Sql, cancel) is { } taken)
        {
            return taken;
        }

        fields.ApplyTo(agent);
        if (db.ChangeTracker.HasChanges())
        {
            agent.Touch(db.Now);
        }

        await db.SaveChangesAsync(cancel);
        return (await AgentView.Load(db.Sql, id, cancel))!;
    }
}
