using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Leads;

public static class GetLead
{
    /// <summary>Shows a lead. The agent who takes care of it is shown with it. The strong ETag serves <c>If-Match</c> on update.</summary>
    public static async Task<Results<Ok<LeadAnswer>, ProblemHttpResult>> Get(long id, Reading sql, HttpResponse response, CancellationToken cancel)
    {
        if (await LeadView.Load(sql, id, cancel) is not { } lead)
        {
            return Problems.Of(Refusal.NotFound("Lead", id));
        }

        response.Headers.ETag = lead.ETag;
        return TypedResults.Ok(new LeadAnswer(lead));
    }
}
