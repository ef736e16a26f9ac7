using Lintel.Data;
using Lintel.Http;
using Lintel.Matching;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Leads;

/// <summary>Which property the person does not want.</summary>
public sealed record TurnDownPropertyRequest
{
    [Text(LeadFields.LongestReference, Required = true)]
    public Field<string> PropertyId { get; init; }
}

public static class TurnDownProperty
{
    /// <summary>
    /// Notes that a lead turned a property down. Among the lead's matches it sinks to the end. To take it back, update `turned_down_properties`.
    /// </summary>
    public static Task<Results<Ok<LeadAnswer>, ProblemHttpResult>> Post(long id, TurnDownPropertyRequest request, Change change, CancellationToken cancel) =>
        change.Run(db => Handle(id, request, db, cancel), lead => TypedResults.Ok(new LeadAnswer(lead)));

    public static async Task<Outcome<LeadView>> Handle(long id, TurnDownPropertyRequest request, LintelDb db, CancellationToken cancel)
    {
        if (await db.Hold<Lead>(id, cancel) is not { } lead)
        {
            return Refusal.NotFound("Lead", id);
        }

        var check = new Check(db.Agency);
        var property = check.Text("property_id", request.PropertyId, LeadFields.LongestReference);
        check.Required("property_id", property);
        if (check.Failed)
        {
            return check.Refusal;
        }

        if (await TurnedDown.Reference(property.Value!, db.Sql, cancel) is not { } reference)
        {
            return Refusal.Invalid("property_id", $"names property {property.Value}, which does not exist");
        }

        if (!lead.TurnedDownProperties.Contains(reference))
        {
            if (lead.TurnedDownProperties.Count >= Check.MostItems)
            {
                return Refusal.Conflict("property_id", $"would be one more than the {Check.MostItems} that a lead can have turned down");
            }

            lead.TurnedDownProperties = [.. lead.TurnedDownProperties, reference];
            lead.Touch(db.Now);
        }

        await db.SaveChangesAsync(cancel);
        return (await LeadView.Load(db.Sql, id, cancel))!;
    }
}
