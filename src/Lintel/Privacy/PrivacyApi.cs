using Lintel.Http.Limits;

namespace Lintel.Privacy;

public static class PrivacyApi
{
    public static void MapPrivacy(this IEndpointRouteBuilder app)
    {
        var lead = app.MapGroup("/leads/{id:long:min(1)}").WithTags("Privacy");
        lead.MapGet("personal-data", GetPersonalData.Get).Costs(5);
        lead.MapPost("erase", EraseLead.Post);
    }
}
