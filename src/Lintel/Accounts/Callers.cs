using Lintel.Http;
using Lintel.Model;

namespace Lintel.Accounts;

/// <summary>
/// Establishes who calls before any handler runs, and whether they may: by an API key, by the cookie of a session, or, with the open API, without
/// anything as the default agency's automation. An endpoint that the role table does not name answers nobody.
/// </summary>
public sealed class Callers(RequestDelegate next, Settings settings, Agencies agencies, Passes passes, NoteRefusedKeys refused, RoleTable roles)
{
    private const string Automation = "api";

    public async Task Invoke(HttpContext context, Caller caller, SessionCookie cookie)
    {
        if (SentKey.InAddress(context.Request) is { } exposed)
        {
            await refused.InAddress(exposed, context, context.RequestAborted);

            // A page that asks to sign in would repeat the address.
            const string why = "A key does not belong into an address, where logs keep it. Send it as Authorization: Bearer, and make a new one.";
            if (Web.Interface.IsPage(context))
            {
                WhyRefused.Tell(context, StatusCodes.Status400BadRequest, why);
            }
            else
            {
                Unknown(context, why);
            }

            return;
        }

        // Where there is no route, it is said that there is none: nothing here, or not by this method.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context);
            return;
        }

        if (roles.Of(endpoint, context.Request.Method) is not { } permission)
        {
            WhyRefused.Tell(context, StatusCodes.Status403Forbidden, "Nobody may do this.");
            return;
        }

        if (permission.IsForAnyone)
        {
            await next(context);
            return;
        }

        if (await Establish(context, cookie) is not { } actor)
        {
            Unknown(context, "Sign in, or send an API key.");
            return;
        }

        // Known from here on, so that a refusal is counted for them and noted.
        caller.Actor = actor with { Address = AddressOf(context), TraceId = context.TraceIdentifier };
        if (permission.WhyNot(actor) is { } whyNot)
        {
            WhyRefused.Tell(context, StatusCodes.Status403Forbidden, whyNot);
            return;
        }

        if (actor.SessionId is not null && !cookie.IsMeant(endpoint))
        {
            WhyRefused.Tell(context, StatusCodes.Status403Forbidden, $"A change by cookie needs the csrf_token of GET /auth/me in {SessionCookie.CsrfHeader}.");
            return;
        }

        await next(context);
    }

    /// <summary>As people write it.</summary>
    public static string? AddressOf(HttpContext context) => Proxies.AddressOf(context)?.ToString();

    private async Task<Actor?> Establish(HttpContext context, SessionCookie cookie)
    {
        if (SentKey.Of(context.Request) is { } key)
        {
            // One that is there and wrong is not made up for by anything else.
            var actor = key.Text is null ? null : await passes.OfKey(key.Text, AddressOf(context), context.RequestAborted);
            if (actor is null)
            {
                await refused.Sent(key.Text, context, context.RequestAborted);
            }

            return actor;
        }

        if (cookie.Token is { } token)
        {
            if (await passes.OfSession(token, AddressOf(context), context.RequestAborted) is { } signedIn)
            {
                context.User = cookie.Principal(signedIn);
                return signedIn;
            }

            await refused.Session(context, context.RequestAborted);
            cookie.Clear();
        }

        return settings.OpenApi && await agencies.Find(Agency.DefaultId, context.RequestAborted) is { } agency ? new Actor(agency, Automation) : null;
    }

    private static void Unknown(HttpContext context, string detail)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        WhyRefused.Tell(context, StatusCodes.Status401Unauthorized, detail);
    }
}
