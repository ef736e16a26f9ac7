using Lintel.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lintel.Outbox;

/// <summary>Which of what is not delivered is asked for.</summary>
public sealed record UndeliveredQuery
{
    [FromQuery(Name = "parked"), Truth]
    public string? Parked { get; init; }

    [FromQuery(Name = "page"), Whole(1, Default = 1)]
    public string? Page { get; init; }

    [FromQuery(Name = "per_page"), Whole(1, Paging.MostPerPage, Default = Paging.DefaultPerPage)]
    public string? PerPage { get; init; }

    public (bool? IsParked, Paging Paging) Read(Check check) => (check.Truth("parked", Parked), Paging.Read(check, Page, PerPage));
}
