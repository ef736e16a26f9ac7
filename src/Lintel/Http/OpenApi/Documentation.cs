using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NetEscapades.AspNetCore.SecurityHeaders;
using Scalar.AspNetCore;

namespace Lintel.Http.OpenApi;

/// <summary>The API's documentation, made from the code that answers: the OpenAPI document, and pages that show it and try it out.</summary>
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
        var docs = app.MapGroup("").ExcludeFromDescription().WithMetadata(new AllowAnonymousAttribute()).WithSecurityHeadersPolicy(SafeHeaders.Pages);
        docs.MapGet(DocumentPath, async (WrittenDocument document, HttpResponse response) =>
        {
            response.Headers.CacheControl = "no-cache";
            var (json, tag) = await document.Json;
            return TypedResults.Bytes(json, "application/json", entityTag: new(tag));
        });
        docs.MapScalarApiReference("/docs", (options, context) =>
        {
            options.Title = "Lintel API";
            options.OpenApiRoutePattern = DocumentPath;
            options.Nonce = context.GetNonce();
            options.HeadContent = $"""<meta property="csp-nonce" content="{options.Nonce}"><script src="/assets/docs.js" nonce="{options.Nonce}"></script>""";

            // Nothing is asked of another host: no fonts, no proxy, no telemetry, no assistant.
            options.DefaultFonts = false;
            options.Telemetry = false;
            options.Agent = new() { Disabled = true };
            options.Mcp = new() { Disabled = true };
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            options.HideClientButton = true;
            options.DefaultHttpClient = new(ScalarTarget.Shell, ScalarClient.Curl);
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
