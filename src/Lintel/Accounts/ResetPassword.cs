using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>Chooses a password anew by a link from a mail. Every session of the person ends; a second factor is still asked for.</summary>
public sealed class ResetPassword(Store store, Agencies agencies, Passes passes, TimeProvider clock, ILogger<ResetPassword> log)
{
    private const string SessionsSql = "DELETE FROM sessions WHERE user_id = @user RETURNING 1";

    public async Task<bool> Works(string? token, CancellationToken cancel) => await Find(token, cancel) is not null;

    public async Task<Outcome<DoneAnswer>> Run(string? token, Field<string> password, string? address, CancellationToken cancel)
    {
        if (await Find(token, cancel) is not { } link || await agencies.Find(link.AgencyId, cancel) is not { } agency)
        {
            return MailedLinks.IsOver;
        }

        var actor = new Actor(agency, link.Email) { IsAcross = true, Address = address };
        var outcome = await store.Write(actor, db => Handle(token!, link, password, db, cancel), cancel);
        passes.Forget();
        return outcome;
    }

    private async Task<OpenLink?> Find(string? token, CancellationToken cancel)
    {
        using var sql = store.ReadAcross();
        return await MailedLinks.Find(token, clock.Now(), sql, log, cancel) is { Role: null } link ? link : null;
    }

    private static async Task<Outcome<DoneAnswer>> Handle(string token, OpenLink link, Field<string> password, LintelDb db, CancellationToken cancel)
    {
        if (!await MailedLinks.Take(token, db, cancel)
            || await db.Users.FirstOrDefaultAsync(user => user.Email == link.Email, cancel) is not { } user
            || await LastAgency.Of(user.Id, db.Sql, cancel) == 0)
        {
            return MailedLinks.IsOver;
        }

        var check = new Check(db.Agency);
        var wanted = check.Plain("password", password);
        check.Required("password", wanted);
        if (wanted.Value is { } text && Passwords.Problem(text, user.Email, user.Name) is { } problem)
        {
            check.Error("password", problem);
        }

        if (check.Failed)
        {
            return check.Refusal;
        }

        user.PasswordHash = Passwords.Hash(wanted.Value!);
        await db.SaveChangesAsync(cancel);
        await db.Sql.List(SessionsSql, row => row.Int(), cancel, ("user", user.Id));
        await db.Note(AuditAction.Changed, "user", user.Id, null, new { PasswordChanged = true }, cancel);
        return new DoneAnswer();
    }
}
