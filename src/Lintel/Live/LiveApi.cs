using Lintel.Data;
using Lintel.Data.Postgres;
using Lintel.Outbox;

namespace Lintel.Live;

public static class LiveApi
{
    public static void AddLive(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<LiveEvents>();
        if (settings.Database is null && settings.Redis is null)
        {
            services.AddSingleton<IListener, LocalFanOut>();
            return;
        }

        if (settings.Database is null)
        {
            services.AddSingleton<RedisFanOut>();
            services.AddSingleton<IListener>(provider => provider.GetRequiredService<RedisFanOut>());
            services.AddHostedService(provider => provider.GetRequiredService<RedisFanOut>());
            return;
        }

        services.AddSingleton(provider => (PostgresStore)provider.GetRequiredService<Store>());
        services.AddSingleton<PostgresFanOut>();
        services.AddSingleton<IListener>(provider => provider.GetRequiredService<PostgresFanOut>());
        services.AddHostedService(provider => provider.GetRequiredService<PostgresFanOut>());
    }

    public static void MapLive(this IEndpointRouteBuilder app) => app.MapGet("/events", StreamEvents.Get).WithTags("Events")
        .Produces<EventView>(StatusCodes.Status200OK, "text/event-stream")
        .DisableRequestTimeout();
}
