using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>Somebody who is asked to work for the agency.</summary>
public sealed record InvitationRequest
{
    [Email(Required = true)]
    public Field<string> Email { get; init; }

    [Value(Required = true)]
    public Field<Role?> Role { get; init; }

    /// <summary>Whose leads are theirs, for an agent; by default the agent of the same email.</summary>
    [Whole(1)]
    public Field<long?> AgentId { get; init; }
}

/// <summary>Asks somebody by mail to work for the agency.</summary>
public static class InviteUser
{
    public const string Page = Web.Interface.Root + "/invitation";

    /// <summary>
    /// Invites somebody by mail. The mail has a link that works once, within seven days, and under which they choose their password. Only an owner
    /// invites owners. It is 400 while the server does not know its own address (LINTEL_PUBLIC_URL).
    /// </summary>
    public static async Task<Results<Ok<DoneAnswer>, ProblemHttpResult>> Post(
        InvitationRequest request, Caller caller, Store store, Settings settings, CancellationToken cancel)
    {
        // What is written has a secret in it: past what keeps answers.
        var outcome = await store.Write(caller.Actor with { IsAcross = true }, db => Handle(request, settings, db, cancel), cancel);
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(outcome.Value);
    }

    public static async Task<Outcome<DoneAnswer>> Handle(InvitationRequest request, Settings settings, LintelDb db, CancellationToken cancel)
    {
        var check = new Check(db.Agency);
        var (email, role) = (check.Email("email", request.Email), check.Plain("role", request.Role));
        var agent = check.Whole("agent_id", request.AgentId, 1, long.MaxValue);
        check.Required("email", email);
        check.Required("role", role);
        if (agent.Value is not null && role.Value is not Role.Agent)
        {
            check.Error("agent_id", "is for the role agent only");
        }

        if (check.Failed)
        {
            return check.Refusal;
        }

        if (role.Value > db.Actor.Role)
        {
            return Refusal.Forbidden("Only an owner invites owners.");
        }

        if (settings.PublicUrl is not { } url)
        {
            return MailedLinks.NoAddress;
        }

        if (await db.Memberships.AnyAsync(member => db.Users.Any(user => user.Id == member.UserId && user.Email == email.Value), cancel))
        {
            return Refusal.Conflict("email", "already belongs to somebody of this agency");
        }

        if (agent.Value is { } wanted && !await db.Agents.AnyAsync(known => known.Id == wanted, cancel))
        {
            return Refusal.Invalid("agent_id", "does not exist");
        }

        await MailedLinks.Send(
            hash => new MailedLink
            {
                AgencyId = db.AgencyId,
                Email = email.Value!,
                Role = role.Value,
                AgentId = agent.Value,
                TokenHash = hash,
                CreatedAt = db.Now,
                ExpiresAt = db.Now + MailedLink.InvitationLasts,
            },
            url + Page,
            MailWords.Invitation(db.Agency),
            db,
            cancel);
        await db.Note(AuditAction.Created, "invitation", null, null, new { Email = email.Value, Role = role.Value }, cancel);
        return new DoneAnswer();
    }
}
