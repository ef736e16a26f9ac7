using System.Net;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Audit;

public sealed class AuditOfCallersTests : ClosedServer
{
    [Fact]
    public async Task Who_signs_in_and_who_asks_for_more_than_they_may_is_kept()
    {
        var agent = await SignedIn(await Member(Role.Agent, email: "amy@example.com"));
        var manager = await SignedIn(await Member(Role.Manager, email: "mo@example.com"));

        var refused = await agent.GetJson("/audit?entity=lead");
        var entries = (await manager.GetJson("/audit"))["entries"].AsArray().Where(entry => (string?)entry!["action"] != "created").ToList();

        refused.IsProblem(HttpStatusCode.Forbidden);
        Assert.Equal(
            [("refused", "call", "amy", """{"method":"GET","path":"/audit"}"""), ("signed_in", "user", "mo", null), ("signed_in", "user", "amy", null)],
            entries.Select(entry => ((string?)entry!["action"], (string?)entry["entity"], (string?)entry["actor"], entry["after"]?.ToJsonString())));
        Assert.All(entries, entry => Assert.Equal(("127.0.0.1", true), ((string?)entry!["address"], entry["user_id"] is not null)));
    }

    [Fact]
    public async Task A_key_is_named_with_its_number_and_needs_the_whole_scope_to_read_what_others_did()
    {
        var (write, admin) = (await Key(Scope.Write, name: "Website"), await Key(Scope.Admin, name: "Office"));
        var lead = (long)(await write.PostJson("/leads", new { name = "Chan" }))["lead"]["id"]!;

        var refused = await write.GetJson("/audit");
        var entry = (await admin.GetJson($"/audit?entity=lead&entity_id={lead}"))["entries"].AsArray().Single()!;

        refused.IsProblem(HttpStatusCode.Forbidden);
        Assert.Equal(("Website", 1, null), ((string?)entry["actor"], (int?)entry["key_id"], (long?)entry["user_id"]));
    }

    [Fact]
    public async Task One_agency_sees_nothing_of_what_was_done_in_another()
    {
        var other = await Agency("Other");
        var theirs = await Key(Scope.Admin, other);
        await theirs.PostJson("/leads", new { name = "Chan" });

        var answer = await (await Key(Scope.Admin)).GetJson("/audit?entity=lead");

        Assert.Equal((0, 0), (answer["entries"].AsArray().Count, (int)answer["pagination"]["total"]!));
    }
}
