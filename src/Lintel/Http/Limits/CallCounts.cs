using System.Collections.Concurrent;

namespace Lintel.Http.Limits;

/// <summary>Counts the calls that this process answers.</summary>
public sealed class CallCounts(TimeProvider clock) : ICallCounts
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<CallerId, Minute> _minutes = new();

    private long _sweptAt = clock.GetTimestamp();

    public ValueTask<CallCount> Take(CallerId caller, int calls, int quota)
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
            return new(new CallCount(isTaken, quota - minute.Calls, Window - clock.GetElapsedTime(minute.Since, now)));
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
