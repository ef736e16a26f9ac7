using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.FollowUps;

/// <summary>What changes of a follow-up; a key left out stays as it is.</summary>
public sealed record UpdateFollowUpRequest
{
    [Value(NotNull = true)]
    public Field<bool?> Done { get; init; }

    [Time(NotNull = true)]
    public Field<string> DueAt { get; init; }

    [Text(MakeFollowUp.LongestNote)]
    public Field<string> Note { get; init; }
}

/// <summary>Keeps a promise, or puts it off.</summary>
public static class UpdateFollowUp
{
    private const string LeadSql = "SELECT lead_id FROM follow_ups WHERE agency_id = @agency AND id = @id";

    /// <summary>
    /// Keeps, reopens, moves or rewords a follow-up: done true or false, due_at another time, note another text (null clears it). A key left out
    /// stays as it is. Done, it stays in the lead's list.
    /// </summary>
    public static Task<Results<Ok<FollowUpAnswer>, ProblemHttpResult>> Put(
        long id, UpdateFollowUpRequest request, Change change, CancellationToken cancel) =>
        change.Run(db => Handle(id, request, db, cancel), followUp => TypedResults.Ok(new FollowUpAnswer(followUp)));

    public static async Task<Outcome<FollowUpView>> Handle(long id, UpdateFollowUpRequest request, LintelDb db, CancellationToken cancel)
    {
        if (await db.Sql.First(LeadSql, row => (long?)row.Long(), cancel, ("id", id)) is not { } leadId)
        {
            return Refusal.NotFound("Follow-up", id);
        }

        // The lead first: its next follow-up is the earliest of all that hang on it, and nobody else may change one of them meanwhile.
        if (await db.Hold<Lead>(leadId, cancel) is not { } lead)
        {
            return Refusal.NotFound("Follow-up", id);
        }

        if (await db.RefuseErased(leadId, cancel) is { } erased)
        {
            return erased;
        }

        var followUp = await db.FollowUps.FirstAsync(followUp => followUp.Id == id, cancel);

        var check = new Check(db.Agency);
        var done = check.Plain("done", request.Done);
        var due = check.Time("due_at", request.DueAt);
        var note = check.Text("note", request.Note, MakeFollowUp.LongestNote);
        check.NotNull("done", done);
        check.NotNull("due_at", due);
        if (check.Failed)
        {
            return check.Refusal;
        }

        due.IfSent(value => followUp.DueAt = value!.Value);
        note.IfSent(value => followUp.Note = value);
        done.IfSent(value => followUp.CompletedAt = value == true ? followUp.CompletedAt ?? db.Now : null);
        await Promise.Settle(lead, followUp, db, cancel);
        await db.SaveChangesAsync(cancel);
        return FollowUpView.Of(followUp);
    }
}
