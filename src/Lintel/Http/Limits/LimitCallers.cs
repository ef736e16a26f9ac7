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
        if (!limits.Count(context, id))
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

/// <summary>Counts the calls of those who could not say who they are, by address: whoever guesses keys does not do so for long.</summary>
public sealed class LimitStrangers(RequestDelegate next, CallLimits limits)
{
    public async Task Invoke(HttpContext context)
    {
        await next(context);
        if (context.Response is { StatusCode: StatusCodes.Status401Unauthorized, HasStarted: false })
        {
            limits.Count(context, CallerId.Stranger(context));
        }
    }
}
