using Microsoft.AspNetCore.Mvc;

namespace Lintel.Properties;

public static class PropertiesApi
{
    public static void MapProperties(this IEndpointRouteBuilder app)
    {
        var properties = app.MapGroup("/properties").WithTags("Properties");
        properties.MapGet("", ListProperties.Get);
        properties.MapPost("", SaveProperty.Post);
        properties.MapPost("bulk", SaveProperties.Post).WithMetadata(new RequestSizeLimitAttribute(SaveProperties.LargestBody));
        properties.MapGet("{id:long:min(1)}", GetProperty.Get);
        properties.MapPut("{id:long:min(1)}", UpdateProperty.Put);
        properties.MapGet("{id:long:min(1)}/figures", GetPropertyFigures.Get);
    }
}
