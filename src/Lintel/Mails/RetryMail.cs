using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Lintel.Outbox;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Mails;

public static class RetryMail
{
    /// <summary>Tries to send a mail again. It is taken at once, and has all its tries before it; one that was sent does not exist any more.</summary>
    public static Task<Results<Ok<RetriedAnswer>, ProblemHttpResult>> Post(long id, Change change, CancellationToken cancel) =>
        change.Run(db => Handle(id, db, cancel), answer => TypedResults.Ok(answer));

    public static async Task<Outcome<RetriedAnswer>> Handle(long id, LintelDb db, CancellationToken cancel) =>
        await SendMails.Mails.Retry(db, id, cancel) ? new RetriedAnswer() : Refusal.NotFound("Mail", id);
}
