using Microsoft.AspNetCore.RateLimiting;

namespace Lintel.Http.Limits;

/// <summary>Holds each caller to its share, once it is known who calls. What costs nothing (health, files of the pages) is not counted.</summary>
public sealed class LimitCallers(RequestDelegate next, CallLimits limits)
{
    public async Task Invoke(HttpContext context, Caller caller)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null)
        {
            await next(context);
            return;
        }

        var id = CallerId.Of(context, caller);
        if (!await limits.Count(context, id))
        {
            return;
        }

        if (CallLimits.IsListening(endpoint))
        {
            await next(context);
        }
        else if (await limits.Turn(context, id) is { } turn)
        {
            using (turn)
            {
                await next(context);
            }
        }
    }
}

/// <summary>
/// Counts the calls that were refused at the door: of those who could not say who they are by address, so that whoever guesses keys does not do
/// so for long.
/// </summary>
public sealed class LimitRefused(RequestDelegate next, CallLimits limits)
{
    public async Task Invoke(HttpContext context, Caller caller)
    {
        await next(context);
        if (context.Response is { StatusCode: StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden, HasStarted: false })
        {
            await limits.Count(context, CallerId.Of(context, caller));
        }
    }
}
