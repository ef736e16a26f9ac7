using Lintel.Http.Limits;

namespace Lintel.Agents;

public static class AgentsApi
{
    public static void MapAgents(this IEndpointRouteBuilder app)
    {
        var agents = app.MapGroup("/agents").WithTags("Agents");
        agents.MapGet("", ListAgents.Get);
        agents.MapPost("", CreateAgent.Post);
        agents.MapGet("{id:long:min(1)}", GetAgent.Get);
        agents.MapPut("{id:long:min(1)}", UpdateAgent.Put);
        agents.MapGet("{id:long:min(1)}/leads", ListAgentLeads.Get);
        agents.MapGet("{id:long:min(1)}/performance", GetAgentPerformance.Get);
        agents.MapGet("{id:long:min(1)}/workload", GetAgentWorkload.Get);
        agents.MapPost("assign-lead", AssignLead.Post);
        agents.MapPost("auto-assign", AutoAssign.Post).Costs(20);
    }
}
