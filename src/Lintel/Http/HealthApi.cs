using Lintel.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;

namespace Lintel.Http;

/// <summary>Whether the service and its database answer.</summary>
public sealed record Health(string Status, string Service, string Version);

public static partial class HealthApi
{
    private const string Service = "property-crm";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health").WithMetadata(new AllowAnonymousAttribute(), new DisableRateLimitingAttribute());
        health.MapGet("", Get).WithName("getHealth").Produces<Health>(StatusCodes.Status503ServiceUnavailable);
        health.MapGet("ready", Ready).WithName("getReadiness").Produces<Health>(StatusCodes.Status503ServiceUnavailable);
        health.MapGet("live", Live).WithName("getLiveness");
    }

    /// <summary>Whether service and database answer. 503 when the database does not. Needs no authentication.</summary>
    public static async Task<Results<Ok<Health>, JsonHttpResult<Health>>> Get(Store store, ILogger<Health> log, CancellationToken cancel)
    {
        try
        {
            await store.Ping(cancel).AsTask().WaitAsync(Patience, cancel);
            return TypedResults.Ok(new Health("healthy", Service, Product.Version));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.Unhealthy(log, failure);
            return TypedResults.Json(new Health("unhealthy", Service, Product.Version), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>
    /// Whether to send requests here. 503 when the database does not answer, and once the server was told to stop: it answers a moment longer, and
    /// then takes no more connections. Needs no authentication.
    /// </summary>
    public static async Task<Results<Ok<Health>, JsonHttpResult<Health>>> Ready(
        Store store, IHostApplicationLifetime lifetime, ILogger<Health> log, CancellationToken cancel) =>
        lifetime.ApplicationStopping.IsCancellationRequested
            ? TypedResults.Json(new Health("stopping", Service, Product.Version), statusCode: StatusCodes.Status503ServiceUnavailable)
            : await Get(store, log, cancel);

    /// <summary>Whether the process answers. It does whatever the database does. Needs no authentication.</summary>
    public static Ok<Health> Live() => TypedResults.Ok(new Health("healthy", Service, Product.Version));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer")]
        public static partial void Unhealthy(ILogger logger, Exception failure);
    }
}
