using System.Data.Common;
using System.Text.Json;

namespace Lintel.Data;

/// <summary>The columns of the current row, taken from left to right in the order they were selected.</summary>
public abstract class Row(DbDataReader data)
{
    private int _next;

    protected DbDataReader Data { get; } = data;

    public void Rewind() => _next = 0;

    public long Long() => Data.GetInt64(_next++);

    public int Int() => Data.GetInt32(_next++);

    public bool Bool() => Data.GetBoolean(_next++);

    public string Text() => Data.GetString(_next++);

    public T Enum<T>()
        where T : struct, Enum => System.Runtime.CompilerServices.Unsafe.BitCast<int, T>(Data.GetInt32(_next++));

    public DateTime Time() => TimeAt(_next++);

    public byte[] Bytes() => (byte[])Data.GetValue(_next++);

    public long? LongOrNull() => Null() ? null : Long();

    public int? IntOrNull() => Null() ? null : Int();

    public double? RealOrNull() => Null() ? null : Data.GetDouble(_next++);

    public string? TextOrNull() => Null() ? null : Text();

    public T? EnumOrNull<T>()
        where T : struct, Enum => Null() ? null : Enum<T>();

    public DateTime? TimeOrNull() => Null() ? null : Time();

    public DateOnly? DateOrNull() => Null() ? null : DateAt(_next++);

    /// <summary>A list of texts, kept as a JSON array.</summary>
    public IReadOnlyList<string> Texts()
    {
        var json = Text();
        return json.Length <= 2 ? [] : JsonSerializer.Deserialize<string[]>(json) ?? [];
    }

    /// <summary>Leaves columns out that another reader of this row does not want.</summary>
    public void Skip(int columns) => _next += columns;

    protected abstract DateTime TimeAt(int ordinal);

    protected abstract DateOnly DateAt(int ordinal);

    /// <summary>Whether the next column is NULL, which takes it.</summary>
    private bool Null()
    {
        if (!Data.IsDBNull(_next))
        {
            return false;
        }

        _next++;
        return true;
    }
}
