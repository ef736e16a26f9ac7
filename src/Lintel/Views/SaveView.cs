using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Views;

/// <summary>The keys of a view that a client may send.</summary>
public sealed record SaveViewRequest
{
    /// <summary>What it is called; one of the caller's that is called the same is replaced.</summary>
    [Text(SaveView.LongestName, Required = true)]
    public Field<string> Name { get; init; }

    /// <summary>What follows the question mark in the list's address: its filters, order and columns.</summary>
    [Text(SaveView.LongestQuery)]
    public Field<string> Query { get; init; }

    [Value(Default = false)]
    public Field<bool?> IsShared { get; init; }
}

/// <summary>The answer about one view.</summary>
/// <param name="View">The view.</param>
public sealed record ViewAnswer(NamedView View)
{
    public bool Success => true;
}

public static class SaveView
{
    public const int LongestName = 50;
    public const int LongestQuery = 2_000;

    /// <summary>In all that one caller keeps: more are not looked through.</summary>
    private const int Most = 50;

    /// <summary>
    /// Saves a view of the leads. Under a name of the caller's that is there already, it takes the place of that one. A caller may have 50; with 50, a
    /// new one is a conflict.
    /// </summary>
    public static Task<Results<Created<ViewAnswer>, ProblemHttpResult>> Post(SaveViewRequest request, Change change, CancellationToken cancel) =>
        change.Run(db => Handle(request, db, cancel), view => TypedResults.Created("/views", new ViewAnswer(view)));

    public static async Task<Outcome<NamedView>> Handle(SaveViewRequest request, LintelDb db, CancellationToken cancel)
    {
        var check = new Check(db.Agency);
        var name = check.Text("name", request.Name, LongestName);
        check.Required("name", name);
        var query = check.Text("query", request.Query, LongestQuery).Value?.TrimStart('?') ?? "";
        var isShared = check.Plain("is_shared", request.IsShared).Value ?? false;
        if (check.Failed)
        {
            return check.Refusal;
        }

        var owner = ListViews.Owner(db.Actor);
        var own = await db.SavedViews.Where(view => view.Place == ListViews.Leads && view.Owner == owner).ToListAsync(cancel);
        var saved = own.Find(view => view.Name == name.Value);
        if (saved is null && own.Count >= Most)
        {
            return Refusal.Conflict("name", $"would be one more than {Most} views");
        }

        if (saved is null)
        {
            saved = new SavedView { AgencyId = db.AgencyId, Place = ListViews.Leads, Name = name.Value!, Query = query, Owner = owner, CreatedAt = db.Now };
            db.SavedViews.Add(saved);
        }

        (saved.Query, saved.IsShared) = (query, isShared);
        await db.SaveChangesAsync(cancel);
        return NamedView.Of(saved, db.Actor);
    }
}
