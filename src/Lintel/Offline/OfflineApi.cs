using Lintel.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace Lintel.Offline;

public static class OfflineApi
{
    public static void MapOffline(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup(Web.Interface.Root).ExcludeFromDescription();

        // As free as the files that it is made of: a browser asks for it again and again by itself.
        pages.MapGet(SendWorker.Name, SendWorker.Get).WithMetadata(new AllowAnonymousAttribute(), new DisableRateLimitingAttribute())
            .WithSecurityHeadersPolicy(SafeHeaders.Worker);
        pages.MapGet("reader", TellReader.Get);
    }
}
