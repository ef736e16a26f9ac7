using System.Globalization;
using System.Text.Json;
using Lintel.Data;
using Lintel.Http;
using Lintel.Leads;
using Lintel.Model;
using Lintel.Properties;
using Lintel.Web;
using Microsoft.Extensions.Primitives;

namespace Lintel.Imports;

/// <summary>One row of a file as the request that the API would be sent, through the same checks.</summary>
public sealed class ReadRow(ImportKind kind, IReadOnlyList<string> fields)
{
    private static readonly string[] Days =
        ["yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d MMM yyyy", "d MMMM yyyy", "yyyy年M月d日", "yyyy-MM-dd'T'HH:mm:ss"];

    private static readonly string[] Yes = ["true", "yes", "y", "1", "是", "有"];
    private static readonly string[] No = ["false", "no", "n", "0", "否", "沒有"];

    private readonly Dictionary<string, CellForm> _forms = ImportField.Of(kind).ToDictionary(field => field.Name, field => field.Form);

    /// <summary>What can be said against it without looking at what is there already; null when nothing can.</summary>
    public Refusal? Check(IReadOnlyList<string> cells, Agency agency)
    {
        var check = new Check(agency);
        if (kind == ImportKind.Leads)
        {
            var read = LeadFields.Read(Request<LeadRequest>(cells), check);
            var lead = new Lead();
            read.ApplyTo(lead);
            read.CheckWhole(lead, check);
        }
        else
        {
            PropertyFields.Read(Request<PropertyRequest>(cells), check, agency).CheckWhole(isKnown: false, check);
        }

        return check.Failed ? check.Refusal : null;
    }

    /// <summary>Makes a record of it, or brings a listing up to date that its source names the same.</summary>
    public async Task<Outcome<(long Id, bool IsNew)>> Save(IReadOnlyList<string> cells, LintelDb db, CancellationToken cancel)
    {
        if (kind == ImportKind.Leads)
        {
            var lead = await CreateLead.Handle(Request<LeadRequest>(cells), db, cancel);
            return lead.Refusal is { } refusal ? refusal : (lead.Value.Id, true);
        }

        var listing = await SaveProperty.Handle(Request<PropertyRequest>(cells), db, cancel);
        return listing.Refusal is { } refused ? refused : (listing.Value.Property.Id, listing.Value.IsNew);
    }

    /// <summary>A refusal as it is kept with the row, so that it can be told in the language of whoever asks.</summary>
    public static string Kept(Refusal refusal) => JsonSerializer.Serialize(refusal.Errors ?? new Dictionary<string, string[]> { [""] = [refusal.Detail] });

    public static Refusal Told(string kept) => Refusal.Invalid(JsonSerializer.Deserialize<Dictionary<string, string[]>>(kept)!);

    private T Request<T>(IReadOnlyList<string> cells)
        where T : class
    {
        var form = new Dictionary<string, StringValues>();
        for (var i = 0; i < fields.Count && i < cells.Count; i++)
        {
            if (_forms.TryGetValue(fields[i], out var cellForm) && Clean(cells[i], cellForm) is { Length: > 0 } value)
            {
                form[fields[i]] = value;
            }
        }

        return FormBody.Read<T>(new FormCollection(form));
    }

    private static string Clean(string cell, CellForm form)
    {
        // Spreadsheets, and our own exports, put an apostrophe before what is not to be a formula.
        var text = cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;
        text = text.Trim();
        return form switch
        {
            CellForm.Slug => string.Join('_', text.ToLowerInvariant().Split((char[])[' ', '-'], StringSplitOptions.RemoveEmptyEntries)),
            CellForm.Whole => Whole(text),
            CellForm.Day => DateTime.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day)
                ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : text,
            CellForm.Truth => Yes.Contains(text.ToLowerInvariant()) ? "true" : No.Contains(text.ToLowerInvariant()) ? "false" : text,
            _ => text,
        };
    }

    /// <summary>The number in an amount as people write it; what has more than a number in it is left for the check to complain about.</summary>
    private static string Whole(string text)
    {
        var number = text.Replace("HK$", "", StringComparison.OrdinalIgnoreCase).Replace(",", "", StringComparison.Ordinal).Trim(' ', '$', '£', '€', '¥', '元');
        return decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value == decimal.Truncate(value)
            ? value.ToString("0", CultureInfo.InvariantCulture)
            : text;
    }
}
