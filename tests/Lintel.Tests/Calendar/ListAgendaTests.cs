using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Calendar;

/// <summary>Follow-ups and appointments in one list. It is 09:45 on Monday 23 November 2026.</summary>
public sealed class ListAgendaTests : OwnServer
{
    [Fact]
    public async Task What_is_planned_comes_in_order_with_whom_it_is_for()
    {
        var amy = await Lintel.Agent("Amy");
        var ben = await Lintel.Agent("Ben");
        var chan = await Lintel.Lead(("name", "Chan"), ("assigned_agent_id", amy));
        var nameless = await Lintel.Lead(("name", null), ("instagram_handle", "mei"), ("assigned_agent_id", ben));
        var viewing = await Lintel.Interaction(chan, ("type", "viewing"), ("message", "Lobby"), ("scheduled_at", "2026-11-24T02:00:00Z"));
        await Http.PostJson($"/leads/{nameless}/follow-ups", new { due_at = "2026-11-23T09:00:00Z", note = "Call" });
        await Http.PostJson($"/leads/{nameless}/follow-ups", new { due_at = "2026-12-23T09:00:00Z" });
        await Http.PostJson($"/leads/{chan}/follow-ups", new { due_at = "2026-11-22T09:00:00Z" });

        var agenda = await Http.GetJson("/calendar");

        Arrange.Same(
            $$"""
            {
              "agenda": [
                {"kind": "follow_up", "id": 1, "at": "2026-11-23T09:00:00.000Z", "note": "Call", "done": false, "lead_id": {{nameless}}, "lead_name": "@mei",
                 "agent_id": {{ben}}, "agent_name": "Ben"},
                {"kind": "viewing", "id": {{viewing}}, "at": "2026-11-24T02:00:00.000Z", "note": "Lobby", "done": false, "lead_id": {{chan}}, "lead_name": "Chan",
                 "agent_id": {{amy}}, "agent_name": "Amy"}
              ],
              "success": true
            }
            """,
            agenda.Body);
        Assert.Equal([viewing], Ids(await Http.GetJson($"/calendar?agent_id={amy}")));
        Assert.Equal([1, viewing, 2], Ids(await Http.GetJson("/calendar?until=2026-12-24")));
        Assert.Equal([3], Ids(await Http.GetJson("/calendar?from=2026-11-01&until=2026-11-23")));
    }

    [Fact]
    public async Task Wrong_times_are_named()
    {
        (await Http.GetJson("/calendar?from=soon")).IsProblem(
            HttpStatusCode.BadRequest, ("from", "must be a time (RFC 3339, such as 2026-11-23T09:45:00+08:00)"));
        (await Http.GetJson("/calendar?from=2026-11-23&until=2026-11-22")).IsProblem(HttpStatusCode.BadRequest, ("until", "must not be before from"));
        (await Http.GetJson("/calendar?agent_id=x")).IsProblem(HttpStatusCode.BadRequest, ("agent_id", "must be a whole number from 1 to 2147483647"));
    }

    private static IEnumerable<long> Ids(WireAnswer answer) => answer["agenda"].AsArray().Select(item => (long)item!["id"]!);
}
