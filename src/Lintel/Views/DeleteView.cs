using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Views;

public static class DeleteView
{
    /// <summary>Deletes a saved view. One's own; of those that others share, a manager may delete any. The answer is what it was.</summary>
    public static Task<Results<Ok<ViewAnswer>, ProblemHttpResult>> Delete(long id, Change change, CancellationToken cancel) =>
        change.Run(db => Handle(id, db, cancel), view => TypedResults.Ok(new ViewAnswer(view)));

    public static async Task<Outcome<NamedView>> Handle(long id, LintelDb db, CancellationToken cancel)
    {
        var owner = ListViews.Owner(db.Actor);
        var isManager = db.Actor.Role >= Role.Manager;
        if (await db.SavedViews.FirstOrDefaultAsync(view => view.Id == id && (view.Owner == owner || (view.IsShared && isManager)), cancel) is not { } view)
        {
            return Refusal.NotFound("View", id);
        }

        db.SavedViews.Remove(view);
        await db.SaveChangesAsync(cancel);
        return NamedView.Of(view, db.Actor);
    }
}
