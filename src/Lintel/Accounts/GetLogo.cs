using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Lintel.Accounts;

public static class GetLogo
{
    private const string Sql = "SELECT content_type, picture FROM agency_logos WHERE agency_id = @agency";

    /// <summary>Hands over the agency's logo.</summary>
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(Caller caller, Reading sql, CancellationToken cancel)
    {
        if (await sql.First(Sql, row => (ContentType: row.Text(), Picture: row.Bytes()), cancel) is not { Picture: { } picture } logo)
        {
            return Problems.Of(new Refusal(RefusalKind.NotFound, "The agency has no logo."));
        }

        return TypedResults.Bytes(picture, logo.ContentType, entityTag: new EntityTagHeaderValue($"\"{caller.Agency.LogoVersion}\""));
    }
}
