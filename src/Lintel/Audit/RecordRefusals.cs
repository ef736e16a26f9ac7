using Lintel.Data;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Audit;

/// <summary>Notes what somebody who is known asked for and may not have. What is asked too often is refused otherwise, and not noted.</summary>
public sealed class RecordRefusals(RequestDelegate next, Store store)
{
    private const int LongestPath = 200;

    public async Task Invoke(HttpContext context, Caller caller)
    {
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status403Forbidden && caller.ActorOrNull is { } actor)
        {
            await store.Write(actor, db => Handle(context.Request, db, context.RequestAborted), context.RequestAborted);
        }
    }

    private static async Task<Outcome<bool>> Handle(HttpRequest request, LintelDb db, CancellationToken cancel)
    {
        var path = request.Path.Value ?? "";
        await db.Note(AuditAction.Refused, "call", null, null, new { request.Method, Path = path[..Math.Min(path.Length, LongestPath)] }, cancel);
        return true;
    }
}
