using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Leads;

/// <summary>Which of the fields that a message filled are right.</summary>
public sealed record ConfirmLeadRequest
{
    /// <summary>Names of fields under `understood`; all of them when it is left out.</summary>
    [Texts]
    public Field<string[]> Fields { get; init; }
}

public static class ConfirmLead
{
    /// <summary>
    /// Confirms what was understood. The fields keep what they hold, and from now on no message changes them. Naming a field that no message
    /// filled changes nothing. With <c>If-Match</c> only the version that was read is confirmed, else 412.
    /// </summary>
    public static Task<Results<Ok<LeadAnswer>, ProblemHttpResult>> Post(
        long id, ConfirmLeadRequest request, IfMatch ifMatch, Change change, HttpResponse response, CancellationToken cancel) =>
        change.Run(db => Handle(id, request, ifMatch, db, cancel), lead =>
        {
            response.Headers.ETag = lead.ETag;
            return TypedResults.Ok(new LeadAnswer(lead));
        });

    public static async Task<Outcome<LeadView>> Handle(long id, ConfirmLeadRequest request, IfMatch ifMatch, LintelDb db, CancellationToken cancel)
    {
        if (await db.Hold<Lead>(id, cancel) is not { } lead)
        {
            return Refusal.NotFound("Lead", id);
        }

        if (!ifMatch.Allows(lead.Version))
        {
            return Refusal.Stale();
        }

        var check = new Check(db.Agency);
        var fields = check.Texts("fields", request.Fields);
        if (check.Failed)
        {
            return check.Refusal;
        }

        if (lead.Confirm(fields.IsSent ? fields.Value! : [.. lead.Understood.Keys]))
        {
            lead.Touch(db.Now);
        }

        await db.SaveChangesAsync(cancel);
        return (await LeadView.Load(db.Sql, id, cancel))!;
    }
}
