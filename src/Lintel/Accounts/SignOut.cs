using Lintel.Data;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lintel.Accounts;

/// <summary>That it was done.</summary>
public sealed record DoneAnswer
{
    public bool Success => true;
}

/// <summary>Ends a session.</summary>
public static class SignOut
{
    private const string Sql = "DELETE FROM sessions WHERE id = @id AND user_id = @user RETURNING 1";

    /// <summary>Signs out. The session ends at once and its cookie is taken back.</summary>
    public static async Task<Ok<DoneAnswer>> Post(Http.Caller caller, Store store, Passes passes, SessionCookie cookie, CancellationToken cancel)
    {
        await store.Write(Actor.Nobody, db => Handle(caller.Actor, db, cancel), cancel);
        passes.Forget();
        cookie.Clear();
        return TypedResults.Ok(new DoneAnswer());
    }

    /// <summary>The same by the pages' form.</summary>
    public static async Task<RedirectHttpResult> PostForm(
        [FromForm] IFormCollection form, Http.Caller caller, Store store, Passes passes, SessionCookie cookie, HttpResponse response, CancellationToken cancel)
    {
        _ = form;
        await Post(caller, store, passes, cookie, cancel);

        // What this browser keeps of the pages is the person's own: the next one at it finds nothing. Its own cache never had any of them (no-store), and
        // browsers take seconds to empty that.
        response.Headers["Clear-Site-Data"] = "\"storage\"";
        return TypedResults.LocalRedirect(Web.SignInFirst.Address);
    }

    public static async Task<Outcome<int>> Handle(Actor actor, LintelDb db, CancellationToken cancel) =>
        await db.Sql.First(Sql, row => row.Int(), cancel, ("id", actor.SessionId), ("user", actor.UserId));
}
