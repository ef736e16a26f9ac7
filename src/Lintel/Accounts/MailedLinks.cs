using Lintel.Data;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>Links by mail: made, looked at, and taken once. One that is used, expired, withdrawn or made up is refused in the same words.</summary>
public static partial class MailedLinks
{
    private const string WithdrawSql = "DELETE FROM mailed_links WHERE agency_id = @agency AND email = @email RETURNING 1";

    private const string FindSql = """
        SELECT agency_id, email, role, agent_id FROM mailed_links WHERE token_hash = @hash AND expires_at > @now
        """;

    private const string TakeSql = "DELETE FROM mailed_links WHERE token_hash = @hash AND expires_at > @now RETURNING 1";

    public static Refusal IsOver { get; } = Refusal.Conflict("This link works no more. Ask for a new one.");

    public static Refusal NoAddress { get; } = Refusal.Invalid("LINTEL_PUBLIC_URL", "is not set: a mail cannot say where this server is. Its operator sets it");

    /// <summary>Sends one. Those that the same person was sent before work no more.</summary>
    /// <param name="link">All but its token.</param>
    /// <param name="page">Where it leads, under the server's public address.</param>
    /// <param name="words">Of the mail.</param>
    /// <param name="db">The agency's unit of work.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task Send(Func<byte[], MailedLink> link, string page, MailWords words, LintelDb db, CancellationToken cancel)
    {
        var token = Secret.Make();
        var made = link(Secret.Hash(token));
        await Withdraw(made.Email, db, cancel);
        db.Add(made);
        db.Mails.Add(new Mail
        {
            AgencyId = db.AgencyId,
            To = made.Email,
            Subject = words.Subject,
            Text = $"{words.Text}\n\n{page}?token={token}\n",
            CreatedAt = db.Now,
        });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Those that a person was sent by the agency work no more.</summary>
    public static async Task Withdraw(string email, LintelDb db, CancellationToken cancel) =>
        await db.Sql.List(WithdrawSql, row => row.Int(), cancel, ("email", email));

    /// <summary>What a link is for; null when it works no more. That one was tried is in the log: whose it was is not known any more.</summary>
    public static async ValueTask<OpenLink?> Find(string? token, DateTime now, SqlReader sql, ILogger log, CancellationToken cancel)
    {
        var link = await sql.First(
            FindSql,
            row => new OpenLink(row.Long(), row.Text(), row.LongOrNull() is { } role ? (Role)role : null, row.LongOrNull()),
            cancel,
            ("hash", Secret.Hash(token ?? "")),
            ("now", now));
        if (link is null && !string.IsNullOrEmpty(token))
        {
            Log.Over(log);
        }

        return link;
    }

    /// <summary>Uses a link up. False for whoever was not the first.</summary>
    public static async Task<bool> Take(string token, LintelDb db, CancellationToken cancel) =>
        await db.Sql.First(TakeSql, row => row.Int(), cancel, ("hash", Secret.Hash(token)), ("now", db.Now)) == 1;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Somebody tried a mailed link that works no more")]
        public static partial void Over(ILogger logger);
    }
}

/// <summary>A link that still works.</summary>
public sealed record OpenLink(long AgencyId, string Email, Role? Role, long? AgentId);

/// <summary>What a mail says above its link, in the languages of the agency: of whoever gets it, nobody knows which they read.</summary>
public sealed record MailWords(string Subject, string Text)
{
    public static MailWords Invitation(Agency agency) => In(
        agency,
        language => language == Agency.Chinese
            ? ("邀請", $"{agency.Name} 邀請您使用 Lintel。此連結七日內有效，只可使用一次。")
            : ("invitation", $"{agency.Name} invites you to work with Lintel. This link works once, within seven days."),
        $"{agency.Name}: ");

    public static MailWords Reset(Agency agency) => In(
        agency,
        language => language == Agency.Chinese
            ? ("重設密碼", "有人（應該是您）要求重設密碼。此連結一小時內有效，只可使用一次。如非本人要求，毋須理會。")
            : ("New password", "Somebody, probably you, asked for a new password. This link works once, within an hour. If it was not you, there is nothing to do."));

    private static MailWords In(Agency agency, Func<string, (string Subject, string Text)> words, string before = "")
    {
        var said = agency.Languages.ConvertAll(language => words(language));
        return new(before + string.Join(' ', said.Select(one => one.Subject)), string.Join('\n', said.Select(one => one.Text)));
    }
}
