using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Lintel.Data.Sqlite;

/// <summary>
/// Takes columns from SQLite itself. A page of leads is six hundred columns, and through the driver's reader, which checks and converts more
/// than a statement of ours needs, each costs several times what SQLite takes to hand it over.
/// </summary>
/// <remarks>The calls return at once and never call back, which is what lets them keep the thread in managed mode.</remarks>
public sealed unsafe partial class SqliteRow(SqliteDataReader data) : Row
{
    private const string Library = "e_sqlite3";
    private const int NullType = 5;

    private nint _statement;

    /// <summary>The statement stands on a row whenever a column is asked for, and the reader holds it until it is closed.</summary>
    private nint Statement => _statement != 0 ? _statement : _statement = data.Handle!.DangerousGetHandle();

    protected override bool IsNullAt(int column) => ColumnType(Statement, column) == NullType;

    protected override long LongAt(int column) => ColumnInt64(Statement, column);

    protected override bool BoolAt(int column) => LongAt(column) != 0;

    protected override double RealAt(int column) => ColumnDouble(Statement, column);

    protected override string? TextAt(int column)
    {
        var bytes = Bytes(column);
        return bytes.Length > 0 ? Encoding.UTF8.GetString(bytes) : IsNullAt(column) ? null : "";
    }

    protected override byte[] BytesAt(int column) => Bytes(column).ToArray();

    protected override DateTime TimeAt(int column) => Milliseconds.ToTime(LongAt(column));

    protected override DateOnly DateAt(int column) => DateOnly.ParseExact(TextAt(column)!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>SQLite's own copy, good until the next row.</summary>
    private ReadOnlySpan<byte> Bytes(int column)
    {
        var text = ColumnBlob(Statement, column);
        return text is null ? default : new(text, ColumnBytes(Statement, column));
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    [SuppressGCTransition]
    private static partial int ColumnType(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    [SuppressGCTransition]
    private static partial long ColumnInt64(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_double")]
    [SuppressGCTransition]
    private static partial double ColumnDouble(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    [SuppressGCTransition]
    private static partial byte* ColumnBlob(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    [SuppressGCTransition]
    private static partial int ColumnBytes(nint statement, int column);
}
