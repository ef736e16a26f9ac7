using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Lintel.Data;

/// <summary>The columns of the current row, taken from left to right in the order they were selected.</summary>
public abstract class Row
{
    private int _next;

    public void Rewind() => _next = 0;

    public long Long() => LongAt(_next++);

    public int Int() => (int)LongAt(_next++);

    public bool Bool() => BoolAt(_next++);

    public string Text() => TextAt(_next++) ?? throw new InvalidOperationException($"Column {_next - 1} is NULL.");

    public byte[] Bytes() => BytesAt(_next++);

    public double Real() => RealAt(_next++);

    public T Enum<T>()
        where T : struct, Enum => Unsafe.BitCast<int, T>((int)LongAt(_next++));

    public DateTime Time() => TimeAt(_next++);

    public long? LongOrNull() => IsNext() ? Long() : null;

    public int? IntOrNull() => IsNext() ? Int() : null;

    public double? RealOrNull() => IsNext() ? Real() : null;

    public string? TextOrNull() => TextAt(_next++);

    public T? EnumOrNull<T>()
        where T : struct, Enum => IsNext() ? Enum<T>() : null;

    public DateTime? TimeOrNull() => IsNext() ? Time() : null;

    public DateOnly? DateOrNull() => IsNext() ? DateAt(_next++) : null;

    /// <summary>A list of texts, kept as a JSON array.</summary>
    public IReadOnlyList<string> Texts()
    {
        var json = Text();
        return json.Length <= 2 ? [] : JsonSerializer.Deserialize<string[]>(json) ?? [];
    }

    protected abstract bool IsNullAt(int column);

    protected abstract long LongAt(int column);

    protected abstract bool BoolAt(int column);

    protected abstract double RealAt(int column);

    protected abstract string? TextAt(int column);

    protected abstract byte[] BytesAt(int column);

    protected abstract DateTime TimeAt(int column);

    protected abstract DateOnly DateAt(int column);

    /// <summary>Whether the next column holds something; takes it when it does not.</summary>
    private bool IsNext()
    {
        if (!IsNullAt(_next))
        {
            return true;
        }

        _next++;
        return false;
    }
}
