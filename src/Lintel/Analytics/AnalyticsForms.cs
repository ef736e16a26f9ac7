using System.Globalization;
using Lintel.Assignment;
using Lintel.Data;
using Lintel.Http;
using Lintel.Leads;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Lintel.Analytics;

/// <summary>Where the page of analytics leads: to the leads behind a figure, and to the period as a file.</summary>
public static class AnalyticsForms
{
    private const string Export = "/app/analytics/export";

    public static void MapAnalyticsForms(this IEndpointRouteBuilder app) => Map(app.MapGroup("").ExcludeFromDescription());

    private static void Map(RouteGroupBuilder files)
    {
        files.DisableRequestTimeout();
        files.MapGet(Export, GetFile);
        files.MapGet(ExportLeads.Address, ExportLeads.Get);
    }

    /// <summary>The leads that something happened to between two days, both included, and that are these.</summary>
    public static string Leads((string Key, DateOnly Day) from, (string Key, DateOnly Day) to, params (string Key, string Value)[] more) =>
        QueryHelpers.AddQueryString(
            LeadPlaces.List,
            [KeyValuePair.Create(from.Key, (string?)Text(from.Day)), KeyValuePair.Create(to.Key, (string?)Text(to.Day)), .. more.Where(pair => pair.Value.Length > 0).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))]);

    public static string File(Period period, string format) => $"{Export}?from={Text(period.From)}&to={Text(period.To)}&format={format}";

    /// <summary>The same file as the API's, of days of the calendar.</summary>
    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult, StatusCodeHttpResult>> GetFile(
        string? from, string? to, string? format, Reading sql, AgentBook agents, Store store, Caller caller, TimeProvider clock, CancellationToken cancel)
    {
        var agency = caller.Agency;
        if (caller.Actor.Role < Role.Manager)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        var outcome = Period.Read(null, from, to, agency, agency.DayOf(clock.Now()));
        if (outcome.Refusal is { } refusal)
        {
            return Problems.Of(refusal);
        }

        var file = await Analytics.Export.Of(new Check(agency), outcome.Value.In(agency), format, sql, agents, store, caller, clock, cancel);
        return file.Result is PushStreamHttpResult rows ? rows : (ProblemHttpResult)file.Result;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
