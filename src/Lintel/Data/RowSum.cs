using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lintel.Data;

/// <summary>Says whether two tables have the same rows, in whatever order each is read: how many, and a sum of their hashes.</summary>
internal sealed class RowSum
{
    private readonly ArrayBufferWriter<byte> _row = new();
    private UInt128 _sum;

    public long Rows { get; private set; }

    public void Add(object?[] row)
    {
        _row.ResetWrittenCount();
        foreach (var value in row)
        {
            _row.Write(Bytes(value));
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_row.WrittenSpan, hash);
        _sum += BinaryPrimitives.ReadUInt128LittleEndian(hash);
        Rows++;
    }

    public bool Is(RowSum other) => Rows == other.Rows && _sum == other._sum;

    /// <summary>A value as both databases would have it: its length, then what it is.</summary>
    private static byte[] Bytes(object? value)
    {
        var content = value switch
        {
            null => [],
            byte[] bytes => bytes,
            _ => Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture)!),
        };
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, value is null ? -1 : content.Length);
        return [.. length, .. content];
    }
}
