using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;

namespace Lintel.Http.OpenApi;

/// <summary>
/// Says of each call what follows from how its handler is written: its name from the use-case, its refusals from what it takes. One that takes a
/// <see cref="Change"/> can conflict, one that takes an <see cref="IfMatch"/> can be stale, one with an id in its path can miss.
/// </summary>
public sealed class Calls : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var call = context.Description;
        var metadata = call.ActionDescriptor.EndpointMetadata;
        var handler = metadata.OfType<MethodInfo>().FirstOrDefault();
        operation.OperationId ??= handler?.DeclaringType is { } useCase ? JsonNamingPolicy.CamelCase.ConvertName(useCase.Name) : null;
        Split(operation);
        Forms(operation, metadata);
        Lists(operation);
        await Queries(operation, context, cancellationToken);
        Headers(operation, call, metadata, handler, context.Document!);
        Refusals(operation, call, metadata, handler, context.Document!);
    }

    /// <summary>A handler's docstring is one text: its first sentence names the call in a list, the whole explains it.</summary>
    private static void Split(OpenApiOperation operation)
    {
        if (operation.Summary is not { } text)
        {
            return;
        }

        text = Prose.Plain(text);
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        operation.Description ??= text;
        operation.Summary = (end < 0 ? text : text[..end]).TrimEnd('.');
    }

    /// <summary>An answer that comes in several forms: the framework keeps of each status only what was said last. A file has no schema.</summary>
    private static void Forms(OpenApiOperation operation, IList<object> metadata)
    {
        foreach (var said in metadata.OfType<IProducesResponseTypeMetadata>().Where(said => said.Type is null || said.Type == typeof(void)))
        {
            if (operation.Responses?.GetValueOrDefault(RefusedAnswers.Key(said.StatusCode)) is OpenApiResponse answer)
            {
                foreach (var form in said.ContentTypes)
                {
                    (answer.Content ??= new Dictionary<string, OpenApiMediaType>()).TryAdd(form, new OpenApiMediaType());
                }
            }
        }
    }

    /// <summary>A list in a query is one value with commas.</summary>
    private static void Lists(OpenApiOperation operation)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            if (parameter is { In: ParameterLocation.Query, Schema.Type: JsonSchemaType.Array })
            {
                (parameter.Style, parameter.Explode) = (ParameterStyle.Form, false);
            }
        }
    }

    /// <summary>A query that is a record of its own is explained by the docstrings of its properties, as a body is.</summary>
    private static async Task Queries(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        foreach (var described in context.Description.ParameterDescriptions)
        {
            if (described.ParameterDescriptor is IParameterInfoParameterDescriptor { ParameterInfo.Member: PropertyInfo { DeclaringType: { } query } property }
                && operation.Parameters?.FirstOrDefault(parameter => parameter.Name == described.Name) is OpenApiParameter parameter)
            {
                var keys = (await context.GetOrCreateSchemaAsync(query, null, cancel)).Properties;
                parameter.Description ??= keys?.TryGetValue(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), out var key) == true ? key.Description : null;
            }
        }
    }

    private static void Headers(
        OpenApiOperation operation, ApiDescription call, IList<object> metadata, MethodInfo? handler, OpenApiDocument document)
    {
        var parameters = operation.Parameters ??= [];
        var isCounted = IsCounted(metadata);
        var isPost = call.HttpMethod == HttpMethods.Post;
        if (isPost)
        {
            parameters.Add(new OpenApiParameterReference("IdempotencyKey", document));
        }

        if (Takes<IfMatch>(handler))
        {
            parameters.Add(new OpenApiParameterReference("IfMatch", document));
        }

        parameters.Add(new OpenApiParameterReference("CorrelationId", document));
        foreach (var (status, answer) in operation.Responses ?? [])
        {
            if (answer is not OpenApiResponse response)
            {
                continue;
            }

            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            if (isCounted)
            {
                response.Headers["RateLimit"] = new OpenApiHeaderReference("RateLimit", document);
                response.Headers["RateLimit-Policy"] = new OpenApiHeaderReference("RateLimitPolicy", document);
            }

            response.Headers["X-Correlation-Id"] = new OpenApiHeaderReference("CorrelationId", document);
            if (isPost)
            {
                response.Headers["Idempotency-Replayed"] = new OpenApiHeaderReference("IdempotencyReplayed", document);
            }

            if (status == "201")
            {
                response.Headers["Location"] = new OpenApiHeaderReference("Location", document);
            }
        }
    }

    private static void Refusals(
        OpenApiOperation operation, ApiDescription call, IList<object> metadata, MethodInfo? handler, OpenApiDocument document)
    {
        var isOpen = metadata.OfType<IAllowAnonymous>().Any();
        var isCounted = IsCounted(metadata);
        var isPost = call.HttpMethod == HttpMethods.Post;
        var asks = call.ParameterDescriptions.Any(parameter => parameter.Source.Id == "Query");
        var hasBody = operation.RequestBody is not null;
        var hasId = call.ParameterDescriptions.Any(parameter => parameter.Source.Id == "Path");

        void Add(int status, bool applies)
        {
            if (applies)
            {
                operation.Responses!.TryAdd(RefusedAnswers.Key(status), new OpenApiResponseReference(RefusedAnswers.Name(status), document));
            }
        }

        Add(400, asks || hasBody || isPost);
        // What is open to all and changes something is a way to sign in.
        Add(401, !isOpen || isPost);
        Add(403, !isOpen);
        Add(404, hasId);
        Add(409, call.HttpMethod != HttpMethods.Get);
        Add(412, Takes<IfMatch>(handler));
        Add(413, hasBody);
        Add(415, hasBody);
        Add(422, isPost);
        Add(429, isCounted);
        Add(503, !isOpen || isPost);
        Add(RefusedAnswers.Unexpected, true);
    }

    private static bool IsCounted(IList<object> metadata) => !metadata.OfType<DisableRateLimitingAttribute>().Any();

    private static bool Takes<T>(MethodInfo? handler) => handler?.GetParameters().Any(parameter => parameter.ParameterType == typeof(T)) == true;
}
