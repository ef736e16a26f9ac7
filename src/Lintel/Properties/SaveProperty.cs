using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Properties;

/// <summary>Enters a listing, or brings a known one up to date: the door that scrapers post to, again and again.</summary>
public static class SaveProperty
{
    private const string KnownSql = "SELECT id FROM properties WHERE agency_id = @agency AND source = @source AND source_id = @id";

    /// <summary>
    /// Creates a listing, or updates the one of the same source and source_id: a key left out stays as it is then, and posting what is already
    /// known changes nothing. 201 when it is new, 200 when it was known.
    /// </summary>
    public static Task<Results<Created<PropertyAnswer>, Ok<PropertyAnswer>, ProblemHttpResult>> Post(
        PropertyRequest request, Change change, HttpResponse response, CancellationToken cancel) =>
        change.Run(
            db => Handle(request, db, cancel),
            saved => saved.IsNew,
            saved => TypedResults.Created($"/properties/{saved.Property.Id}", Answer(saved.Property, response)),
            saved => TypedResults.Ok(Answer(saved.Property, response)));

    public static async Task<Outcome<(PropertyView Property, bool IsNew)>> Handle(PropertyRequest request, LintelDb db, CancellationToken cancel)
    {
        var check = new Check(db.Agency);
        var fields = PropertyFields.Read(request, check, db.Agency);
        var known = fields.Key is { } key && await db.Sql.First(KnownSql, row => (long?)row.Long(), cancel, ("source", key.Source), ("id", key.Id)) is { } id
            ? await db.Hold<Property>(id, cancel)
            : null;
        fields.CheckWhole(known is not null, check);
        if (check.Failed)
        {
            return check.Refusal;
        }

        var property = known ?? New(db);
        if (fields.ApplyTo(property) || known is null)
        {
            property.Touch(db.Now);
        }

        await db.SaveChangesAsync(cancel);
        return ((await PropertyView.Load(db.Sql, property.Id, cancel))!, known is null);
    }

    /// <summary>A listing that is still blank.</summary>
    public static Property New(LintelDb db)
    {
        var property = new Property { AgencyId = db.AgencyId, Title = "", CreatedAt = db.Now };
        db.Properties.Add(property);
        return property;
    }

    private static PropertyAnswer Answer(PropertyView property, HttpResponse response)
    {
        response.Headers.ETag = property.ETag;
        return new(property);
    }
}
