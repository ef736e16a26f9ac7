using System.Globalization;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lintel.Views;

/// <summary>A saved view of a list.</summary>
/// <param name="Place">The list that it is a view of.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Query">What follows the question mark in the list's address.</param>
/// <param name="IsShared">Whether all of the agency see it, or its maker alone.</param>
/// <param name="IsOwn">Whether the caller made it.</param>
public sealed record NamedView(long Id, string Place, string Name, string Query, bool IsShared, bool IsOwn, DateTime CreatedAt)
{
    public static NamedView Of(SavedView view, Actor actor) =>
        new(view.Id, view.Place, view.Name, view.Query, view.IsShared, view.Owner == ListViews.Owner(actor), view.CreatedAt);
}

/// <summary>The views that a caller has.</summary>
/// <param name="Views">The caller's own and those that are shared, by name.</param>
public sealed record ViewsAnswer(IReadOnlyList<NamedView> Views)
{
    public bool Success => true;
}

public static class ListViews
{
    public const string Leads = "leads";

    private const string Sql = """
        SELECT id, place, name, query, is_shared, CASE WHEN owner = @owner THEN 1 ELSE 0 END, created_at FROM saved_views
        WHERE agency_id = @agency AND place = @place AND (owner = @owner OR is_shared = @shared) ORDER BY lower(name), id
        """;

    /// <summary>Lists saved views. The caller's own and those that are shared with all of the agency, by name.</summary>
    public static async Task<Results<Ok<ViewsAnswer>, ProblemHttpResult>> Get(
        [FromQuery, Choice(Leads, Default = Leads)] string? place, Reading sql, Caller caller, CancellationToken cancel) =>
        string.IsNullOrEmpty(place) || place == Leads ? TypedResults.Ok(new ViewsAnswer(await Of(Leads, caller.Actor, sql, cancel)))
            : Problems.Of(Refusal.Invalid("place", $"must be {Leads}"));

    public static ValueTask<List<NamedView>> Of(string place, Actor actor, SqlReader sql, CancellationToken cancel) => sql.List(
        Sql,
        row => new NamedView(row.Long(), row.Text(), row.Text(), row.Text(), row.Bool(), row.Int() == 1, row.Time()),
        cancel,
        ("place", place),
        ("owner", Owner(actor)),
        ("shared", true));

    /// <summary>Whose views a caller's are: a person's stay theirs whatever they are called.</summary>
    public static string Owner(Actor actor) => actor.UserId is { } user ? string.Create(CultureInfo.InvariantCulture, $"user {user}") : actor.Name;
}
