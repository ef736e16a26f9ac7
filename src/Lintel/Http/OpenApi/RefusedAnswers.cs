using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Lintel.Http.OpenApi;

/// <summary>The ways in which any call can be refused, each with an example of the whole answer.</summary>
public static class RefusedAnswers
{
    /// <summary>Stands for every status that is not listed.</summary>
    public const int Unexpected = 0;

    private const string Problem = "Problem";
    private const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static readonly (int Status, string Meaning, string Detail, (string Field, string Text)? Error)[] All =
    [
        (400, "The request cannot be read, or a value in it is wrong: `errors` names each field. Nothing was changed.",
            "budget_min must be at least 0", ("budget_min", "must be at least 0")),
        (401, "The caller is not known.", "Sign in, or send an API key.", null),
        (403, "The caller is known and may not do this: their role, or the key's scope, does not go so far.", "Your role does not allow this.", null),
        (404, "There is nothing of this id in the agency.", "Lead 9000 does not exist.", null),
        (409, "The state of the agency does not allow it now, or the first call with this `Idempotency-Key` is still running. Nothing was changed.",
            "phone already belongs to lead 7", ("phone", "already belongs to lead 7")),
        (412, "It was changed since the version that `If-Match` names. Nothing was changed now.",
            "It was changed since you read it. Read it again and repeat your change.", null),
        (413, "The body is too large: more than 1 MB, unless the call says otherwise.", "The body is too large.", null),
        (415, "The body is not sent as `application/json`.", "Send the body as application/json.", null),
        (422, "This `Idempotency-Key` was used for another call. Nothing was changed.", "This Idempotency-Key was used for another call.", null),
        (429, "The caller has called too often; `RateLimit` in every answer says how many calls are left. Nothing was changed.",
            "You have called too often. Wait for as many seconds as Retry-After says.", null),
        (503, "The database is away, or the call took too long. Nothing was changed; try again.",
            "The database is not available right now. Nothing was changed; try again shortly.", null),
        (Unexpected, "Anything else, such as 500: something went wrong on our side. Nothing was changed; give the `trace_id` when you report it.",
            "Something went wrong here. Nothing was changed.", null),
    ];

    public static string Key(int status) => status == Unexpected ? "default" : status.ToString(CultureInfo.InvariantCulture);

    public static string Name(int status) => status == Unexpected ? "Unexpected" : Problems.Title(status).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Puts the problem's schema and every refusal among the document's components.</summary>
    public static void AddTo(OpenApiDocument document)
    {
        document.AddComponent(Problem, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "Why a call was refused: RFC 9457 problem details, with `success` and `error` for clients that look for those.",
            Required = new HashSet<string> { "type", "title", "status", "detail", "trace_id", "success", "error" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("What kind of problem it is.", "https://www.rfc-editor.org/rfc/rfc9110#name-400-bad-request", "uri"),
                ["title"] = Text("The kind in words.", "Bad Request"),
                ["status"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Format = "int32",
                    Minimum = "400",
                    Maximum = "599",
                    Description = "The HTTP status again.",
                    Examples = [400],
                },
                ["detail"] = Text("What is wrong with this call, for people.", "budget_min must be at least 0"),
                ["trace_id"] = Text("The id of this call in our log; also in the header `X-Correlation-Id`.", TraceId),
                ["success"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Enum = [false], Description = "Always false." },
                ["error"] = Text("The same as `detail`.", "budget_min must be at least 0"),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "By field, what is wrong with it, worded to follow the field's name. Absent when no field is to blame.",
                    AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
                    Examples = [new JsonObject { ["budget_min"] = new JsonArray("must be at least 0") }],
                },
                ["violated-policies"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Items = new OpenApiSchema { Type = JsonSchemaType.String },
                    Description = "Which of the limits in `RateLimit-Policy` was reached. Only with 429.",
                    Examples = [new JsonArray("default")],
                },
            },
        });
        foreach (var (status, meaning, detail, error) in All)
        {
            document.AddComponent(Name(status), Answer(status, meaning, detail, error, document));
        }
    }

    private static OpenApiResponse Answer(int status, string meaning, string detail, (string Field, string Text)? error, OpenApiDocument document)
    {
        var details = Problems.Details(status == Unexpected ? 500 : status, detail);
        var example = new JsonObject
        {
            ["type"] = Problems.Type(details.Status!.Value),
            ["title"] = details.Title,
            ["status"] = details.Status,
            ["detail"] = detail,
            ["trace_id"] = TraceId,
            ["success"] = false,
            ["error"] = detail,
        };
        if (error is { } wrong)
        {
            example["errors"] = new JsonObject { [wrong.Field] = new JsonArray(wrong.Text) };
        }

        if (status == 429)
        {
            example["violated-policies"] = new JsonArray("default");
        }

        var answer = new OpenApiResponse
        {
            Description = meaning,
            Headers = new Dictionary<string, IOpenApiHeader> { ["X-Correlation-Id"] = new OpenApiHeaderReference("CorrelationId", document) },
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(Problem, document), Example = example },
            },
        };
        if (status is 429 or 503)
        {
            answer.Headers["Retry-After"] = new OpenApiHeaderReference("RetryAfter", document);
        }

        return answer;
    }

    private static OpenApiSchema Text(string description, string example, string? format = null) =>
        new() { Type = JsonSchemaType.String, Format = format, Description = description, Examples = [example] };
}
