using System.Net;
using System.Text;
using Lintel.Tests.Running;

namespace Lintel.Tests.Http;

public sealed class RefusalTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    private const string NoId = "0, -1, abc, 1.0, 1%2F2, ٣, 1;x, 99999999999999999999, 9223372036854775807";

    [Fact]
    public async Task A_refusal_is_one_problem_from_top_to_bottom()
    {
        var answer = await lintel.Http.SendJson(HttpMethod.Get, "/nowhere", null, ("X-Correlation-Id", "call-1"), ("Accept", "text/html"));

        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Equal(
            """{"type":"https://www.rfc-editor.org/rfc/rfc9110#name-404-not-found","title":"Not Found","status":404,"detail":"There is nothing at this address.","trace_id":"call-1","success":false,"error":"There is nothing at this address."}""",
            answer.Text);
    }

    [Theory]
    [InlineData("DELETE", "/leads/1", "GET, HEAD, PUT")]
    [InlineData("OPTIONS", "/leads", "GET, HEAD, POST")]
    [InlineData("GET", "/leads/whatsapp-inquiry", "POST")]
    [InlineData("POST", "/health", "GET, HEAD")]
    public async Task Another_method_is_405_and_the_right_ones_are_named(string method, string path, string allowed)
    {
        var answer = await lintel.Http.SendJson(new HttpMethod(method), path);

        answer.IsProblem(HttpStatusCode.MethodNotAllowed);
        Assert.Equal(allowed, string.Join(", ", answer.Allow));
    }

    [Theory]
    [InlineData("/leads")]
    [InlineData("/leads/1")]
    [InlineData("/health")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/nowhere")]
    public async Task Head_is_get_without_the_body(string path)
    {
        await lintel.Http.PostJson("/leads", new { name = "Head" });

        var get = await lintel.Http.GetJson(path);
        var head = await lintel.Http.SendRaw($"HEAD {path} HTTP/1.1\nHost: x\nConnection: close");

        Assert.Equal(((int)get.Status, ""), (head.Status, head.Body));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=\"")]
    [InlineData(null)]
    public async Task A_body_that_is_not_said_to_be_json_is_415(string? type)
    {
        var said = type is null ? "" : $"\nContent-Type: {type}";
        var answer = await lintel.Http.SendRaw($"POST /leads HTTP/1.1\nHost: x\nConnection: close\nContent-Length: 12{said}", "{\"name\":\"x\"}"u8.ToArray());

        Assert.Equal((415, false), (answer.Status, (bool)answer.Json["success"]!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("[{\"name\":\"x\"}]")]
    [InlineData("\"x\"")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("12")]
    [InlineData("{")]
    [InlineData("{\"name\":")]
    [InlineData("{\"name\":\"x\"}}")]
    [InlineData("{\"name\":\"x\"} {}")]
    [InlineData("{\"name\":\"x\",}")]
    [InlineData("{name:\"x\"}")]
    [InlineData("{\"name\":\"x\" /* y */}")]
    [InlineData("{\"name\":\"x\",\"name\":\"y\"}")]
    [InlineData("{\"name\":\"x\",\"n\\u0061me\":\"y\"}")]
    [InlineData("{\"name\":\"x\",\"\\ud800\":1}")]
    public async Task A_body_that_is_no_json_object_is_400(string body)
    {
        var answer = await lintel.Http.PostBytes("/leads", Encoding.UTF8.GetBytes(body));

        Assert.Equal((400, false), (answer.Status, (bool)answer.Json["success"]!));
        Assert.Equal(answer.Headers["X-Correlation-Id"], (string?)answer.Json["trace_id"]);
        Assert.DoesNotMatch("System|Exception|Lintel\\.|   at ", answer.Body);
    }

    [Theory]
    [InlineData("{\"name\":{0}}")]
    [InlineData("{\"tags\":{0}}")]
    [InlineData("{\"unknown\":{0}}")]
    [InlineData("{0}")]
    public async Task Ten_thousand_levels_deep_is_400(string around)
    {
        var deep = new string('[', 10_000) + new string(']', 10_000);

        var answer = await lintel.Http.PostBytes("/leads", Encoding.UTF8.GetBytes(around.Replace("{0}", deep, StringComparison.Ordinal)));

        Assert.Equal(400, answer.Status);
    }

    [Theory]
    [InlineData(0xff, 0xfe, 0xfd)]
    [InlineData(0xed, 0xa0, 0x80)]
    [InlineData(0xc0, 0x80, 0x2e)]
    public async Task Bytes_that_are_no_text_are_refused_by_name_and_ignored_in_unknown_keys(byte a, byte b, byte c)
    {
        byte[] value = [.. "{\"name\":\""u8, a, b, c, .. "\"}"u8];
        byte[] key = [.. "{\"name\":\"x\",\""u8, a, b, c, .. "\":1}"u8];

        var named = await lintel.Http.PostBytes("/leads", value);
        var ignored = await lintel.Http.PostBytes("/leads", key);

        Assert.Equal((400, "must be valid Unicode text"), (named.Status, (string?)named.Json["errors"]!["name"]![0]));
        Assert.InRange(ignored.Status, 200, 499);
    }

    [Fact]
    public async Task More_than_a_megabyte_is_413_however_it_is_sent()
    {
        var large = new byte[1_000_001];
        Array.Fill(large, (byte)' ');

        var counted = await lintel.Http.PostBytes("/leads", large);
        var keyed = await lintel.Http.PostBytes("/leads", large, "\nIdempotency-Key: large");
        var announced = await lintel.Http.SendRaw("POST /leads HTTP/1.1\nHost: x\nConnection: close\nContent-Type: application/json\nContent-Length: 2000000");
        var chunked = await lintel.Http.SendRaw(
            "POST /leads HTTP/1.1\nHost: x\nConnection: close\nContent-Type: application/json\nTransfer-Encoding: chunked",
            Encoding.ASCII.GetBytes($"{large.Length:x}\r\n"),
            large,
            "\r\n0\r\n\r\n"u8.ToArray());

        Assert.All([counted, keyed, announced, chunked], answer => Assert.Equal((413, "The body is too large."), (answer.Status, (string?)answer.Json["error"])));
    }

    [Fact]
    public async Task A_megabyte_is_read()
    {
        var body = Encoding.ASCII.GetBytes($$"""{"name":"Large","unknown":"{{new string('x', 999_970)}}"}""");

        var answer = await lintel.Http.PostBytes("/leads", body);

        Assert.Equal(201, answer.Status);
    }

    [Theory]
    [InlineData("GET /leads?q={0} HTTP/1.1\nHost: x\nConnection: close", 414)]
    [InlineData("GET /leads HTTP/1.1\nHost: x\nConnection: close\nX-Large: {0}{0}{0}{0}", 431)]
    [InlineData("GET /leads HTTP/1.1\nConnection: close", 400)]
    [InlineData("GET /le\0ads HTTP/1.1\nHost: x\nConnection: close", 400)]
    [InlineData("GET /leads/%00 HTTP/1.1\nHost: x\nConnection: close", 400)]
    [InlineData("POST /leads HTTP/1.1\nHost: x\nConnection: close\nContent-Type: application/json\nContent-Length: -1", 400)]
    [InlineData("POST /leads HTTP/1.1\nHost: x\nConnection: close\nContent-Type: application/json\nTransfer-Encoding: chunked\n\nzz", 400)]
    public async Task What_is_no_http_is_refused_before_it_comes_in(string request, int status)
    {
        var answer = await lintel.Http.SendRaw(request.Replace("{0}", new string('x', 10_000), StringComparison.Ordinal));

        Assert.Equal(status, answer.Status);
        Assert.DoesNotMatch("Exception|   at ", answer.Body);
    }

    [Fact]
    public async Task An_id_that_is_none_is_404_everywhere()
    {
        var document = (await lintel.Http.GetJson("/openapi/v1.json")).Body!;
        foreach (var (path, calls) in document["paths"]!.AsObject().Where(path => path.Key.Contains("{id}", StringComparison.Ordinal)))
        {
            foreach (var (verb, call) in calls!.AsObject())
            {
                foreach (var id in NoId.Split(", "))
                {
                    var answer = await lintel.Http.SendJson(new HttpMethod(verb.ToUpperInvariant()), path.Replace("{id}", id, StringComparison.Ordinal), call!["requestBody"] is null ? null : "{}");

                    Assert.True(answer.Status == HttpStatusCode.NotFound, $"{verb} {path} {id}: {answer.Text}");
                    answer.IsProblem(HttpStatusCode.NotFound);
                }
            }
        }
    }

    [Theory]
    [InlineData("abc-1._X", true)]
    [InlineData("a b", false)]
    [InlineData("<script>", false)]
    [InlineData("", false)]
    public async Task The_callers_own_id_is_kept_when_it_is_one(string id, bool isKept)
    {
        var answer = await lintel.Http.SendRaw($"GET /health HTTP/1.1\nHost: x\nConnection: close\nX-Correlation-Id: {id}");

        Assert.Equal(isKept, answer.Headers["X-Correlation-Id"] == id);
        Assert.Matches(isKept ? "." : "^[0-9a-f]{32}$", answer.Headers["X-Correlation-Id"]);
    }

    [Fact]
    public async Task An_id_of_65_characters_is_not_the_callers()
    {
        var answer = await lintel.Http.SendJson(HttpMethod.Get, "/health", null, ("X-Correlation-Id", new string('x', 65)));

        Assert.Matches("^[0-9a-f]{32}$", answer.Headers.GetValues("X-Correlation-Id").Single());
    }

    [Theory]
    [InlineData("page", "0")]
    [InlineData("page", "-1")]
    [InlineData("page", "1.5")]
    [InlineData("page", "two")]
    [InlineData("per_page", "0")]
    [InlineData("per_page", "-20")]
    [InlineData("per_page", "1e2")]
    [InlineData("per_page", "all")]
    public async Task A_page_that_is_none_is_named(string field, string value) =>
        (await lintel.Http.GetJson($"/leads?{field}={value}")).IsProblem(HttpStatusCode.BadRequest, (field, "must be a whole number of at least 1"));

    [Theory]
    [InlineData("per_page=101", 1, 100)]
    [InlineData("per_page=99999999999999999999", 1, 100)]
    [InlineData("per_page=", 1, 20)]
    [InlineData("page=7&per_page=100", 7, 100)]
    public async Task A_page_past_the_end_is_empty_and_a_long_one_is_cut(string query, int page, int perPage)
    {
        var answer = await lintel.Http.GetJson("/leads?q=nobody&" + query);

        Assert.Equal((HttpStatusCode.OK, 0), (answer.Status, answer["leads"].AsArray().Count));
        Assert.Equal((page, perPage), ((int)answer["pagination"]["page"]!, (int)answer["pagination"]["per_page"]!));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Long_answers_are_compressed(string encoding)
    {
        await lintel.Http.PostJson("/leads", new { name = "Long", notes = new string('x', 10_000) });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/leads");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);

        using var answer = await lintel.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, 1, 5_000);
    }
}
