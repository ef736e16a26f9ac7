namespace Lintel.Conversations;

public static class ConversationsApi
{
    public static void MapConversations(this IEndpointRouteBuilder app)
    {
        var interactions = app.MapGroup("/leads/{id:long:min(1)}/interactions").WithTags("Interactions");
        interactions.MapGet("", ListInteractions.Get);
        interactions.MapPost("", LogInteraction.Post);
        app.MapPut("/interactions/{id:long:min(1)}", UpdateAppointment.Put).WithTags("Interactions");
    }
}
