using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Properties;

public static class GetProperty
{
    /// <summary>One listing. The strong ETag serves <c>If-Match</c> on update.</summary>
    public static async Task<Results<Ok<PropertyAnswer>, ProblemHttpResult>> Get(long id, Reading sql, HttpResponse response, CancellationToken cancel)
    {
        if (await PropertyView.Load(sql, id, cancel) is not { } property)
        {
            return Problems.Of(Refusal.NotFound("Property", id));
        }

        response.Headers.ETag = property.ETag;
        return TypedResults.Ok(new PropertyAnswer(property));
    }
}
