using Lintel.Data;
using Lintel.Http;
using Lintel.Outbox;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Mails;

/// <summary>A mail that is still to be sent, and how that goes. What it says is told to nobody but whom it is for: it may hold a link that signs in.</summary>
/// <param name="To">The address it goes to.</param>
/// <param name="Attempts">How often sending it was begun.</param>
/// <param name="NextTryAt">When it is tried next; null when it is parked.</param>
/// <param name="ParkedAt">When it was given up; null while it is tried.</param>
/// <param name="LastError">Why the last try failed; null when none did.</param>
public sealed record MailEntry(long Id, string To, string Subject, DateTime CreatedAt, int Attempts, DateTime? NextTryAt, DateTime? ParkedAt, string? LastError);

/// <summary>One page of what is still to be sent.</summary>
public sealed record MailsAnswer(IReadOnlyList<MailEntry> Mails, Pagination Pagination)
{
    public bool Success => true;
}

public static class ListMails
{
    // Not the text, which may hold a link that signs in.
    private const string Shown = "\"to\", subject, created_at";

    /// <summary>Lists mails that are not sent, the oldest first: those that wait, and those that were given up and are parked.</summary>
    public static async Task<Results<Ok<MailsAnswer>, ProblemHttpResult>> Get(
        [AsParameters] UndeliveredQuery query, Reading sql, Caller caller, CancellationToken cancel)
    {
        var check = new Check(caller.Agency);
        var (isParked, paging) = query.Read(check);
        return check.Failed ? Problems.Of(check.Refusal) : TypedResults.Ok(await Of(isParked, paging, sql, cancel));
    }

    /// <param name="isParked">Whether those that were given up, or those that are still tried; null for both.</param>
    /// <param name="paging">Which page of them.</param>
    /// <param name="sql">Of the agency.</param>
    /// <param name="cancel">Gives up.</param>
    public static async ValueTask<MailsAnswer> Of(bool? isParked, Paging paging, SqlReader sql, CancellationToken cancel)
    {
        var (entries, pagination) = await SendMails.Mails.Undelivered(Shown, Read, isParked, paging, sql, cancel);
        return new(entries, pagination);
    }

    private static MailEntry Read(Row row) =>
        new(row.Long(), row.Text(), row.Text(), row.Time(), row.Int(), row.TimeOrNull(), row.TimeOrNull(), row.TextOrNull());
}
