using System.Globalization;
using Lintel.Data.Redis;
using StackExchange.Redis;

namespace Lintel.Http.Limits;

/// <summary>
/// Counts calls in Redis, so that a caller has one share however many instances answer. While Redis is away each instance counts for itself: no
/// call fails or waits long for being counted.
/// </summary>
public sealed partial class SharedCallCounts(RedisLink redis, CallCounts own, ILogger<SharedCallCounts> log) : ICallCounts
{
    /// <summary>In one step, so that two instances never both take a caller's last call. The minute is the one of Redis's clock.</summary>
    private const string Script = """
        local calls = tonumber(redis.call('GET', KEYS[1]) or '0')
        local taken = calls + tonumber(ARGV[1]) <= tonumber(ARGV[2])
        if taken then
          calls = redis.call('INCRBY', KEYS[1], ARGV[1])
        end
        local left = redis.call('PTTL', KEYS[1])
        if left < 0 then
          redis.call('PEXPIRE', KEYS[1], ARGV[3])
          left = tonumber(ARGV[3])
        end
        return {taken and 1 or 0, calls, left}
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    /// <summary>So long nobody asks again after Redis did not answer.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // The machine's clock, whatever hour the product has: it is the machine that is waited for.
    private long _failedAt;
    private int _isAway;

    public async ValueTask<CallCount> Take(CallerId caller, int calls, int quota)
    {
        if (Volatile.Read(ref _isAway) != 0 && TimeProvider.System.GetElapsedTime(Interlocked.Read(ref _failedAt)) < Pause)
        {
            return await own.Take(caller, calls, quota);
        }

        try
        {
            var count = await Ask(caller, Math.Min(calls, quota), quota).WaitAsync(Patience, TimeProvider.System);
            if (Interlocked.Exchange(ref _isAway, 0) != 0)
            {
                Log.Back(log);
            }

            return count;
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException or ObjectDisposedException)
        {
            Interlocked.Exchange(ref _failedAt, TimeProvider.System.GetTimestamp());
            if (Interlocked.Exchange(ref _isAway, 1) == 0)
            {
                Log.Away(log, failure);
            }

            return await own.Take(caller, calls, quota);
        }
    }

    private async Task<CallCount> Ask(CallerId caller, int calls, int quota)
    {
        var answer = await redis.Connection.GetDatabase().ScriptEvaluateAsync(
            Script, [Key(caller)], [calls, quota, (long)CallCounts.Window.TotalMilliseconds]);
        var (isTaken, made, left) = ((int)answer[0] == 1, (int)answer[1], (long)answer[2]);

        // An instance that was started with another quota counts on the same numbers.
        return new(isTaken, Math.Max(0, quota - made), TimeSpan.FromMilliseconds(left));
    }

    private static RedisKey Key(CallerId caller) => string.Create(CultureInfo.InvariantCulture, $"lintel:calls:{caller switch
    {
        { Key: { } key } => $"key:{key}",
        { User: { } user } => $"user:{user}",
        _ => $"address:{caller.Address}",
    }}");

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Calls are not counted in Redis but by each instance for itself; Redis is asked again each second")]
        public static partial void Away(ILogger logger, Exception failure);

        [LoggerMessage(Level = LogLevel.Information, Message = "Calls are counted in Redis again")]
        public static partial void Back(ILogger logger);
    }
}
