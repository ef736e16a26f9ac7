using Lintel.Data;
using Lintel.Model;

namespace Lintel.Imports;

/// <summary>An import as its page shows it.</summary>
public sealed record ImportView(
    long Id,
    ImportKind Kind,
    string FileName,
    string By,
    DateTime CreatedAt,
    ImportState State,
    IReadOnlyList<string> Columns,
    IReadOnlyList<string> Fields,
    int Rows,
    int Position,
    int Added,
    int Changed,
    int Refused)
{
    private const string Shown = "id, kind, file_name, by, created_at, state, columns, fields, rows, position, added, changed, refused";

    private const string ById = $"SELECT {Shown} FROM imports WHERE agency_id = @agency AND id = @id";

    private const string Latest = $"SELECT {Shown} FROM imports WHERE agency_id = @agency ORDER BY id DESC LIMIT @most";

    private const string FirstSql = "SELECT cells FROM import_rows WHERE agency_id = @agency AND import_id = @id AND number <= @most ORDER BY number";

    public static ValueTask<ImportView?> Load(long id, SqlReader sql, CancellationToken cancel) => sql.First(ById, Read, cancel, ("id", id));

    /// <summary>The latest, newest first.</summary>
    public static ValueTask<List<ImportView>> List(int most, SqlReader sql, CancellationToken cancel) => sql.List(Latest, Read, cancel, ("most", most));

    /// <summary>The first rows of its file.</summary>
    public ValueTask<List<IReadOnlyList<string>>> First(int most, SqlReader sql, CancellationToken cancel) =>
        sql.List(FirstSql, row => row.Texts(), cancel, ("id", Id), ("most", most));

    private static ImportView Read(Row row) => new(
        row.Long(), row.Enum<ImportKind>(), row.Text(), row.Text(), row.Time(), row.Enum<ImportState>(), row.Texts(), row.Texts(), row.Int(), row.Int(),
        row.Int(), row.Int(), row.Int());
}
