namespace Lintel.Audit;

public static class AuditApi
{
    public static void MapAudit(this IEndpointRouteBuilder app) => app.MapGet("/audit", ListAudit.Get).WithTags("Audit");
}
