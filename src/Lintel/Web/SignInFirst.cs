using Microsoft.AspNetCore.WebUtilities;

namespace Lintel.Web;

/// <summary>Sends whoever asks for a page without having signed in to where they can, and from there back to the page.</summary>
public sealed class SignInFirst(RequestDelegate next)
{
    public const string Address = Interface.Root + "/sign-in";

    public async Task Invoke(HttpContext context)
    {
        await next(context);
        if (context.Response is { StatusCode: StatusCodes.Status401Unauthorized, HasStarted: false })
        {
            // After a form that came too late, the page it was on is the one to come back to; what was typed cannot be sent again.
            var wanted = context.Request.Path + context.Request.QueryString;
            context.Response.Redirect(QueryHelpers.AddQueryString(Address, "return", wanted));
        }
    }
}
