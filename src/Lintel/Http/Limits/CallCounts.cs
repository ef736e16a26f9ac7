using System.Collections.Concurrent;

namespace Lintel.Http.Limits;

/// <summary>How many calls each caller has made in the minute that its first one began.</summary>
public sealed class CallCounts(TimeProvider clock)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<CallerId, Minute> _minutes = new();

    private long _sweptAt = clock.GetTimestamp();

    /// <summary>Counts a call, unless it is more than the caller has left.</summary>
    /// <returns>Whether it was, how many are left, and when there will be all of them again.</returns>
    public CallCount Take(CallerId caller, int calls, int quota)
    {
        var now = clock.GetTimestamp();
        Sweep(now);
        var minute = _minutes.GetOrAdd(caller, static (_, now) => new Minute { Since = now }, now);
        lock (minute)
        {
            if (clock.GetElapsedTime(minute.Since, now) >= Window)
            {
                (minute.Since, minute.Calls) = (now, 0);
            }

            // A single call is never more than everything.
            var isTaken = minute.Calls + Math.Min(calls, quota) <= quota;
            minute.Calls += isTaken ? Math.Min(calls, quota) : 0;
            return new(isTaken, quota - minute.Calls, Window - clock.GetElapsedTime(minute.Since, now));
        }
    }

    /// <summary>Once in a window, whoever comes first throws out what is over. A call counted on what is being thrown out is one call forgotten.</summary>
    private void Sweep(long now)
    {
        var swept = Interlocked.Read(ref _sweptAt);
        if (clock.GetElapsedTime(swept, now) < Window || Interlocked.CompareExchange(ref _sweptAt, now, swept) != swept)
        {
            return;
        }

        foreach (var (caller, minute) in _minutes)
        {
            if (clock.GetElapsedTime(minute.Since, now) >= Window)
            {
                _minutes.TryRemove(caller, out _);
            }
        }
    }

    private sealed class Minute
    {
        public long Since { get; set; }

        public int Calls { get; set; }
    }
}

/// <summary>What came of counting a call.</summary>
public readonly record struct CallCount(bool IsTaken, int Left, TimeSpan Reset)
{
    /// <summary>Whole seconds, and never too early.</summary>
    public int ResetSeconds => Math.Max(1, (int)Math.Ceiling(Reset.TotalSeconds));
}
