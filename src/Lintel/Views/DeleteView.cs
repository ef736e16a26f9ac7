using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Views;

public static class DeleteView
{
    /// <summary>Deletes a saved view. One's own; of those that others share, a manager may delete any.</summary>
    public static Task<Results<NoContent, ProblemHttpResult>> Delete(long id, Change change, CancellationToken cancel) =>
        change.Run(db => Handle(id, db, cancel), _ => TypedResults.NoContent());

    public static async Task<Outcome<SavedView>> Handle(long id, LintelDb db, CancellationToken cancel)
    {
        var owner = ListViews.Owner(db.Actor);
        var isManager = db.Actor.Role >= Role.Manager;
        if (await db.SavedViews.FirstOrDefaultAsync(view => view.Id == id && (view.Owner == owner || (view.IsShared && isManager)), cancel) is not { } view)
        {
            return Refusal.NotFound("View", id);
        }

        db.SavedViews.Remove(view);
        await db.SaveChangesAsync(cancel);
        return view;
    }
}
