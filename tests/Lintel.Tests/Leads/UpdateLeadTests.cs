using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Leads;

public sealed class UpdateLeadTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    [Fact]
    public async Task Only_what_is_sent_changes_and_null_clears()
    {
        var id = await New(new { name = "Lee", phone = "+85255550101", budget_max = 20_000, tags = new[] { "a" } });

        var changed = await lintel.Http.PutJson($"/leads/{id}", """{"phone": null, "tags": null, "bedrooms": 0}""");

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        var lead = changed["lead"];
        Assert.Equal(("Lee", null, 20_000, 0, 0), ((string?)lead["name"], (string?)lead["phone"], (int)lead["budget_max"]!, (int)lead["bedrooms"]!, lead["tags"]!.AsArray().Count));

        // The number is free again, for somebody else.
        Assert.Equal(HttpStatusCode.Created, (await lintel.Http.PostJson("/leads", new { phone = "+85255550101" })).Status);
    }

    [Fact]
    public async Task The_score_and_the_history_follow()
    {
        var id = await New(new { name = "Wong" });
        lintel.Clock.Advance(TimeSpan.FromMinutes(5));

        var changed = await lintel.Http.PutJson($"/leads/{id}", new { status = "qualified", budget_min = 5, email = "wong@example.com" });

        Assert.Equal(("qualified", 20), ((string?)changed["lead"]["status"], (int)changed["lead"]["score"]!));
        var history = (await lintel.Http.GetJson($"/leads/{id}/history"))["status_changes"].AsArray();
        Assert.Equal(
            [(null, "new", "api", "created"), ("new", "qualified", "api", "changed by api")],
            history.Select(change => ((string?)change!["from"], (string)change["to"]!, (string)change["by"]!, (string)change["reason"]!)));
        Assert.Equal(TimeSpan.FromMinutes(5), (DateTime)history[1]!["at"]! - (DateTime)history[0]!["at"]!);
    }

    [Fact]
    public async Task A_budget_is_checked_against_what_stays()
    {
        var id = await New(new { name = "Ho", budget_min = 10_000 });

        var answer = await lintel.Http.PutJson($"/leads/{id}", new { budget_max = 9_999 });

        answer.IsProblem(HttpStatusCode.BadRequest, ("budget_max", "must not be below budget_min"));
        Assert.Null((string?)(await lintel.Http.GetJson($"/leads/{id}"))["lead"]["budget_max"]);
    }

    [Fact]
    public async Task A_stale_version_changes_nothing()
    {
        var id = await New(new { name = "Ng" });
        var tag = (await lintel.Http.GetJson($"/leads/{id}")).Headers.ETag!.ToString();

        var first = await lintel.Http.PutJson($"/leads/{id}", new { notes = "first" }, ("If-Match", tag));
        var second = await lintel.Http.PutJson($"/leads/{id}", new { notes = "second" }, ("If-Match", tag));

        Assert.Equal(HttpStatusCode.OK, first.Status);
        second.IsProblem(HttpStatusCode.PreconditionFailed);
        var now = await lintel.Http.GetJson($"/leads/{id}");
        Assert.Equal("first", (string?)now["lead"]["notes"]);
        Assert.Equal(first.Headers.ETag, now.Headers.ETag);
    }

    [Fact]
    public async Task Another_leads_address_is_refused()
    {
        var holder = await New(new { email = "taken@example.com" });
        var id = await New(new { name = "Yip" });

        var answer = await lintel.Http.PutJson($"/leads/{id}", new { email = "Taken@example.com", name = "Changed" });

        answer.IsProblem(HttpStatusCode.Conflict, ("email", $"already belongs to lead {holder}"));
        Assert.Equal("Yip", (string?)(await lintel.Http.GetJson($"/leads/{id}"))["lead"]["name"]);
    }

    [Theory]
    [InlineData("/leads/0")]
    [InlineData("/leads/-1")]
    [InlineData("/leads/abc")]
    [InlineData("/leads/999999")]
    [InlineData("/leads/99999999999999999999")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        (await lintel.Http.PutJson(path, new { name = "X" })).IsProblem(HttpStatusCode.NotFound);
        (await lintel.Http.GetJson(path)).IsProblem(HttpStatusCode.NotFound);
    }

    private async Task<long> New(object lead) => (long)(await lintel.Http.PostJson("/leads", lead))["lead"]["id"]!;
}
