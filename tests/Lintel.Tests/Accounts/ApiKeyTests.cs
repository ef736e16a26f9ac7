using System.Net;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Accounts;

public sealed class ApiKeyTests : ClosedServer
{
    [Fact]
    public async Task A_key_is_known_in_either_header_and_kept_as_a_hash()
    {
        var key = await KeyText(Scope.Write, name: "Website");
        var http = Client();

        var bearer = await http.SendJson(HttpMethod.Get, "/auth/me", null, ("Authorization", "bearer " + key));
        var own = await http.SendJson(HttpMethod.Get, "/auth/me", null, ("X-API-Key", key));

        Assert.Matches("^lintel_[A-Za-z0-9_-]{43}$", key);
        Arrange.Same(
            """
            {"success": true, "user": null, "key": {"id": 1, "name": "Website", "scope": "write"}, "role": "manager", "agent_id": null,
             "agency": {"id": 1, "name": "Agency", "time_zone": "Asia/Hong_Kong", "currency": "HKD", "region": "HK", "languages": ["en", "zh"], "working_hours": [], "logo": null, "agents_see_unassigned": false}, "agencies": [], "csrf_token": null}
            """,
            bearer.Body);
        Assert.Equal(bearer.Text, own.Text);
        Assert.DoesNotContain(key, string.Concat(await Lintel.Database.Content("api_keys")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authorization", "Bearer lintel_unknown")]
    [InlineData("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIiwicm9sZSI6Im93bmVyIn0.")]
    [InlineData("Authorization", "Basic YWRtaW46YWRtaW4=")]
    [InlineData("Authorization", "Bearer")]
    [InlineData("X-API-Key", "' OR 1=1 --")]
    public async Task What_is_no_key_of_ours_is_refused(string header, string value)
    {
        var answer = await Client().SendJson(HttpMethod.Get, "/leads", null, (header, value));

        answer.IsProblem(HttpStatusCode.Unauthorized);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_key_in_an_address_is_refused_and_not_echoed()
    {
        var key = await KeyText(Scope.Admin);
        foreach (var path in new[] { $"/leads?api_key={key}", $"/leads?search={key}", $"/app/leads?access_token={key}", $"/nowhere?x={key}", $"/health?q={key}" })
        {
            var answer = await Client().SendJson(HttpMethod.Get, path, null, ("Authorization", "Bearer " + key));

            Assert.True(answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest, $"{path}: {answer.Status}");
            Assert.DoesNotContain(key, answer.Text + answer.Headers, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_different_keys_are_none()
    {
        var (one, other) = (await KeyText(Scope.Read), await KeyText(Scope.Read));

        var answer = await Client().SendJson(HttpMethod.Get, "/leads", null, ("Authorization", "Bearer " + one), ("X-API-Key", other));

        answer.IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_the_scope_does_not_cover_is_forbidden_and_done_nothing_of()
    {
        var read = await Key(Scope.Read);

        var refused = await read.PostJson("/leads", new { name = "Amy" });

        refused.IsProblem(HttpStatusCode.Forbidden);
        Assert.Equal("This needs a key with the scope write.", (string?)refused["detail"]);
        Assert.Equal(0, (int)(await read.GetJson("/leads"))["pagination"]["total"]!);
    }

    [Fact]
    public async Task A_key_ends_when_it_expires()
    {
        var http = await Key(Scope.Read);
        await Lintel.Database.Execute($"UPDATE api_keys SET expires_at = {LintelServer.Start.AddHours(1).ToUnixTimeMilliseconds()}");

        Assert.Equal(HttpStatusCode.OK, (await http.GetJson("/leads")).Status);
        Lintel.Clock.Advance(TimeSpan.FromHours(1));
        (await http.GetJson("/leads")).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("[\"127.0.0.0/8\",\"::1/128\"]", HttpStatusCode.OK)]
    [InlineData("[\"203.0.113.0/24\"]", HttpStatusCode.Unauthorized)]
    public async Task A_key_is_good_from_its_addresses_only(string addresses, HttpStatusCode status)
    {
        var http = await Key(Scope.Read);
        await Lintel.Database.Execute($"UPDATE api_keys SET allowed_addresses = '{addresses}'");

        Assert.Equal(status, (await http.GetJson("/leads")).Status);
    }

    [Fact]
    public async Task Its_use_is_noted_to_within_a_minute()
    {
        var http = await Key(Scope.Read);
        await http.GetJson("/leads");
        var first = await Lintel.Database.Count("SELECT last_used_at FROM api_keys");
        Lintel.Clock.Advance(TimeSpan.FromSeconds(59));
        await http.GetJson("/leads");
        Assert.Equal(first, await Lintel.Database.Count("SELECT last_used_at FROM api_keys"));

        Lintel.Clock.Advance(TimeSpan.FromSeconds(1));
        await http.GetJson("/leads");

        Assert.Equal(first + 60_000, await Lintel.Database.Count("SELECT last_used_at FROM api_keys"));
    }

    [Fact]
    public async Task What_another_process_revokes_is_good_for_two_seconds_more()
    {
        var http = await Key(Scope.Read);
        Assert.Equal(HttpStatusCode.OK, (await http.GetJson("/leads")).Status);
        await Lintel.Database.Execute("UPDATE api_keys SET revoked_at = 1");

        Lintel.Clock.Advance(TimeSpan.FromSeconds(2));

        (await http.GetJson("/leads")).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Two_callers_of_one_name_do_not_share_their_idempotency_keys()
    {
        var (one, other) = (await Key(Scope.Write), await Key(Scope.Write));
        var first = await one.PostJson("/leads", new { name = "Amy" }, ("Idempotency-Key", "1"));
        var second = await other.PostJson("/leads", new { name = "Amy" }, ("Idempotency-Key", "1"));

        Assert.NotEqual((long)first["lead"]["id"]!, (long)second["lead"]["id"]!);
    }

    [Fact]
    public async Task Credentials_count_where_the_API_is_open_too()
    {
        await using var open = new LintelServer();
        await open.InitializeAsync();

        Assert.Equal(HttpStatusCode.OK, (await open.Http.GetJson("/leads")).Status);
        (await open.Http.SendJson(HttpMethod.Get, "/leads", null, ("X-API-Key", "lintel_unknown"))).IsProblem(HttpStatusCode.Unauthorized);
    }
}
