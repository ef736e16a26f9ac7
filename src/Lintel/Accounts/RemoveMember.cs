using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>Ends somebody's work for the agency.</summary>
public static class RemoveMember
{
    /// <summary>Removes a person from the agency. Their sessions in it end at once; their account stays, for other agencies. An owner stays.</summary>
    public static async Task<Results<Ok<DoneAnswer>, ProblemHttpResult>> Delete(long id, Caller caller, Store store, Passes passes, CancellationToken cancel)
    {
        var outcome = await store.Write(caller.Actor with { IsAcross = true }, db => Handle(id, db, cancel), cancel);
        passes.Forget();
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(new DoneAnswer());
    }

    public static async Task<Outcome<bool>> Handle(long id, LintelDb db, CancellationToken cancel)
    {
        if (await db.Memberships.FirstOrDefaultAsync(member => member.UserId == id, cancel) is not { } member)
        {
            return Refusal.NotFound("User", id);
        }

        if (Owners.WhyNot(member.Role, Role.Agent, db) is { } forbidden)
        {
            return forbidden;
        }

        await EndSessions.OfMember(id, db, cancel);
        await MailedLinks.Withdraw(await db.Users.Where(user => user.Id == id).Select(user => user.Email).FirstAsync(cancel), db, cancel);
        db.Memberships.Remove(member);
        await db.SaveChangesAsync(cancel);
        if (await Owners.AreGone(member.Role, db, cancel))
        {
            return Owners.OneStays;
        }

        await db.Note(AuditAction.Changed, "user", id, new { member.Role }, null, cancel);
        return true;
    }
}
