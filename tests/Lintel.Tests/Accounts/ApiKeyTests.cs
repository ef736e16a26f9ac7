using System.Net;
using Lintel.Model;
using Lintel.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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
    public async Task That_a_key_was_shown_which_lets_nobody_in_is_in_its_agencys_audit_once_a_minute_and_never_the_key()
    {
        string[] keys = [await KeyText(Scope.Read), await KeyText(Scope.Read), await KeyText(Scope.Read), await KeyText(Scope.Read)];
        await Lintel.Database.Execute($"UPDATE api_keys SET expires_at = {LintelServer.Start.ToUnixTimeMilliseconds()} WHERE id = 2");
        await Lintel.Database.Execute("UPDATE api_keys SET allowed_addresses = '[\"203.0.113.0/24\"]' WHERE id = 3");
        var owner = await Key(Scope.Admin);
        await owner.SendJson(HttpMethod.Delete, "/keys/1", null);

        for (var time = 0; time < 3; time++)
        {
            foreach (var key in keys[..3])
            {
                (await WithKey(key).GetJson("/leads")).IsProblem(HttpStatusCode.Unauthorized);
            }

            await Client().GetJson($"/leads?api_key={keys[3]}");
        }

        // What is no key of anybody's is in nobody's audit.
        await WithKey("lintel_unknown").GetJson("/leads");
        await WithKey("eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.").GetJson("/leads");
        Assert.Equal(
            [(4, "in_address"), (3, "address"), (2, "expired"), (1, "revoked")],
            (await Refused(owner)).Select(entry => ((int)entry!["entity_id"]!, (string?)entry["after"]!["why"])));
        Assert.All(await Refused(owner), entry => Assert.Equal(("stranger", "key", "127.0.0.1"), ((string?)entry!["actor"], (string?)entry["entity"], (string?)entry["address"])));
        var kept = string.Concat(await Lintel.Database.Content("audit_entries"));
        Assert.All(keys, key => Assert.DoesNotContain(key, kept, StringComparison.Ordinal));

        Lintel.Clock.Advance(TimeSpan.FromMinutes(1));
        await WithKey(keys[0]).GetJson("/leads");
        Assert.Equal(5, (await Refused(owner)).Count);
    }

    [Fact]
    public async Task What_is_nobodys_is_told_to_the_operator_and_not_repeated()
    {
        var lines = new LogLines();
        await using var closed = new LintelServer { Set = settings => settings with { OpenApi = false }, Register = services => services.AddSingleton<ILoggerProvider>(lines) };
        await closed.InitializeAsync();

        await closed.Http.SendJson(HttpMethod.Get, "/leads", null, ("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."));
        await closed.Http.SendJson(HttpMethod.Get, "/leads", null, ("Cookie", "lintel-session=eyJhbGciOiJub25lIn0"));
        await closed.Http.GetJson("/app/invitation?token=eyJhbGciOiJub25lIn0");
        await closed.Http.PostJson("/auth/sign-in", new { email = "eyJhbGciOiJub25lIn0@example.com", password = Password }, ("X-Correlation-Id", "c1"));

        // The connection takes the next call once the last one is noted.
        await closed.Http.GetJson("/health");
        Assert.Equal(
            [
                "Somebody was not let in by what they showed: unknown",
                "Somebody was not let in by what they showed: session",
                "Somebody tried a mailed link that works no more",
                "Somebody tried to sign in with an account that is nobody's (call c1)",
            ],
            lines.Of(LogLevel.Information).Where(line => line.StartsWith("Somebody", StringComparison.Ordinal)));
        Assert.DoesNotContain("eyJhbGciOiJub25lIn0", lines.ToString(), StringComparison.OrdinalIgnoreCase);
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

    private static async Task<System.Text.Json.Nodes.JsonArray> Refused(HttpClient owner) => (await owner.GetJson("/audit?action=refused"))["entries"].AsArray();
}
