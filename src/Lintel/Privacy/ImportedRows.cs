using Lintel.Data;
using Lintel.Model;
using Lintel.Understanding;

namespace Lintel.Privacy;

/// <summary>A row of an imported file that is about a person.</summary>
/// <param name="Columns">What the file calls its columns.</param>
/// <param name="Cells">What stood in them.</param>
public sealed record ImportedRow(long ImportId, string FileName, int Number, DateTime ImportedAt, IReadOnlyList<string> Columns, IReadOnlyList<string> Cells);

/// <summary>
/// What imported files say of a person: the rows that became the lead, or one that was joined with it, and those that became nothing and name an address
/// of theirs. Where such a row names nobody's address, only a name that is theirs, it may be a namesake's: it is erased with them, and not handed out.
/// </summary>
internal static class ImportedRows
{
    // What was refused says in its cells alone whose it is, in the way that somebody typed it: each is read as it would be at the door.
    private const string Sql = """
        WITH RECURSIVE joined (id) AS (
            SELECT CAST(@id AS BIGINT)
            UNION
            SELECT m.merged_lead_id FROM lead_merges m JOIN joined ON m.lead_id = joined.id WHERE m.agency_id = @agency
        )
        SELECT r.import_id, i.file_name, r.number, i.created_at, i.columns, r.cells, i.fields, r.record_id IS NOT NULL
        FROM imports i JOIN import_rows r ON r.agency_id = i.agency_id AND r.import_id = i.id
        WHERE i.agency_id = @agency AND i.kind = 0 AND r.cells <> '[]' AND (r.record_id IS NULL OR r.record_id IN (SELECT id FROM joined))
        ORDER BY r.import_id, r.number
        """;

    private const string IdentitiesSql = "SELECT value FROM lead_identities WHERE agency_id = @agency AND lead_id = @id";

    private const string NameSql = "SELECT name FROM leads WHERE agency_id = @agency AND id = @id";

    // With its problem goes that it is offered to be mended and sent again.
    private const string ForgetSql = """
        UPDATE import_rows SET cells = '[]', problem = NULL WHERE agency_id = @agency AND import_id = @import AND number = @number RETURNING number
        """;

    public static Task<List<ImportedRow>> Of(long leadId, Agency agency, SqlReader sql, CancellationToken cancel) => Find(leadId, "", agency, sql, cancel);

    /// <summary>Empties them, before the name and the addresses by which they are found are gone.</summary>
    public static async Task Forget(long leadId, LintelDb db, CancellationToken cancel)
    {
        var name = Plain(await db.Sql.First(NameSql, row => row.TextOrNull(), cancel, ("id", leadId)) ?? "");
        foreach (var row in await Find(leadId, name, db.Agency, db.Sql, cancel))
        {
            await db.Sql.Do(ForgetSql, cancel, ("import", row.ImportId), ("number", row.Number));
        }
    }

    /// <param name="name">Rows that say no more than this of who they are about are found, too; "" finds none by a name.</param>
    private static async Task<List<ImportedRow>> Find(long leadId, string name, Agency agency, SqlReader sql, CancellationToken cancel)
    {
        var known = (await sql.List(IdentitiesSql, row => row.Text(), cancel, ("id", leadId))).ToHashSet(StringComparer.Ordinal);
        var found = new List<ImportedRow>();
        var rows = sql.Stream(
            Sql,
            row => (Row: new ImportedRow(row.Long(), row.Text(), row.Int(), row.Time(), row.Texts(), row.Texts()), Fields: row.Texts(), IsTheirs: row.Bool()),
            cancel,
            ("id", leadId));
        await foreach (var (row, fields, isTheirs) in rows)
        {
            var addresses = row.Cells.Select((cell, i) => Address(cell, fields.ElementAtOrDefault(i), agency)).OfType<string>().ToList();
            if (isTheirs || addresses.Exists(known.Contains) || (name.Length > 0 && addresses.Count == 0 && Names(row.Cells, fields).Contains(name)))
            {
                found.Add(row);
            }
        }

        return found;
    }

    /// <summary>What can be the name in a row: the cell of its column, or what stands in one or two cells whose columns nobody named, in either order.</summary>
    private static IEnumerable<string> Names(IReadOnlyList<string> cells, IReadOnlyList<string> fields)
    {
        var named = cells.Where((_, i) => fields.ElementAtOrDefault(i) == "name").Select(Plain);
        var others = cells.Where((_, i) => string.IsNullOrEmpty(fields.ElementAtOrDefault(i))).Select(Plain).ToList();
        return named.Concat(others).Concat(others.Zip(others.Skip(1), (one, next) => (string[])[one + next, next + one]).SelectMany(both => both));
    }

    /// <summary>A name as it is compared: without case, spaces and the marks between its words, and in one script.</summary>
    private static string Plain(string name) => string.Concat(Folding.Fold(name).Where(char.IsLetterOrDigit));

    /// <summary>The address that a cell holds, in its canonical form: by what its column is, and where nobody said that yet, by how it looks.</summary>
    private static string? Address(string cell, string? field, Agency agency)
    {
        // An apostrophe keeps a spreadsheet from reading +852… as a formula.
        var text = cell.TrimStart('\'').Trim();
        return text.Length is 0 or > EmailAddress.MaxLength ? null : field switch
        {
            "phone" or "whatsapp_number" => PhoneNumber.Canonical(text, agency.Region),
            "email" => EmailAddress.Canonical(text),
            "instagram_handle" => InstagramHandle.Canonical(text),
            null or "" => text.StartsWith('@') ? InstagramHandle.Canonical(text) : EmailAddress.Canonical(text) ?? PhoneNumber.Canonical(text, agency.Region),
            _ => null,
        };
    }
}
