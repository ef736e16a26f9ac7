using Lintel.Http.Limits;

namespace Lintel.Leads;

public static class LeadsApi
{
    public static void MapLeads(this IEndpointRouteBuilder app)
    {
        var leads = app.MapGroup("/leads").WithTags("Leads");
        leads.MapGet("", ListLeads.Get).Costs(5, whenAsking: "q");
        leads.MapPost("", CreateLead.Post);
        leads.MapGet("{id:long:min(1)}", GetLead.Get);
        leads.MapPut("{id:long:min(1)}", UpdateLead.Put);
        leads.MapPost("{id:long:min(1)}/confirm", ConfirmLead.Post);
        leads.MapPost("{id:long:min(1)}/turned-down", TurnDownProperty.Post);
        leads.MapGet("{id:long:min(1)}/duplicates", FindDuplicates.Get);
        leads.MapPost("{id:long:min(1)}/merge", MergeLeads.Post);
        leads.MapPost("{id:long:min(1)}/unmerge", UnmergeLeads.Post);
        leads.MapGet("{id:long:min(1)}/score", GetLeadScore.Get);
        leads.MapGet("{id:long:min(1)}/history", GetLeadHistory.Get);
    }
}
