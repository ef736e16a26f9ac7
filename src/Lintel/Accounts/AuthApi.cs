using Microsoft.AspNetCore.Authorization;

namespace Lintel.Accounts;

public static class AuthApi
{
    public static void MapAuth(this IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/auth").WithTags("Signing in");
        auth.MapPost("sign-in", SignIn.Post).WithMetadata(new AllowAnonymousAttribute());
        auth.MapPost("sign-out", SignOut.Post);
        auth.MapPost("switch", SwitchAgency.Post);
        auth.MapGet("me", GetMe.Get);

        var agency = app.MapGroup("/agency").WithTags("Agency");
        agency.MapGet("", UpdateAgency.Get).WithName("getAgency");
        agency.MapPut("", UpdateAgency.Put);
    }
}
