using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using Lintel.Assignment;
using Lintel.Conversations;
using Lintel.Data;
using Lintel.Http;
using Lintel.Leads;
using Lintel.Model;
using Lintel.Spreadsheets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Analytics;

/// <summary>The forms an export comes in.</summary>
public enum ExportFormat
{
    Json,
    Csv,
    Xlsx,
}

// The two records only say what WriteJson writes: the rows are never in memory together.

/// <summary>What is exported.</summary>
/// <param name="PeriodDays">How many days the period has.</param>
/// <param name="ExportDate">When the export was asked for; nothing created later is in it.</param>
/// <param name="Leads">The leads created in the period, oldest first.</param>
/// <param name="Interactions">The interactions recorded in the period, with whichever lead, oldest first.</param>
/// <param name="Agents">All agents, by id.</param>
public sealed record ExportData(
    int PeriodDays,
    DateTime ExportDate,
    IReadOnlyList<LeadView> Leads,
    IReadOnlyList<InteractionView> Interactions,
    IReadOnlyList<AgentView> Agents);

/// <summary>The file, in the form asked for: the CSV files and the workbook hold the same rows as the JSON.</summary>
/// <param name="ExportData">What is exported.</param>
public sealed record ExportAnswer(ExportData ExportData)
{
    public bool Success => true;
}

/// <summary>Hands out what happened in a window as a file. Rows go out as they are read, so that their number costs time and not memory.</summary>
public static class Export
{
    private const string Json = "application/json; charset=utf-8";

    /// <summary>Written so many bytes at a time, about.</summary>
    private const int Chunk = 64 * 1024;

    /// <summary>
    /// Exports leads, interactions and agents. The leads created and the interactions recorded in the last <c>days</c> days, oldest first, and
    /// all agents: as JSON, as a zip of three CSV files, or as an Excel workbook of three sheets. In CSV and Excel, text that a spreadsheet would
    /// run as a formula gets an apostrophe before it, lists are joined by <c>; </c>, and times are UTC.
    /// </summary>
    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Get(
        [Whole(1, Days.Most, Default = Days.Default)] string? days,
        [Choice("json", "csv", "xlsx", Default = "json")] string? format,
        Reading sql,
        AgentBook agents,
        Store store,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var check = new Check(caller.Agency);
        return await Of(check, Window.Of(Days.Read(check, days), clock.Now()), format, sql, agents, store, caller, clock, cancel);
    }

    /// <summary>The file of a window of time; <paramref name="check"/> may hold already what is wrong with that.</summary>
    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Of(
        Check check, Window window, string? format, SqlReader sql, AgentBook agents, Store store, Caller caller, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.Now();
        var wanted = ExportFormat.Json;
        if (!string.IsNullOrEmpty(format) && !WireEnum<ExportFormat>.TryParse(format.ToLowerInvariant(), out wanted))
        {
            check.Error("format", $"must be one of {WireEnum<ExportFormat>.All}");
        }

        if (check.Failed)
        {
            return Problems.Of(check.Refusal);
        }

        // Whoever takes the data out is known before the first row leaves.
        await store.Write<bool>(
            caller.Actor,
            async db =>
            {
                await db.Note(AuditAction.Exported, "export", null, null, new { window.Days, Format = wanted }, cancel);
                return true;
            },
            cancel);
        var rows = new ExportRows(sql, agents, caller.Agency.Id, window.Since, window.Until < now ? window.Until.AddMilliseconds(-1) : now);
        var made = TimeZoneInfo.ConvertTime(new DateTimeOffset(now), caller.Agency.Zone);
        var name = string.Create(CultureInfo.InvariantCulture, $"lintel-{made:yyyy-MM-dd}-{window.Days}-days");
        return wanted switch
        {
            ExportFormat.Csv => TypedResults.Stream(stream => CsvZip.Write(ExportTables.Of(rows, cancel), stream, made, cancel), CsvZip.ContentType, name + ".zip"),
            ExportFormat.Xlsx => TypedResults.Stream(stream => Xlsx.Write(ExportTables.Of(rows, cancel), stream, made, cancel), Xlsx.ContentType, name + ".xlsx"),
            _ => TypedResults.Stream(stream => WriteJson(rows, window, now, stream, cancel), Json, name + ".json"),
        };
    }

    private static async Task WriteJson(ExportRows rows, Window window, DateTime now, Stream stream, CancellationToken cancel)
    {
        // By way of a pipe: straight to a stream, the serializer would write each item out on its own, and block for it.
        var pipe = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        await using var json = new Utf8JsonWriter(pipe, new JsonWriterOptions { Encoder = WireJson.Options.Encoder });
        json.WriteStartObject();
        json.WriteBoolean("success", true);
        json.WriteStartObject("export_data");
        json.WriteNumber("period_days", window.Days);
        json.WriteString("export_date", WireTime.Text(now));
        await WriteArray(json, pipe, "leads", rows.Leads(cancel), cancel);
        await WriteArray(json, pipe, "interactions", rows.Interactions(cancel), cancel);
        await WriteArray(json, pipe, "agents", rows.Agents(cancel), cancel);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        await pipe.FlushAsync(cancel);
    }

    private static async Task WriteArray<T>(Utf8JsonWriter json, PipeWriter pipe, string name, IAsyncEnumerable<T> items, CancellationToken cancel)
    {
        json.WriteStartArray(name);
        await foreach (var item in items)
        {
            JsonSerializer.Serialize(json, item, WireJson.Options);
            if (pipe.UnflushedBytes >= Chunk)
            {
                await pipe.FlushAsync(cancel);
            }
        }

        json.WriteEndArray();
    }
}
