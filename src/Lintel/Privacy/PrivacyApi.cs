using Lintel.Http.Limits;
using Lintel.Leads;

namespace Lintel.Privacy;

public static class PrivacyApi
{
    public static void MapPrivacy(this IEndpointRouteBuilder app)
    {
        var lead = app.MapGroup("/leads/{id:long:min(1)}").WithTags("Privacy");
        lead.MapGet("personal-data", GetPersonalData.Get).Costs(5);
        lead.MapPost("erase", EraseLead.Post);
        lead.MapGet("consents", ListConsents.Get);
        lead.MapPost("consents", RecordConsent.Post);

        var agency = app.MapGroup("/agency").WithTags("Privacy");
        agency.MapGet("retention", SetRetention.Get).WithName("getRetention");
        agency.MapPut("retention", SetRetention.Put);
    }
}
