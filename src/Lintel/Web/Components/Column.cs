using Microsoft.AspNetCore.Components;

namespace Lintel.Web.Components;

/// <summary>A column of a <see cref="DataTable{T}"/>.</summary>
/// <param name="Key">By which it is chosen.</param>
/// <param name="Title">Its heading, in the reader's language.</param>
/// <param name="Cell">What it shows of a row.</param>
/// <param name="Sort">The name that the list's <c>sort</c> has for it; null when there is no such order.</param>
/// <param name="IsNumber">Numbers stand under each other, at the right.</param>
/// <param name="IsFixed">Always shown: the column that leads to the row's own page.</param>
public sealed record Column<T>(string Key, string Title, RenderFragment<T> Cell, string? Sort = null, bool IsNumber = false, bool IsFixed = false);
