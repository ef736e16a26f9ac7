namespace Lintel.Http.Limits;

/// <summary>How many calls each caller has made in the minute that its first one began: in this process, or in all that share a Redis server.</summary>
public interface ICallCounts
{
    /// <summary>Counts a call, unless it is more than the caller has left.</summary>
    /// <returns>Whether it was, how many are left, and when there will be all of them again.</returns>
    ValueTask<CallCount> Take(CallerId caller, int calls, int quota);
}

/// <summary>What came of counting a call.</summary>
public readonly record struct CallCount(bool IsTaken, int Left, TimeSpan Reset)
{
    /// <summary>Whole seconds, and never too early.</summary>
    public int ResetSeconds => Math.Max(1, (int)Math.Ceiling(Reset.TotalSeconds));
}
