using System.Runtime.CompilerServices;
using Lintel.Assignment;
using Lintel.Data;
using Lintel.Http;
using Lintel.Leads;
using Lintel.Model;
using Lintel.Spreadsheets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Analytics;

/// <summary>Hands out the leads that a list shows, all pages of it, as a workbook or a CSV file in a zip.</summary>
public static class ExportLeads
{
    public const string Address = LeadPlaces.List + "/export";

    /// <summary>The same filters as the list's; written as they are read, a page at a time.</summary>
    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Get(
        [AsParameters] LeadQuery query,
        string? format,
        Reading sql,
        Remembered remembered,
        AgentBook agents,
        Store store,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancel)
    {
        // In the order of their making, which does not change while they are read.
        var all = query with { Sort = "id", PerPage = $"{Paging.MostPerPage}", CreatedTo = LeadPlaces.EndOf(query.CreatedTo), ConvertedTo = LeadPlaces.EndOf(query.ConvertedTo) };
        var first = await ListLeads.Handle(all with { Page = "1" }, caller.Agency, sql, remembered, agents, cancel);
        if (first.Refusal is { } refusal)
        {
            return Problems.Of(refusal);
        }

        await store.Write<bool>(
            caller.Actor,
            async db =>
            {
                await db.Note(AuditAction.Exported, "export", null, null, new { Leads = first.Value.Pagination.Total }, cancel);
                return true;
            },
            cancel);
        var made = TimeZoneInfo.ConvertTime(new DateTimeOffset(clock.Now()), caller.Agency.Zone);
        var table = ExportTables.OfLeads(Rows(all, caller.Agency, sql, remembered, agents, cancel));
        return format == "csv"
            ? TypedResults.Stream(stream => CsvZip.Write([table], stream, made, cancel), CsvZip.ContentType, $"leads-{made:yyyy-MM-dd}.zip")
            : TypedResults.Stream(stream => Xlsx.Write([table], stream, made, cancel), Xlsx.ContentType, $"leads-{made:yyyy-MM-dd}.xlsx");
    }

    private static async IAsyncEnumerable<LeadView> Rows(
        LeadQuery query, Agency agency, SqlReader sql, Remembered remembered, AgentBook agents, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var page = 1; ; page++)
        {
            var (leads, pagination) = (await ListLeads.Handle(query with { Page = $"{page}" }, agency, sql, remembered, agents, cancel)).Value;
            foreach (var lead in leads)
            {
                yield return lead;
            }

            if (!pagination.HasNext)
            {
                yield break;
            }
        }
    }
}
