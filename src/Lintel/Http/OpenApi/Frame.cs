using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lintel.Http.OpenApi;

/// <summary>What stands around the calls: who offers the API and where, the sections, and what calls have in common.</summary>
public sealed class Frame(Settings settings) : IOpenApiDocumentTransformer
{
    private const string About = """
        The CRM of a property agency: leads and their inquiries, the agents who take care of them, listings, and the figures of it all.

        - JSON in UTF-8, `snake_case` keys and values. Keys that are not known are ignored.
        - Times are RFC 3339 in UTC. Sent without an offset they are in the agency's time zone; a bare date is its midnight there.
        - Money is a whole number in the agency's currency. Rates are per cent, 0 to 100, with two decimals.
        - Every success has `"success": true`. Every refusal is `application/problem+json` with `"success": false` and one sentence in `error`.
        - Bodies may have 1 MB, unless the call says otherwise.
        - Every `GET` answers to `HEAD` as well.
        """;

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Lintel",
            Summary = "The CRM of a property agency",
            Description = About,
            Version = typeof(Frame).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0",
            Contact = new OpenApiContact { Name = "Lintel", Url = new Uri("https://lintel.example"), Email = "api@lintel.example" },
            License = new OpenApiLicense { Name = "Proprietary", Url = new Uri("https://lintel.example/licence") },
        };
        document.Servers = [new OpenApiServer { Url = settings.PublicUrl ?? "/", Description = "This installation" }];
        SharedHeaders.AddTo(document);
        SharedHeaders.Tag(document);
        RefusedAnswers.AddTo(document);
        Describe(document);
        return Task.CompletedTask;
    }

    private static void Describe(OpenApiDocument document)
    {
        foreach (var (name, schema) in document.Components!.Schemas!)
        {
            schema.Description = schema.Description is { } text ? Prose.Plain(text) : null;
            Glossary.Explain(name, schema);
        }

        var sections = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (path, item) in document.Paths)
        {
            foreach (var operation in item.Operations!.Values)
            {
                Glossary.Explain(path, operation);
                Answers(operation, document);
                sections.UnionWith((operation.Tags ?? new HashSet<OpenApiTagReference>()).Select(tag => tag.Name!));
            }
        }

        document.Tags = sections.Select(name => new OpenApiTag { Name = name, Description = Glossary.Sections.GetValueOrDefault(name) }).ToHashSet();
    }

    /// <summary>An answer is described as what it carries is.</summary>
    private static void Answers(OpenApiOperation operation, OpenApiDocument document)
    {
        foreach (var response in (operation.Responses ?? []).Values.OfType<OpenApiResponse>())
        {
            if (response.Content?.Values.FirstOrDefault()?.Schema is OpenApiSchemaReference { Reference.Id: { } id }
                && document.Components!.Schemas!.TryGetValue(id, out var schema) && schema.Description is { } text)
            {
                response.Description = text;
            }
        }
    }
}
