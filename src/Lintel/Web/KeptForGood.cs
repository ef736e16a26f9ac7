namespace Lintel.Web;

/// <summary>Lets browsers keep files whose address changes with their content.</summary>
public sealed class KeptForGood(RequestDelegate next)
{
    public Task Invoke(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
