using System.Text.Json;

namespace Lintel.Data;

/// <summary>Rows as a value of a statement: <c>each(@rows)</c> takes them apart, and <c>value ->> 'name'</c> is a column as text.</summary>
public sealed record Rows(string Json)
{
    public static Rows Of<T>(IEnumerable<T> rows) => new(JsonSerializer.Serialize(rows));
}
