namespace Lintel.FollowUps;

public static class FollowUpsApi
{
    public static void MapFollowUps(this IEndpointRouteBuilder app)
    {
        var followUps = app.MapGroup("").WithTags("Follow-ups");
        followUps.MapGet("/follow-ups", ListFollowUps.Get);
        followUps.MapPut("/follow-ups/{id:long:min(1)}", UpdateFollowUp.Put);
        followUps.MapGet("/leads/{id:long:min(1)}/follow-ups", ListLeadFollowUps.Get);
        followUps.MapPost("/leads/{id:long:min(1)}/follow-ups", MakeFollowUp.Post);
    }
}
