using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Accounts;

/// <summary>Ends an API key.</summary>
public static class RevokeKey
{
    /// <summary>Revokes an API key. It lets nobody in from now on; on other instances within two seconds. Again changes nothing.</summary>
    public static async Task<Results<Ok<DoneAnswer>, ProblemHttpResult>> Delete(long id, Caller caller, Store store, Passes passes, CancellationToken cancel)
    {
        var outcome = await store.Write(caller.Actor, db => Handle(id, db, cancel), cancel);
        passes.Forget();
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(new DoneAnswer());
    }

    public static async Task<Outcome<bool>> Handle(long id, LintelDb db, CancellationToken cancel)
    {
        if (await db.ApiKeys.FirstOrDefaultAsync(key => key.Id == id, cancel) is not { } key)
        {
            return Refusal.NotFound("Key", id);
        }

        key.RevokedAt ??= db.Now;
        await db.SaveChangesAsync(cancel);
        await db.Note(AuditAction.Changed, "key", id, null, new { key.Name, key.RevokedAt }, cancel);
        return true;
    }
}
