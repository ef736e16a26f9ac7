using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Lintel.Tests.Running;

namespace Lintel.Tests.Http;

/// <summary>
/// What a stranger may send, to every call the OpenAPI document has and every value it can carry: no failure of ours, the culprit named, and
/// nothing kept of what was refused. A call that is added is tried as soon as it is documented.
/// </summary>
public sealed class AnyInputTests : IAsyncLifetime
{
    private static readonly string Huge = new('x', 20_000);

    /// <summary>JSON values, most of them wrong everywhere.</summary>
    private static readonly string[] Nasty =
    [
        "null", "true", "false", "0", "-1", "1", "0.5", "1e400", "-1e400", "1e308", "-0", "99999999999999999999", "-99999999999999999999",
        "9223372036854775807", "9223372036854775808", "2147483648", "1.0", "1e2",
        "\"\"", "\" \"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"x\\udc00\"", "\"\\ufffe\"", "\"\\u202eabc\"", "\"\\ud83d\\ude00\"",
        $"\"{Huge}\"", "\"no such value\"", "\"-1\"", "\"1\"", "\"true\"", "\"٣\"", "\"2026-02-30\"", "\"2026-13-45T25:61:61Z\"", "\"0001-01-01\"",
        "\"9999-12-31T23:59:59-14:00\"", "\"2026-11-23T09:45:00+99:00\"", "\"'; DROP TABLE leads; --\"", "\"<script>alert(1)</script>\"", "\"=1+1\"",
        "\"+999999999999999\"", "\"@\"", "\"a@b\"", "\"javascript:alert(1)\"", "\"http://\"", "\"${jndi:ldap://x}\"", "\"%s%n\"", "\"../../etc/passwd\"",
        "[]", "[null]", "[1]", "[\"\"]", "[\"\\ud800\"]", "[[[]]]", $"[\"{Huge}\"]", "[\"a\",\"a\",\"A\"]", "{}", "{\"a\":1}", "{\"a\":{\"a\":[{}]}}",
        $"[{string.Join(',', Enumerable.Range(0, 1_500).Select(i => $"\"{i}\""))}]",
        new string('[', 10_000) + new string(']', 10_000), string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000),
    ];

    /// <summary>What is wrong in every body made here: the only lead there is cannot be joined with itself, and no passkey is made without a device.</summary>
    private static readonly Dictionary<string, string> NeverInOrder = new() { ["/leads/{id}/merge"] = "lead_id", ["/auth/passkeys"] = "credential" };

    private readonly LintelServer _lintel = new() { Set = settings => settings with { PublicUrl = "https://crm.example.com" } };
    private JsonNode _document = null!;
    private List<string> _tables = [];
    private List<object?> _kept = [];
    private int _nth;

    [Fact]
    public async Task Every_value_of_every_body()
    {
        var wrong = new List<string>();
        foreach (var (path, verb, schema) in Bodies())
        {
            foreach (var (field, _) in schema["properties"]!.AsObject())
            {
                foreach (var value in Nasty)
                {
                    await Try(verb, path, Body(schema, field, value), field, wrong, $"{verb} {path} {field}={Short(value)}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
        await AllStillAnswers();
    }

    [Fact]
    public async Task The_documented_bounds_are_the_real_ones()
    {
        var wrong = new List<string>();
        foreach (var (path, verb, schema) in Bodies())
        {
            foreach (var (field, property) in schema["properties"]!.AsObject())
            {
                foreach (var value in Beyond(Resolve(property!)))
                {
                    var answer = await Send(verb, path, Body(schema, field, value));
                    var isNamed = answer.Status == HttpStatusCode.BadRequest && answer.Body!["errors"]?[field] is not null;

                    // Where the body is the address, an id that nothing can have leads nowhere; and there is no passkey.
                    if (!isNamed && !(answer.Status == HttpStatusCode.NotFound && path is "/agents/assign-lead" or "/auth/passkeys/{id}"))
                    {
                        wrong.Add($"{verb} {path} {field}={Short(value)}: {Short(answer.Text)}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
    }

    [Fact]
    public async Task Every_value_of_every_query()
    {
        string[] values = ["", " ", "0", "-1", "1.5", "1e9", "99999999999999999999", "NaN", "true", "maybe", "%00", "%EF%BF%BE", "%ff", "%ed%a0%80", "%F0%9F%98%80", "a,b", ",", "-", "%22", "%27%3B--", "*", "(", "2026-02-30", "0001-01-01", "9999-12-31T23:59:59-14:00", new string('x', 4_000), "x&{0}=y"];
        var wrong = new List<string>();
        foreach (var (path, verb, call) in Calls())
        {
            foreach (var parameter in call["parameters"]?.AsArray().Where(p => (string?)p!["in"] == "query") ?? [])
            {
                var name = (string)parameter!["name"]!;
                foreach (var value in values)
                {
                    var url = $"{Real(path)}?{name}={value.Replace("{0}", name, StringComparison.Ordinal)}";
                    var answer = await _lintel.Http.SendJson(new HttpMethod(verb.ToUpperInvariant()), url);
                    if ((int)answer.Status >= 500 || (answer.Status == HttpStatusCode.BadRequest && answer.Body!["errors"]?[name] is null))
                    {
                        wrong.Add($"{verb} {url}: {Short(answer.Text)}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
    }

    [Fact]
    public async Task Raw_bytes_in_place_of_any_value()
    {
        var wrong = new List<string>();
        foreach (var (path, verb, schema) in Bodies())
        {
            foreach (var (field, _) in schema["properties"]!.AsObject())
            {
                byte[] body = [.. Encoding.UTF8.GetBytes($"{{\"{field}\":\""), 0xff, 0xed, 0xa0, 0x80, .. "\"}"u8];
                var answer = await _lintel.Http.SendRaw(
                    $"{verb.ToUpperInvariant()} {Real(path)} HTTP/1.1\nHost: x\nConnection: close\nContent-Type: application/json\nContent-Length: {body.Length}", body);
                if (answer.Status is < 400 or >= 500 || await LeftBehind() != "")
                {
                    wrong.Add($"{verb} {path} {field}: {answer.Status} {Short(answer.Body)}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
    }

    public async ValueTask InitializeAsync()
    {
        await _lintel.InitializeAsync();
        _document = (await _lintel.Http.GetJson("/openapi/v1.json")).Body!;
        _tables = await _lintel.Database.Tables();

        // One of everything that can be made, so that paths lead somewhere.
        foreach (var (path, verb, schema) in Bodies().Where(body => body.Verb == "post" || body.Path == "/agency/logo").OrderBy(body => body.Path.Contains('{', StringComparison.Ordinal)))
        {
            await Send(verb, path, Body(schema, "", "null"));
        }

        _kept = await Rows();
    }

    public ValueTask DisposeAsync() => _lintel.DisposeAsync();

    private async Task Try(string verb, string path, string body, string field, List<string> wrong, string what)
    {
        var answer = await Send(verb, path, body);
        if ((int)answer.Status >= 500)
        {
            wrong.Add($"{what}: {Short(answer.Text)}");
        }
        else if ((int)answer.Status < 400)
        {
            _kept = await Rows();
        }
        else
        {
            var isNamed = answer.Body!["errors"]?[field] is not null || (NeverInOrder.TryGetValue(path, out var other) && answer.Body["errors"]?[other] is not null);
            if (answer.Status == HttpStatusCode.BadRequest && !isNamed)
            {
                wrong.Add($"{what} is not named: {Short(answer.Text)}");
            }

            if (await LeftBehind() is not "" and var left && left != Record(answer))
            {
                wrong.Add($"{what} left something behind in {left}");
            }
        }
    }

    private Task<WireAnswer> Send(string verb, string path, string body) => _lintel.Http.SendJson(new HttpMethod(verb.ToUpperInvariant()), Real(path), body);

    private async Task AllStillAnswers()
    {
        foreach (var (path, verb, _) in Calls().Where(call => call.Verb == "get"))
        {
            using var answer = await _lintel.Http.GetAsync(Real(path), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode < 400, $"{verb} {path}: {answer.StatusCode}");

            // What is listened to has no end.
            if (answer.Content.Headers.ContentType?.MediaType != "text/event-stream")
            {
                await answer.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>The tables in which there are other rows than when it was last looked, by name.</summary>
    private async Task<string> LeftBehind()
    {
        var before = _kept;
        _kept = await Rows();
        return string.Join(", ", _tables.Where((_, i) => !Equals(before[i], _kept[i])));
    }

    private async Task<List<object?>> Rows() =>
        [.. (await _lintel.Database.Rows(string.Join(" UNION ALL ", _tables.Select(table => $"SELECT count(*) FROM \"{table}\"")))).Select(row => row[0])];

    /// <summary>The table in which a refusal is itself recorded: who fails to sign in is counted, what somebody may not do is in the audit.</summary>
    private static string? Record(WireAnswer answer) => answer.Status switch
    {
        HttpStatusCode.Unauthorized => "sign_in_failures",
        HttpStatusCode.Forbidden => "audit_entries",
        _ => null,
    };

    private IEnumerable<(string Path, string Verb, JsonNode Schema)> Bodies() =>
        from call in Calls()
        let schema = call.Call["requestBody"]?["content"]?["application/json"]?["schema"]
        where schema is not null && Resolve(schema)["properties"] is not null
        select (call.Path, call.Verb, Resolve(schema));

    private IEnumerable<(string Path, string Verb, JsonNode Call)> Calls() =>
        from path in _document["paths"]!.AsObject()
        from call in path.Value!.AsObject()
        select (path.Key, call.Key, call.Value!);

    private JsonNode Resolve(JsonNode schema) =>
        (string?)schema["$ref"] is { } reference ? _document["components"]!["schemas"]![reference.Split('/')[^1]]! : schema;

    private static string Real(string path) => path.Replace("{id}", "1", StringComparison.Ordinal);

    /// <summary>A body that would be in order, but for one value.</summary>
    private string Body(JsonNode schema, string field, string value)
    {
        string[] usual = ["name", "title", "email", "message", "lead_id", "due_at"];
        var required = schema["required"]?.AsArray().Select(name => (string)name!) ?? [];
        var body = new StringBuilder("{");
        foreach (var name in schema["properties"]!.AsObject().Select(property => property.Key).Where(name => name != field && (required.Contains(name) || usual.Contains(name))))
        {
            var example = name == "email" ? $"\"any{_nth++}@example.com\""
                : name.EndsWith("_id", StringComparison.Ordinal) && schema["properties"]![name]!["type"]?.ToJsonString().Contains("integer", StringComparison.Ordinal) == true ? "1"
                : schema["properties"]![name]!["examples"]?[0]?.ToJsonString() ?? Resolve(schema["properties"]![name]!)["enum"]?[0]?.ToJsonString() ?? "null";
            body.Append(CultureInfo.InvariantCulture, $"\"{name}\":{example},");
        }

        return field.Length > 0 ? body.Append(CultureInfo.InvariantCulture, $"\"{field}\":{value}}}").ToString() : body.ToString().TrimEnd(',') + "}";
    }

    /// <summary>Values one step outside of what a schema allows.</summary>
    private static IEnumerable<string> Beyond(JsonNode schema)
    {
        if (schema["maximum"] is { } most)
        {
            yield return ((decimal)most + 1).ToString(CultureInfo.InvariantCulture);
        }

        if (schema["minimum"] is { } least)
        {
            yield return ((decimal)least - 1).ToString(CultureInfo.InvariantCulture);
        }

        if (schema["maxLength"] is { } longest)
        {
            yield return $"\"{new string('a', (int)longest + 1)}\"";
        }

        if (schema["enum"] is not null)
        {
            yield return "\"no such value\"";
        }

        if (schema["pattern"] is not null)
        {
            yield return "\"no / slug\"";
        }

        if ((string?)schema["format"] is "date" or "date-time" or "email" or "uri")
        {
            yield return "\"no such value\"";
        }

        if (schema["maxItems"] is { } items)
        {
            yield return $"[{string.Join(',', Enumerable.Range(0, (int)items + 1).Select(i => $"\"https://example.com/{i}\""))}]";
        }

        if (schema["items"]?["maxLength"] is { } longestItem)
        {
            yield return $"[\"https://example.com/{new string('a', (int)longestItem)}\"]";
        }

        if (schema["type"]?.ToJsonString().Contains("null", StringComparison.Ordinal) == false)
        {
            yield return "null";
        }
    }

    private static string Short(string text) => text.Length <= 300 ? text : text[..300] + "…";
}
