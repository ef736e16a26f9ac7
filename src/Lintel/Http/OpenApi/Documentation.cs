using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lintel.Http.OpenApi;

/// <summary>The API's documentation, made from the code that answers: the OpenAPI document.</summary>
public static class Documentation
{
    public const string DocumentPath = "/openapi/v1.json";

    private const string Name = "v1";

    public static void AddDocumentation(this IServiceCollection services)
    {
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = call => call.HttpMethod != HttpMethods.Head;
            options.CreateSchemaReferenceId = type => WireSchemas.IsField(type.Type) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
            options.AddSchemaTransformer<WireSchemas>();
            options.AddOperationTransformer<Calls>();
            options.AddDocumentTransformer<Frame>();
        });
        services.AddSingleton<WrittenDocument>();
    }

    public static void MapDocumentation(this IEndpointRouteBuilder app)
    {
        var docs = app.MapGroup("").ExcludeFromDescription().WithMetadata(new AllowAnonymousAttribute());
        docs.MapGet(DocumentPath, async (WrittenDocument document) =>
        {
            var (json, tag) = await document.Json;
            return TypedResults.Bytes(json, "application/json", entityTag: new(tag));
        });
    }

    /// <summary>The document as it is sent. The code does not change while it runs, so it is written once.</summary>
    private sealed class WrittenDocument
    {
        private readonly Lazy<Task<(byte[], string)>> _json;

        public WrittenDocument([FromKeyedServices(Name)] IOpenApiDocumentProvider documents) => _json = new(() => Write(documents));

        public Task<(byte[] Json, string ETag)> Json => _json.Value;

        private static async Task<(byte[], string)> Write(IOpenApiDocumentProvider documents)
        {
            var document = await documents.GetOpenApiDocumentAsync();
            using var json = new MemoryStream();
            await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1);
            return (json.ToArray(), $"\"{Convert.ToHexStringLower(SHA256.HashData(json.ToArray()))[..16]}\"");
        }
    }
}
