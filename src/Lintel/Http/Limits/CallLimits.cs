using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Metadata;

namespace Lintel.Http.Limits;

/// <summary>
/// How much of the server one caller may have: so many calls a minute (<c>LINTEL_RATE_LIMIT</c>), told in the headers of IETF
/// draft-ietf-httpapi-ratelimit-headers, and so many at once. What is more at once waits for its turn, so that a caller who floods is slow
/// itself and the others are not.
/// </summary>
public sealed class CallLimits(Settings settings, ICallCounts counts) : IAsyncDisposable
{
    private const string Policy = "default";
    private const int AtOnce = 32;
    private const int Waiting = 10_000;

    private readonly string _policy = $"\"{Policy}\";q={settings.RateLimit};w={(int)CallCounts.Window.TotalSeconds}";

    private readonly PartitionedRateLimiter<CallerId> _turns = PartitionedRateLimiter.Create<CallerId, CallerId>(caller =>
        RateLimitPartition.GetConcurrencyLimiter(caller, _ => new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = Waiting }));

    /// <summary>Counts the call, once; when the caller has none left, the answer is 429 and its body is left to whoever words refusals.</summary>
    public async ValueTask<bool> Count(HttpContext context, CallerId caller)
    {
        if (settings.RateLimit is not { } quota || context.Features.Get<Counted>() is not null)
        {
            return true;
        }

        context.Features.Set(Counted.Once);
        var count = await counts.Take(caller, Cost.Of(context), quota);

        // Late, because the headers of a failed answer are thrown away.
        context.Response.OnStarting(Tell, (context.Response, this, count));
        if (!count.IsTaken)
        {
            Refuse(context, count.ResetSeconds);
        }

        return count.IsTaken;
    }

    /// <summary>Waits until the caller has few enough calls running; dispose ends this one. Null when too many wait already, which is 429.</summary>
    public async ValueTask<IDisposable?> Turn(HttpContext context, CallerId caller)
    {
        var turn = await _turns.AcquireAsync(caller, 1, context.RequestAborted);
        if (turn.IsAcquired)
        {
            return turn;
        }

        turn.Dispose();
        Refuse(context, 1);
        return null;
    }

    /// <summary>What is listened to for as long as a page is open takes no turn: it does nothing for most of that time.</summary>
    public static bool IsListening(Endpoint? endpoint) =>
        endpoint?.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Any(answer => answer.ContentTypes.Contains("text/event-stream")) == true;

    public ValueTask DisposeAsync() => _turns.DisposeAsync();

    private static void Refuse(HttpContext context, int seconds)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        context.Features.Set(new ViolatedPolicy(Policy));
    }

    private sealed class Counted
    {
        public static readonly Counted Once = new();
    }

    private static Task Tell(object state)
    {
        var (response, limits, count) = ((HttpResponse, CallLimits, CallCount))state;
        response.Headers["RateLimit-Policy"] = limits._policy;
        response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{Policy}\";r={count.Left};t={count.ResetSeconds}");
        return Task.CompletedTask;
    }
}

/// <summary>Which limit a refused call would have broken, for the problem that says so.</summary>
public sealed record ViolatedPolicy(string Name);
