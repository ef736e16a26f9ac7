namespace Lintel.Http;

/// <summary>HEAD wherever GET answers (RFC 9110, 9.3.2): monitors ask so. The server itself keeps the body back.</summary>
public static class HeadRequests
{
    private static readonly string[] Both = [HttpMethods.Get, HttpMethods.Head];

    public static RouteGroupBuilder AnswerHead(this RouteGroupBuilder group)
    {
        ((IEndpointConventionBuilder)group).Add(endpoint =>
        {
            if (endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault() is { HttpMethods: ["GET"] })
            {
                endpoint.Metadata.Add(new HttpMethodMetadata(Both));
            }
        });
        return group;
    }
}
