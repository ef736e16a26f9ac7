using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Lintel.Http.OpenApi;

/// <summary>The headers that calls and answers have in common.</summary>
public static class SharedHeaders
{
    private const string ETag = "\"3-1f2e\"";
    private const string Correlation = "4bf92f3577b34da6a3ce929d0e0e4736";

    public static void AddTo(OpenApiDocument document)
    {
        document.AddComponent("IdempotencyKey", Sent(
            "Idempotency-Key",
            "Makes it safe to repeat the call: the same key and body within 24 hours gives the first answer again and acts once. A UUID is a good key.",
            "8e03978e-40d5-43e8-bc93-6894a57f9324",
            255));
        document.AddComponent("IfMatch", Sent(
            "If-Match", "The `ETag` that was read: the change is made only if nothing else changed since, else 412. `*` or absence means any version.", ETag, 1_000));
        document.AddComponent("CorrelationId", Sent(
            "X-Correlation-Id", "An id of the caller's own for this call: up to 64 letters, digits, `-`, `_` and `.`. Anything else is ignored.", Correlation, 64));

        document.AddComponent("CorrelationId", Answered("The id of this call in our log: the caller's own where it sent one.", Correlation));
        document.AddComponent("ETag", Answered("The version that is shown, for `If-Match`.", ETag));
        document.AddComponent("Location", Answered("Where the new resource is.", "/leads/42"));
        document.AddComponent("IdempotencyReplayed", Answered("`true` when this is the first answer given again; absent otherwise.", "true"));
        document.AddComponent("RateLimit", Answered(
            "How many calls are left (`r`) and in how many seconds there will be all of them again (`t`). Absent where calls are not limited.", "\"default\";r=599;t=60"));
        document.AddComponent("RateLimitPolicy", Answered(
            "How many calls (`q`) a caller may make in how many seconds (`w`). An export and `auto-assign` count for 20, a search by `q` for 5.", "\"default\";q=600;w=60"));
        document.AddComponent("RetryAfter", Answered("In how many seconds another try makes sense.", "5"));
    }

    /// <summary>What can be changed under <c>If-Match</c> shows its version wherever it is answered.</summary>
    public static void Tag(OpenApiDocument document)
    {
        foreach (var path in document.Paths.Values)
        {
            if (path.Operations?.GetValueOrDefault(HttpMethod.Put) is { } put && put.Parameters?.Any(parameter => parameter.Name == "If-Match") == true)
            {
                foreach (var (_, operation) in path.Operations.Where(pair => pair.Key == HttpMethod.Get || pair.Key == HttpMethod.Put))
                {
                    operation.Responses?.GetValueOrDefault("200")?.Headers?.Add("ETag", new OpenApiHeaderReference("ETag", document));
                }
            }
        }
    }

    /// <summary>An example that the pages show, and fill in only when the reader wants it: a call with every filter at once finds nothing.</summary>
    public static Dictionary<string, IOpenApiExample> Optional(JsonNode? example) => new()
    {
        ["default"] = new OpenApiExample
        {
            Value = example,
            Extensions = new Dictionary<string, IOpenApiExtension> { ["x-disabled"] = new JsonNodeExtension(true) },
        },
    };

    private static OpenApiParameter Sent(string name, string description, string example, int longest) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Examples = Optional(example),
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = longest },
    };

    private static OpenApiHeader Answered(string description, string example) =>
        new() { Description = description, Example = example, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
