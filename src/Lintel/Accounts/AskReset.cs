using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Accounts;

/// <summary>Whose password is to be chosen anew.</summary>
public sealed record ResetRequest
{
    [Email(Required = true)]
    public Field<string> Email { get; init; }
}

/// <summary>Sends a link by which a password is chosen anew.</summary>
public sealed class AskReset(Store store, Agencies agencies, Settings settings)
{
    public const string Page = Web.Interface.Root + "/reset";

    /// <summary>A mailbox is not filled by whoever asks again and again.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    private const string RecentSql = "SELECT 1 FROM mailed_links WHERE agency_id = @agency AND email = @email AND created_at > @since";

    /// <summary>
    /// Sends a link for a new password by mail. It works once, within an hour. The answer is the same whether or not there is such an account. It is 400
    /// while the server does not know its own address (LINTEL_PUBLIC_URL).
    /// </summary>
    public static Results<Ok<DoneAnswer>, ProblemHttpResult> Post(ResetRequest request, AskReset ask, HttpContext context) =>
        ask.Begin(request, context) is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(new DoneAnswer());

    /// <summary>Looks for the account and writes the mail once it is answered: how long that takes is nobody's to measure.</summary>
    public Refusal? Begin(ResetRequest request, HttpContext context)
    {
        var check = new Check(Actor.Nobody.Agency);
        var email = check.Email("email", request.Email);
        check.Required("email", email);
        if (check.Failed)
        {
            return check.Refusal;
        }

        if (settings.PublicUrl is not { } url)
        {
            return MailedLinks.NoAddress;
        }

        var address = Callers.AddressOf(context);
        context.Response.OnCompleted(() => Send(email.Value!, url, address, CancellationToken.None));
        return null;
    }

    private async Task Send(string email, string url, string? address, CancellationToken cancel)
    {
        if (await Agency(email, cancel) is { } agency)
        {
            await store.Write(new Actor(agency, email) { Address = address }, db => Handle(email, url, db, cancel), cancel);
        }
    }

    private async Task<Agency?> Agency(string email, CancellationToken cancel)
    {
        using var sql = store.ReadAcross();
        var account = await SignIn.Account(email, sql, cancel);
        return await agencies.Find(await LastAgency.Of(account.Id, sql, cancel), cancel);
    }

    private static async Task<Outcome<bool>> Handle(string email, string url, LintelDb db, CancellationToken cancel)
    {
        if (await db.Sql.First(RecentSql, row => row.Int(), cancel, ("email", email), ("since", db.Now - Between)) == 1)
        {
            return false;
        }

        await MailedLinks.Send(
            hash => new MailedLink { AgencyId = db.AgencyId, Email = email, TokenHash = hash, CreatedAt = db.Now, ExpiresAt = db.Now + MailedLink.ResetLasts },
            url + Page,
            MailWords.Reset(db.Agency),
            db,
            cancel);
        return true;
    }
}
