using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>The answer about an agency.</summary>
/// <param name="Agency">The agency.</param>
public sealed record AgencyAnswer(AgencyView Agency)
{
    public bool Success => true;
}

public static class UpdateAgency
{
    /// <summary>
    /// Changes the agency's name and conventions. What is kept already stays as it is: times are instants, phones are whole, and amounts are not converted
    /// into another currency.
    /// </summary>
    public static Task<Results<Ok<AgencyAnswer>, ProblemHttpResult>> Put(
        AgencyRequest request, Change change, Passes passes, Caller caller, CancellationToken cancel) =>
        Run(db => Handle(request, db, cancel), change, passes, caller);

    /// <summary>Changes something about the agency, which whoever calls next is to see.</summary>
    internal static async Task<Results<Ok<AgencyAnswer>, ProblemHttpResult>> Run(
        Func<LintelDb, Task<Outcome<Agency>>> work, Change change, Passes passes, Caller caller)
    {
        var answer = await change.Run(work, agency => TypedResults.Ok(new AgencyAnswer(AgencyView.Of(agency))));
        passes.ForgetAgency(caller.Agency.Id);
        return answer;
    }

    /// <summary>Shows the agency that the caller works for.</summary>
    public static Ok<AgencyAnswer> Get(Caller caller) => TypedResults.Ok(new AgencyAnswer(AgencyView.Of(caller.Agency)));

    public static async Task<Outcome<Agency>> Handle(AgencyRequest request, LintelDb db, CancellationToken cancel)
    {
        var agency = await db.Agencies.FirstAsync(agency => agency.Id == db.AgencyId, cancel);
        var check = new Check(db.Agency);
        var name = check.Text("name", request.Name, CreateAgency.LongestName);
        check.NotNull("name", name);
        var customs = AgencyCustoms.Read(request, check);
        var (zone, currency, region) = CreateAgency.Conventions(request, agency, check);
        if (check.Failed)
        {
            return check.Refusal;
        }

        name.IfSent(text => agency.Name = text!);
        customs.ApplyTo(agency);
        (agency.TimeZone, agency.Currency, agency.Region) = (zone!, currency!, region!);
        await db.SaveChangesAsync(cancel);
        return agency;
    }
}
