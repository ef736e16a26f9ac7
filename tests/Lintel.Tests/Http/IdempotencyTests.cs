using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Http;

public sealed class IdempotencyTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    private static readonly (string, string) Trace = ("X-Correlation-Id", "first");

    [Fact]
    public async Task The_same_call_again_gets_the_same_answer_and_acts_once()
    {
        var first = await Post("same", "/leads", new { name = "Once" });
        var again = await Post("same", "/leads", new { name = "Once" });

        Assert.Equal((HttpStatusCode.Created, first.Text), (again.Status, again.Text));
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(first.MediaType, again.MediaType);
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(["true"], again.Headers.GetValues("Idempotency-Replayed"));
        Assert.Equal(1, await Leads("Once"));
    }

    [Fact]
    public async Task Another_body_or_address_under_the_key_is_422()
    {
        await Post("taken", "/leads", new { name = "Taken" });

        var body = await Post("taken", "/leads", new { name = "Taken too" });
        var address = await Post("taken", "/leads?x=1", new { name = "Taken" });

        Assert.All([body, address], answer => answer.IsProblem(HttpStatusCode.UnprocessableEntity));
        Assert.Equal(1, await Leads("Taken"));
    }

    [Fact]
    public async Task A_conflict_stays_one_under_its_key()
    {
        var holder = await lintel.Http.PostJson("/leads", new { name = "Holder", phone = "+85291110001" });
        var refused = await Post("conflict", "/leads", new { name = "Late", phone = "+85291110001" }, Trace);
        await lintel.Http.PutJson($"/leads/{holder["lead"]["id"]}", """{"phone":null}""");

        var again = await Post("conflict", "/leads", new { name = "Late", phone = "+85291110001" });

        Assert.Equal((HttpStatusCode.Conflict, refused.Text), (again.Status, again.Text));
        Assert.Equal("application/problem+json", again.MediaType);
        Assert.Equal(["true"], again.Headers.GetValues("Idempotency-Replayed"));
    }

    [Fact]
    public async Task A_wrong_value_may_be_mended_under_the_same_key()
    {
        var wrong = await Post("mended", "/leads", new { name = "Mended", email = "no" });
        var right = await Post("mended", "/leads", new { name = "Mended", email = "mended@example.com" });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Created), (wrong.Status, right.Status));
    }

    [Fact]
    public async Task Of_many_at_once_one_acts()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Post("at-once", "/leads", new { name = "Crowd" })));

        Assert.Equal(1, await Leads("Crowd"));
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));
    }

    [Fact]
    public async Task The_answer_outlives_the_process()
    {
        await using var own = new LintelServer();
        await own.InitializeAsync();
        var first = await own.Http.PostJson("/leads", new { name = "Durable" }, ("Idempotency-Key", "durable"));

        await own.Restart();
        var again = await own.Http.PostJson("/leads", new { name = "Durable" }, ("Idempotency-Key", "durable"));

        Assert.Equal((HttpStatusCode.Created, first.Text), (again.Status, again.Text));
        Assert.Equal(1, (int)(await own.Http.GetJson("/leads"))["pagination"]["total"]!);
    }

    [Theory]
    [InlineData(256, 'k')]
    [InlineData(3, '\t')]
    [InlineData(0, 'k')]
    public async Task A_key_that_is_none_is_400(int length, char of)
    {
        var answer = await lintel.Http.SendRaw(
            $"POST /leads HTTP/1.1\nHost: x\nConnection: close\nContent-Type: application/json\nContent-Length: 12\nIdempotency-Key: a{of}b".Replace($"a{of}b", length == 3 ? $"a{of}b" : new string(of, length)),
            "{\"name\":\"x\"}"u8.ToArray());

        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task A_key_of_255_characters_is_one() =>
        Assert.Equal(HttpStatusCode.Created, (await Post(new string('k', 255), "/leads", new { name = "Long key" })).Status);

    [Fact]
    public async Task Where_nothing_is_made_the_key_means_nothing()
    {
        var read = await lintel.Http.SendJson(HttpMethod.Get, "/leads", null, ("Idempotency-Key", "read"));
        var nowhere = await Post("nowhere", "/nowhere", new { });
        var wrongMethod = await Post("wrong-method", "/health", new { });

        Assert.Equal(HttpStatusCode.OK, read.Status);
        nowhere.IsProblem(HttpStatusCode.NotFound);
        wrongMethod.IsProblem(HttpStatusCode.MethodNotAllowed);
    }

    private Task<WireAnswer> Post(string key, string path, object body, params (string, string)[] headers) =>
        lintel.Http.PostJson(path, body, [("Idempotency-Key", key), .. headers]);

    private async Task<int> Leads(string name) => (await lintel.Http.GetJson($"/leads?q={name}&per_page=100"))["leads"].AsArray().Count(lead => (string?)lead!["name"] == name);
}
