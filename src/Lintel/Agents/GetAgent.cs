using Lintel.Assignment;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Agents;

public static class GetAgent
{
    /// <summary>One agent, with the figures that follow from its leads. The strong ETag serves <c>If-Match</c> on update.</summary>
    public static async Task<Results<Ok<AgentAnswer>, ProblemHttpResult>> Get(long id, Reading sql, HttpResponse response, CancellationToken cancel)
    {
        if (await AgentView.Load(sql, id, cancel) is not { } agent)
        {
            return Problems.Of(Refusal.NotFound("Agent", id));
        }

        response.Headers.ETag = agent.ETag;
        return TypedResults.Ok(new AgentAnswer(agent));
    }
}
