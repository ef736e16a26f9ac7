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
        auth.MapGet("sessions", ListSessions.Get);
        auth.MapDelete("sessions", EndSessions.DeleteAll).WithName("endAllSessions");
        auth.MapDelete("sessions/{id:long:min(1)}", EndSessions.Delete);
        auth.MapPost("password", ChangePassword.Post);
        auth.MapPost("reset", AskReset.Post).WithMetadata(new AllowAnonymousAttribute());
        auth.MapPost("totp", EnrolTotp.Post);
        auth.MapPost("totp/confirm", ConfirmTotp.Post);
        auth.MapDelete("totp", RemoveTotp.Delete);
        auth.MapPost("passkeys/challenge", SignInByPasskey.Begin).WithName("beginSignInByPasskey").WithMetadata(new AllowAnonymousAttribute());
        auth.MapPost("passkeys/sign-in", SignInByPasskey.Post).WithMetadata(new AllowAnonymousAttribute());
        auth.MapGet("passkeys", ListPasskeys.Get);
        auth.MapPost("passkeys/options", AddPasskey.Begin).WithName("beginPasskey");
        auth.MapPost("passkeys", AddPasskey.Post);
        auth.MapPut("passkeys/{id:long:min(1)}", ChangePasskey.Put).WithName("renamePasskey");
        auth.MapDelete("passkeys/{id:long:min(1)}", ChangePasskey.Delete).WithName("removePasskey");
        app.MapPost("/app/sign-out", SignOut.PostForm).ExcludeFromDescription();

        var keys = app.MapGroup("/keys").WithTags("Keys");
        keys.MapGet("", ListKeys.Get);
        keys.MapPost("", CreateKey.Post);
        keys.MapDelete("{id:long:min(1)}", RevokeKey.Delete);

        var users = app.MapGroup("/users").WithTags("People");
        users.MapGet("", ListUsers.Get);
        users.MapPost("", CreateUser.Post);
        users.MapGet("invitations", ListInvitations.Get);
        users.MapPost("invitations", InviteUser.Post);
        users.MapDelete("invitations/{id:long:min(1)}", WithdrawInvitation.Delete);
        users.MapPut("{id:long:min(1)}", ChangeMember.Put);
        users.MapDelete("{id:long:min(1)}", RemoveMember.Delete);

        var agency = app.MapGroup("/agency").WithTags("Agency");
        agency.MapGet("", UpdateAgency.Get).WithName("getAgency");
        agency.MapPut("", UpdateAgency.Put);
        agency.MapGet("logo", GetLogo.Get).Produces<byte[]>(contentType: "image/png", additionalContentTypes: ["image/jpeg", "image/webp"]);
        agency.MapPut("logo", SetLogo.Put);
        agency.MapDelete("logo", RemoveLogo.Delete);
    }
}
