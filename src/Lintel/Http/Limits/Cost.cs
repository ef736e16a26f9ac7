namespace Lintel.Http.Limits;

/// <summary>How many calls a call counts for. One that names a query counts so only when it is asked.</summary>
public sealed record Cost(int Calls, string? Query = null)
{
    /// <summary>What this request counts for: the most that is said of its endpoint, or one.</summary>
    public static int Of(HttpContext context)
    {
        var most = 1;
        foreach (var cost in context.GetEndpoint()?.Metadata.GetOrderedMetadata<Cost>() ?? [])
        {
            if (cost.Calls > most && (cost.Query is null || context.Request.Query.ContainsKey(cost.Query)))
            {
                most = cost.Calls;
            }
        }

        return most;
    }
}

public static class CostOfCalls
{
    /// <summary>Lets a call count for several, because it keeps the server busy for as long.</summary>
    public static T Costs<T>(this T endpoint, int calls, string? whenAsking = null)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new Cost(calls, whenAsking));
}
