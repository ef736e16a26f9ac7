namespace Lintel.Data.Sqlite;

/// <summary>UTC times as SQLite keeps them here: whole milliseconds since 1970.</summary>
public static class SqliteTime
{
    public static long ToMilliseconds(DateTime time) => (time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    public static DateTime FromMilliseconds(long value) =>
        new(DateTime.UnixEpoch.Ticks + (value * TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}
