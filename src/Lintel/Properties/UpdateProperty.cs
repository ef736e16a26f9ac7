using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Properties;

public static class UpdateProperty
{
    /// <summary>
    /// Changes the keys that are sent; null clears. A source and source_id that name another listing are a conflict. With <c>If-Match</c> only the
    /// version that was read is changed, else 412; without it, last write wins per field sent.
    /// </summary>
    public static Task<Results<Ok<PropertyAnswer>, ProblemHttpResult>> Put(
        long id, PropertyRequest request, IfMatch ifMatch, Change change, HttpResponse response, CancellationToken cancel) =>
        change.Run(db => Handle(id, request, ifMatch, db, cancel), property =>
        {
            response.Headers.ETag = property.ETag;
            return TypedResults.Ok(new PropertyAnswer(property));
        });

    public static async Task<Outcome<PropertyView>> Handle(long id, PropertyRequest request, IfMatch ifMatch, LintelDb db, CancellationToken cancel)
    {
        if (await db.Hold<Property>(id, cancel) is not { } property)
        {
            return Refusal.NotFound("Property", id);
        }

        if (!ifMatch.Allows(property.Version))
        {
            return Refusal.Stale();
        }

        var check = new Check(db.Agency);
        var fields = PropertyFields.Read(request, check, db.Agency);
        fields.CheckWhole(isKnown: true, check);
        if (check.Failed)
        {
            return check.Refusal;
        }

        if (fields.ApplyTo(property))
        {
            property.Touch(db.Now);
        }

        if (await Holder(property, db, cancel) is { } other)
        {
            return Refusal.Conflict(fields.SourceId.IsSent ? "source_id" : "source", $"already belongs to property {other}");
        }

        await db.SaveChangesAsync(cancel);
        return (await PropertyView.Load(db.Sql, id, cancel))!;
    }

    /// <summary>Another listing that its source names the same.</summary>
    private static async Task<long?> Holder(Property property, LintelDb db, CancellationToken cancel) => property is { Source: not null, SourceId: not null }
        ? await db.Properties.Where(p => p.Source == property.Source && p.SourceId == property.SourceId && p.Id != property.Id)
            .Select(p => (long?)p.Id).FirstOrDefaultAsync(cancel)
        : null;
}
