namespace Lintel.Model;

public static class Clock
{
    /// <summary>Now, in UTC, in the whole milliseconds that the database and the wire keep.</summary>
    public static DateTime Now(this TimeProvider time)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
