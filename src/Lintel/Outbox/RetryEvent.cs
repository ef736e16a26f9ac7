using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Outbox;

/// <summary>That an event is tried again.</summary>
public sealed record RetriedAnswer
{
    public bool Success => true;
}

public static class RetryEvent
{
    /// <summary>Tries to deliver an event again. It is taken at once, and has all its tries before it; one that was delivered does not exist any more.</summary>
    public static Task<Results<Ok<RetriedAnswer>, ProblemHttpResult>> Post(long id, Change change, CancellationToken cancel) =>
        change.Run(db => Handle(id, db, cancel), answer => TypedResults.Ok(answer));

    public static async Task<Outcome<RetriedAnswer>> Handle(long id, LintelDb db, CancellationToken cancel) =>
        await DeliverEvents.Events.Retry(db, id, cancel) ? new RetriedAnswer() : Refusal.NotFound("Event", id);
}
