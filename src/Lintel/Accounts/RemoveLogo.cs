using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Accounts;

public static class RemoveLogo
{
    /// <summary>Takes the agency's logo away.</summary>
    public static async Task<Results<Ok<AgencyAnswer>, ProblemHttpResult>> Delete(Change change, Passes passes, Caller caller, CancellationToken cancel)
    {
        var answer = await change.Run(db => Handle(db, cancel), agency => TypedResults.Ok(new AgencyAnswer(AgencyView.Of(agency))));
        passes.ForgetAgency(caller.Agency.Id);
        return answer;
    }

    public static Task<Outcome<Agency>> Handle(LintelDb db, CancellationToken cancel) => SetLogo.Replace(null, "", db, cancel);
}
