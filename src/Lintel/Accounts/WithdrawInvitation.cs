using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>Takes an invitation back.</summary>
public static class WithdrawInvitation
{
    /// <summary>Withdraws an invitation. Its link works no more. Only an owner withdraws an owner's.</summary>
    public static Task<Results<Ok<DoneAnswer>, ProblemHttpResult>> Delete(long id, Change change, CancellationToken cancel) =>
        change.Run(db => Handle(id, db, cancel), TypedResults.Ok);

    public static async Task<Outcome<DoneAnswer>> Handle(long id, LintelDb db, CancellationToken cancel)
    {
        if (await db.Set<MailedLink>().FirstOrDefaultAsync(link => link.Id == id && link.Role != null && link.ExpiresAt > db.Now, cancel) is not { } invitation)
        {
            return Refusal.NotFound("Invitation", id);
        }

        if (Owners.WhyNot(invitation.Role!.Value, Role.Agent, db) is { } forbidden)
        {
            return forbidden;
        }

        db.Set<MailedLink>().Remove(invitation);
        await db.SaveChangesAsync(cancel);
        await db.Note(AuditAction.Deleted, "invitation", id, new { invitation.Email, invitation.Role }, null, cancel);
        return new DoneAnswer();
    }
}
