namespace Lintel.Outbox;

public static class OutboxApi
{
    public static void MapOutbox(this IEndpointRouteBuilder app)
    {
        var outbox = app.MapGroup("/outbox").WithTags("Events");
        outbox.MapGet("", ListOutbox.Get);
        outbox.MapPost("{id:long:min(1)}/retry", RetryEvent.Post);
    }
}
