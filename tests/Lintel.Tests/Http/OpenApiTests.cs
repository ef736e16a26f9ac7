using System.Diagnostics;
using System.Text.Json.Nodes;
using Lintel.Tests.Running;
using Microsoft.AspNetCore.Routing;

namespace Lintel.Tests.Http;

public sealed class OpenApiTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    private static readonly string[] Verbs = ["get", "put", "post", "delete", "patch"];

    // The document is the same on both databases.
    [Fact, OnlySqlite]
    public async Task Spectral_finds_nothing()
    {
        var file = Path.Combine(Path.GetTempPath(), $"lintel-openapi-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, (await Document()).ToJsonString(), TestContext.Current.CancellationToken);
        try
        {
            using var lint = Process.Start(new ProcessStartInfo(Lint(), [file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var found = await lint.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await lint.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.True(lint.ExitCode == 0, found);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Every_endpoint_is_in_it()
    {
        var documented = Calls(await Document()).Select(call => $"{call.Verb.ToUpperInvariant()} {call.Path}").ToHashSet();
        var mapped = lintel.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Except(["HEAD"])
                .Select(verb => $"{verb} {Plain(endpoint.RoutePattern)}"));

        Assert.Equal(mapped.Order(), documented.Order());
    }

    [Fact]
    public async Task Every_call_says_how_it_succeeds_and_how_it_fails()
    {
        var lacking = new List<string>();
        foreach (var (path, verb, call) in Calls(await Document()))
        {
            var answers = call["responses"]!.AsObject();
            void Needs(string what, bool isThere) => lacking.AddRange(isThere ? [] : [$"{verb} {path}: {what}"]);
            Needs("an answer with a schema", answers.Any(a => a.Key.StartsWith('2') && a.Value!["content"]?.AsObject().Any(c => c.Value!["schema"] is not null) == true));
            Needs("default", answers.ContainsKey("default"));
            Needs("401 and 503", path.StartsWith("/health", StringComparison.Ordinal) || (answers.ContainsKey("401") && answers.ContainsKey("503")));
            Needs("404", !path.Contains('{', StringComparison.Ordinal) || answers.ContainsKey("404"));
            Needs("400, 413 and 415", call["requestBody"] is null || (answers.ContainsKey("400") && answers.ContainsKey("413") && answers.ContainsKey("415")));
            Needs("409 and 422", verb != "post" || (answers.ContainsKey("409") && answers.ContainsKey("422")));
            Needs("409", verb is "get" || answers.ContainsKey("409"));
            Needs("a tag", call["tags"]?.AsArray().Count == 1);
        }

        Assert.True(lacking.Count == 0, string.Join(Environment.NewLine, lacking));
    }

    [Fact]
    public async Task Every_value_is_explained_with_an_example_and_has_bounds()
    {
        var document = await Document();
        var lacking = new List<string>();
        foreach (var (type, schema) in document["components"]!["schemas"]!.AsObject())
        {
            foreach (var (name, property) in schema!["properties"]?.AsObject() ?? [])
            {
                Explained($"{type}.{name}", property!, property!["examples"] is not null, lacking);
                if (IsRequest(type, document))
                {
                    Bounded($"{type}.{name}", property!, lacking);
                }
            }
        }

        foreach (var (path, verb, call) in Calls(document))
        {
            foreach (var parameter in call["parameters"]?.AsArray().Where(p => p!["$ref"] is null) ?? [])
            {
                var name = $"{verb} {path} {parameter!["name"]}";
                Explained(name, parameter, (parameter["example"] ?? parameter["examples"]?["default"]?["value"]) is not null, lacking);
                Bounded(name, parameter["schema"]!, lacking);
            }
        }

        Assert.True(lacking.Count == 0, string.Join(Environment.NewLine, lacking));
    }

    [Fact]
    public async Task It_speaks_of_the_wire_and_not_of_our_code()
    {
        var text = (await Document()).ToJsonString();

        Assert.DoesNotMatch("One key of a request body|Field<|FieldOf|LeadStatus\\.|\\\\n[a-z]", text);
    }

    [Fact]
    public async Task It_is_written_once_and_known_by_its_tag()
    {
        var first = await lintel.Http.GetJson("/openapi/v1.json");
        var again = await lintel.Http.SendJson(HttpMethod.Get, "/openapi/v1.json", null, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(System.Net.HttpStatusCode.NotModified, again.Status);
    }

    private async Task<JsonNode> Document() => (await lintel.Http.GetJson("/openapi/v1.json")).Body!;

    private static IEnumerable<(string Path, string Verb, JsonNode Call)> Calls(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from call in path.Value!.AsObject()
        where Verbs.Contains(call.Key)
        select (path.Key, call.Key, call.Value!);

    private static bool IsRequest(string type, JsonNode document) =>
        Calls(document).Any(call => call.Call["requestBody"]?.ToJsonString().Contains($"/{type}\"", StringComparison.Ordinal) == true);

    private static void Explained(string name, JsonNode value, bool hasExample, List<string> lacking)
    {
        var text = value.ToJsonString();
        if (string.IsNullOrWhiteSpace((string?)value["description"]))
        {
            lacking.Add($"{name}: what it is");
        }

        // What is made of other things has its examples there.
        var isMade = text.Contains("\"$ref\"", StringComparison.Ordinal) || text.Contains("\"properties\"", StringComparison.Ordinal);
        if (!hasExample && !isMade && value["enum"] is null)
        {
            lacking.Add($"{name}: an example");
        }
    }

    /// <summary>A client can know beforehand what will be refused.</summary>
    private static void Bounded(string name, JsonNode schema, List<string> lacking)
    {
        var type = schema["type"]?.ToJsonString() ?? "";
        var isBounded = schema["enum"] is not null || schema["format"]?.ToString() is "date" or "date-time" || schema["oneOf"] is not null || schema["$ref"] is not null
            || (type.Contains("array", StringComparison.Ordinal) ? schema["items"] is { } items && (items["maxLength"] ?? items["enum"] ?? items["$ref"]) is not null
                : type.Contains("string", StringComparison.Ordinal) ? schema["maxLength"] is not null
                : type.Contains("integer", StringComparison.Ordinal) || type.Contains("number", StringComparison.Ordinal) ? schema["minimum"] is not null
                : type.Contains("boolean", StringComparison.Ordinal) || type.Contains("object", StringComparison.Ordinal));
        if (!isBounded)
        {
            lacking.Add($"{name}: its bounds");
        }
    }

    private static string Plain(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern)
    {
        var path = "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            _ => "",
        }))));
        return path;
    }

    private static string Lint()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var lint = Path.Combine(folder.FullName, "tests", "openapi-lint", "lint");
            if (File.Exists(lint))
            {
                return lint;
            }
        }

        throw new FileNotFoundException("tests/openapi-lint/lint");
    }
}
