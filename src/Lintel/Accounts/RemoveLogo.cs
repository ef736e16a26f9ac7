using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Accounts;

public static class RemoveLogo
{
    /// <summary>Takes the agency's logo away.</summary>
    public static Task<Results<Ok<AgencyAnswer>, ProblemHttpResult>> Delete(Change change, Passes passes, Caller caller, CancellationToken cancel) =>
        UpdateAgency.Run(db => Handle(db, cancel), change, passes, caller);

    public static Task<Outcome<Agency>> Handle(LintelDb db, CancellationToken cancel) => SetLogo.Replace(null, db, cancel);
}
