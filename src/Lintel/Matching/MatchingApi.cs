namespace Lintel.Matching;

public static class MatchingApi
{
    public static void MapMatching(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/leads").WithTags("Leads").MapGet("{id:long:min(1)}/matches", FindMatchingProperties.Get);
        app.MapGroup("/properties").WithTags("Properties").MapGet("{id:long:min(1)}/matches", FindMatchingLeads.Get);
    }
}
