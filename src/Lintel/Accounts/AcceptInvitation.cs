using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>What an invited person says of themselves.</summary>
public sealed record InvitedRequest
{
    public Field<string> Name { get; init; }

    public Field<string> Password { get; init; }
}

/// <summary>Makes an invited person a member. Who has an account keeps its password; who has none chooses one.</summary>
public sealed class AcceptInvitation(Store store, Agencies agencies, TimeProvider clock, ILogger<AcceptInvitation> log)
{
    /// <summary>Whom the link invites, and whether they have an account; null when it works no more.</summary>
    public async Task<(OpenLink Link, Agency Agency, bool HasAccount)?> Look(string? token, CancellationToken cancel)
    {
        using var sql = store.ReadAcross();
        return await MailedLinks.Find(token, clock.Now(), sql, log, cancel) is { Role: not null } link && await agencies.Find(link.AgencyId, cancel) is { } agency
            ? (link, agency, (await SignIn.Account(link.Email, sql, cancel)).Hash is not null)
            : null;
    }

    public async Task<Outcome<DoneAnswer>> Run(string? token, InvitedRequest request, string? address, CancellationToken cancel) =>
        await Look(token, cancel) is var (link, agency, _)
            ? await store.Write(new Actor(agency, link.Email) { IsAcross = true, Address = address }, db => Handle(token!, link, request, db, cancel), cancel)
            : MailedLinks.IsOver;

    private static async Task<Outcome<DoneAnswer>> Handle(string token, OpenLink link, InvitedRequest request, LintelDb db, CancellationToken cancel)
    {
        if (!await MailedLinks.Take(token, db, cancel))
        {
            return MailedLinks.IsOver;
        }

        var user = await db.Users.FirstOrDefaultAsync(user => user.Email == link.Email, cancel);
        if (user?.PasswordHash is null)
        {
            var check = new Check(db.Agency);
            var (name, password) = (check.Text("name", request.Name, User.LongestName), check.Plain("password", request.Password));
            check.Required("password", password);
            if (password.Value is { } wanted && Passwords.Problem(wanted, link.Email, name.Value ?? "") is { } problem)
            {
                check.Error("password", problem);
            }

            if (check.Failed)
            {
                return check.Refusal;
            }

            if (user is null)
            {
                user = new User { Email = link.Email, Name = name.Value ?? link.Email[..link.Email.IndexOf('@', StringComparison.Ordinal)], CreatedAt = db.Now };
                db.Users.Add(user);
            }

            user.PasswordHash = Passwords.Hash(password.Value!);
            await db.SaveChangesAsync(cancel);
        }

        return await Join.Handle(user, link.Role!.Value, link.AgentId, db, cancel) is null ? new DoneAnswer() : MailedLinks.IsOver;
    }
}
