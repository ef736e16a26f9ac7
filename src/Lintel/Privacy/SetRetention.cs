using Lintel.Data;
using Lintel.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Privacy;

/// <summary>How long the agency keeps people whose leads are closed.</summary>
public sealed record RetentionRequest
{
    /// <summary>After so many months without a change, a converted or lost lead's person is erased; null for never. It has to be sent.</summary>
    [Whole(1, SetRetention.Most)]
    public Field<long?> Months { get; init; }
}

/// <param name="Months">After how many months without a change a closed lead's person is erased; null for never.</param>
public sealed record RetentionAnswer(int? Months)
{
    public bool Success => true;
}

public static class SetRetention
{
    public const int Most = 600;

    private const string Sql = "SELECT retention_months FROM agencies WHERE id = @agency";

    /// <summary>How long people are kept. Null is for good.</summary>
    public static async Task<Ok<RetentionAnswer>> Get(Reading sql, CancellationToken cancel) =>
        TypedResults.Ok(new RetentionAnswer(await sql.First(Sql, row => row.IntOrNull(), cancel)));

    /// <summary>
    /// Sets how long people are kept. Converted and lost leads that nothing has changed for so many months are erased within the hour, for good; null
    /// keeps everybody.
    /// </summary>
    public static Task<Results<Ok<RetentionAnswer>, ProblemHttpResult>> Put(RetentionRequest request, Change change, CancellationToken cancel) =>
        change.Run(db => Handle(request, db, cancel), TypedResults.Ok);

    public static async Task<Model.Outcome<RetentionAnswer>> Handle(RetentionRequest request, LintelDb db, CancellationToken cancel)
    {
        var check = new Check(db.Agency);
        var months = check.Whole("months", request.Months, 1, Most);
        if (!months.IsSent)
        {
            check.Error("months", "is required");
        }

        if (check.Failed)
        {
            return check.Refusal;
        }

        var agency = await db.Agencies.SingleAsync(one => one.Id == db.AgencyId, cancel);
        var before = agency.RetentionMonths;
        agency.RetentionMonths = (int?)months.Value;
        await db.SaveChangesAsync(cancel);
        await db.Note(AuditAction.Changed, "agency", db.AgencyId, new { retention_months = before }, new { retention_months = agency.RetentionMonths }, cancel);
        return new RetentionAnswer(agency.RetentionMonths);
    }
}
