using System.Globalization;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Lintel.Spreadsheets;
using Lintel.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lintel.Imports;

/// <summary>What the pages about imports send and fetch beside themselves: the file, what of it was refused, and taking it all back.</summary>
public static class ImportForms
{
    public const string List = "/app/import";
    public const string Upload = List + "/upload";

    private const string RefusedSql = """
        SELECT number, cells, problem FROM import_rows WHERE agency_id = @agency AND import_id = @import AND problem IS NOT NULL AND number > @after
        ORDER BY number LIMIT @most
        """;

    public static void MapImportForms(this IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("").ExcludeFromDescription();
        forms.DisableRequestTimeout();
        forms.MapPost(Upload, PostFile)
            .WithMetadata(new RequestSizeLimitAttribute(StartImport.LargestFile + 100_000), new RequireAntiforgeryTokenAttribute());
        forms.MapPost(List + "/{id:long:min(1)}/undo", PostUndo);
        forms.MapGet(List + "/{id:long:min(1)}/refused", GetRefused);
    }

    public static string Page(long id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");

    /// <summary>Takes in a file, and goes on to where its columns are named.</summary>
    public static async Task<Results<RedirectHttpResult, StatusCodeHttpResult>> PostFile(
        HttpRequest request,
        Store store,
        Caller caller,
        Notices notices,
        Refusals refusals,
        IStringLocalizer<ImportWords> words,
        CancellationToken cancel)
    {
        // Read here and not bound: a call that may not be made is to be told so, whatever it carries.
        if (!request.HasFormContentType || request.HttpContext.Features.Get<IAntiforgeryValidationFeature>()?.IsValid == false)
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        var form = await request.ReadFormAsync(cancel);
        var file = form.Files["file"];
        if (file is null || file.Length is 0 or > StartImport.LargestFile)
        {
            notices.Say(new Notice(words[file is { Length: > 0 } ? "file.large" : "file.none"]));
            return TypedResults.LocalRedirect(List);
        }

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancel);
        var what = form["kind"] == "listings" ? ImportKind.Listings : ImportKind.Leads;
        var outcome = await StartImport.Handle(what, NameOf(file), bytes.ToArray(), store, caller.Actor, cancel);
        if (outcome.Refusal is { } refusal)
        {
            notices.Say(new Notice(refusals.Sentence(refusal)));
            return TypedResults.LocalRedirect(List);
        }

        return TypedResults.LocalRedirect(Page(outcome.Value.Id));
    }

    /// <summary>Takes back what an import added.</summary>
    public static async Task<RedirectHttpResult> PostUndo(
        long id, Store store, Caller caller, Notices notices, Refusals refusals, IStringLocalizer<ImportWords> words, CancellationToken cancel)
    {
        var outcome = await UndoImport.Handle(id, store, caller.Actor, cancel);
        notices.Say(new Notice(outcome.Refusal is { } refusal
            ? refusals.Sentence(refusal)
            : words[outcome.Value.Kept == 0 ? "undone" : "undone.some", outcome.Value.Gone, outcome.Value.Kept]));
        return TypedResults.LocalRedirect(Page(id));
    }

    /// <summary>The rows that were refused, as a workbook with the reason beside each: mended, it can be imported again.</summary>
    public static async Task<Results<PushStreamHttpResult, NotFound>> GetRefused(
        long id, Reading sql, Caller caller, Problem problem, TimeProvider clock, IStringLocalizer<ImportWords> words, CancellationToken cancel)
    {
        if (await ImportView.Load(id, sql, cancel) is not { } import)
        {
            return TypedResults.NotFound();
        }

        var made = TimeZoneInfo.ConvertTime(new DateTimeOffset(clock.Now()), caller.Agency.Zone);
        var table = new Table("refused", [.. import.Columns, words["problem"].Value], Cells(id, import.Columns.Count, problem, sql, cancel));
        return TypedResults.Stream(stream => Xlsx.Write([table], stream, made, cancel), Xlsx.ContentType, $"refused-{id}.xlsx");
    }

    /// <summary>So many refused rows after one.</summary>
    public static ValueTask<List<RefusedRow>> Refused(long id, int after, int most, SqlReader sql, CancellationToken cancel) => sql.List(
        RefusedSql, row => new RefusedRow(row.Int(), row.Texts(), ReadRow.Told(row.Text())), cancel, ("import", id), ("after", after), ("most", most));

    private static async IAsyncEnumerable<Cell[]> Cells(
        long id, int columns, Problem problem, SqlReader sql, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        const int AtOnce = 500;
        for (var after = 0; ;)
        {
            var rows = await Refused(id, after, AtOnce, sql, cancel);
            foreach (var row in rows)
            {
                yield return [.. Enumerable.Range(0, columns).Select(i => (Cell)row.Cells.ElementAtOrDefault(i)), problem.Of(row.Why)];
            }

            if (rows.Count < AtOnce)
            {
                yield break;
            }

            after = rows[^1].Number;
        }
    }

    // A browser may send the path as well.
    private static string NameOf(IFormFile file)
    {
        var name = PlainText.Canonical(Path.GetFileName(file.FileName.Replace('\\', '/'))) ?? "file";
        return name.Length > 200 ? name[^200..] : name;
    }
}

/// <summary>A row that became nothing, and why.</summary>
public sealed record RefusedRow(int Number, IReadOnlyList<string> Cells, Refusal Why);
