using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lintel.Data;

/// <summary>UTC times as both databases keep them: whole milliseconds since 1970, because SQLite orders and subtracts numbers, not dates.</summary>
public static class Milliseconds
{
    public static long Of(DateTime time) => (time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    public static DateTime ToTime(long value) => new(DateTime.UnixEpoch.Ticks + (value * TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);

    /// <summary>For what EF reads and writes.</summary>
    internal sealed class Converter() : ValueConverter<DateTime, long>(time => Of(time), value => ToTime(value));
}
