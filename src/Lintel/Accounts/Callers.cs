using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Authorization;

namespace Lintel.Accounts;

/// <summary>
/// Establishes who calls before any handler runs; whoever cannot be established gets 401. With the open API, everyone is the default agency's
/// automation.
/// </summary>
public sealed class Callers(RequestDelegate next, Settings settings, Agencies agencies)
{
    private const string Automation = "api";

    public async Task Invoke(HttpContext context, Caller caller)
    {
        if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            await next(context);
            return;
        }

        if (!settings.OpenApi || await agencies.Find(Agency.DefaultId, context.RequestAborted) is not { } agency)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        caller.Actor = new Actor(agency, Automation) { Address = context.Connection.RemoteIpAddress?.ToString(), TraceId = context.TraceIdentifier };
        await next(context);
    }
}
