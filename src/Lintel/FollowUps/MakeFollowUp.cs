using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.FollowUps;

/// <summary>When to get back to a lead, and what about.</summary>
public sealed record MakeFollowUpRequest
{
    [Time(Required = true)]
    public Field<string> DueAt { get; init; }

    [Text(MakeFollowUp.LongestNote)]
    public Field<string> Note { get; init; }
}

/// <summary>Promises to get back to a lead.</summary>
public static class MakeFollowUp
{
    public const int LongestNote = 500;

    /// <summary>
    /// Makes a follow-up for a lead: due_at is required, a note of up to 500 characters says what about. The lead's next_follow_up_at is
    /// the earliest that is open.
    /// </summary>
    public static Task<Results<Created<FollowUpAnswer>, ProblemHttpResult>> Post(
        long id, MakeFollowUpRequest request, Change change, CancellationToken cancel) =>
        change.Run(
            db => Handle(id, request, db, cancel),
            followUp => TypedResults.Created($"/leads/{id}/follow-ups", new FollowUpAnswer(followUp)));

    public static async Task<Outcome<FollowUpView>> Handle(long id, MakeFollowUpRequest request, LintelDb db, CancellationToken cancel)
    {
        if (await db.Hold<Lead>(id, cancel) is not { } lead)
        {
            return Refusal.NotFound("Lead", id);
        }

        if (await db.RefuseErased(id, cancel) is { } erased)
        {
            return erased;
        }

        var check = new Check(db.Agency);
        var due = check.Time("due_at", request.DueAt);
        var note = check.Text("note", request.Note, LongestNote);
        check.Required("due_at", due);
        if (check.Failed)
        {
            return check.Refusal;
        }

        var followUp = Promise.Make(lead, due.Value!.Value, note.Value, db.Now);
        await db.SaveChangesAsync(cancel);
        return FollowUpView.Of(followUp);
    }
}
