using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Lintel.Tests.Running;

/// <summary>An answer as it came over the wire.</summary>
public sealed record WireAnswer(HttpStatusCode Status, JsonNode? Body, HttpResponseHeaders Headers, string Text)
{
    public string? MediaType { get; init; }

    /// <summary>The methods that an address answers to, on 405.</summary>
    public IEnumerable<string> Allow { get; init; } = [];

    public JsonNode this[string key] => Body![key]!;
}

/// <summary>Short ways to call the API with JSON and to look at what came back.</summary>
public static class Wire
{
    public static Task<WireAnswer> GetJson(this HttpClient http, string path) => http.SendJson(HttpMethod.Get, path);

    public static Task<WireAnswer> PostJson(this HttpClient http, string path, object? body = null, params (string Name, string Value)[] headers) =>
        http.SendJson(HttpMethod.Post, path, body, headers);

    public static Task<WireAnswer> PutJson(this HttpClient http, string path, object body, params (string Name, string Value)[] headers) =>
        http.SendJson(HttpMethod.Put, path, body, headers);

    /// <param name="body">A string is sent as it is; anything else as JSON, its property names unchanged.</param>
    public static async Task<WireAnswer> SendJson(
        this HttpClient http, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            var text = body as string ?? System.Text.Json.JsonSerializer.Serialize(body);
            request.Content = new StringContent(text, Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new(response.StatusCode, isJson ? JsonNode.Parse(answer) : null, response.Headers, answer)
        {
            MediaType = response.Content.Headers.ContentType?.MediaType,
            Allow = response.Content.Headers.Allow,
        };
    }

    /// <summary>Asserts a refusal: the whole problem, but for its trace id.</summary>
    public static void IsProblem(this WireAnswer answer, HttpStatusCode status, params (string Field, string Problem)[] errors)
    {
        Assert.Equal((status, false), (answer.Status, (bool)answer["success"]));
        Assert.Equal((int)status, (int)answer["status"]);
        Assert.NotEmpty((string)answer["title"]!);
        Assert.NotEmpty((string)answer["type"]!);
        Assert.NotEmpty((string)answer["trace_id"]!);
        Assert.Equal((string?)answer["detail"], (string?)answer["error"]);
        var named = answer.Body!["errors"]?.AsObject().SelectMany(e => e.Value!.AsArray().Select(problem => (e.Key, (string)problem!))) ?? [];
        Assert.Equal(errors, named);
    }
}
