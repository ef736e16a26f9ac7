using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Leads;

public static class GetLead
{
    /// <summary>Shows a lead. The agent who takes care of it is shown with it. For a lead that was joined with another, the 404 names that one as `merged_into`. The strong ETag serves <c>If-Match</c> on update.</summary>
    public static async Task<Results<Ok<LeadAnswer>, ProblemHttpResult>> Get(long id, Reading sql, HttpResponse response, CancellationToken cancel)
    {
        if (await LeadView.Load(sql, id, cancel) is not { } lead)
        {
            return await NotThere(id, sql, cancel);
        }

        response.Headers.ETag = lead.ETag;
        return TypedResults.Ok(new LeadAnswer(lead));
    }

    private static async ValueTask<ProblemHttpResult> NotThere(long id, SqlReader sql, CancellationToken cancel)
    {
        if (await UnmergeLeads.MergedInto(id, sql, cancel) is not { } into)
        {
            return Problems.Of(Refusal.NotFound("Lead", id));
        }

        var problem = Problems.Of(StatusCodes.Status404NotFound, $"Lead {id} is no more: it was joined with lead {into}.");
        problem.ProblemDetails.Extensions["merged_into"] = into;
        return problem;
    }
}
