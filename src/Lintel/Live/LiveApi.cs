using Lintel.Outbox;

namespace Lintel.Live;

public static class LiveApi
{
    public static void MapLive(this IEndpointRouteBuilder app) => app.MapGet("/events", StreamEvents.Get).WithTags("Events")
        .Produces<EventView>(StatusCodes.Status200OK, "text/event-stream")
        .DisableRequestTimeout();
}
