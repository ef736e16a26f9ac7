using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Conversations;

/// <summary>What was planned is ticked off or moved. It is 09:45 on Monday 23 November 2026.</summary>
public sealed class UpdateAppointmentTests(LintelServer lintel) : IClassFixture<LintelServer>
{
    [Fact]
    public async Task Ticked_off_it_is_a_contact_that_took_place_and_taken_back_it_never_was()
    {
        var lead = await lintel.Lead(("phone", null));
        var viewing = await Viewing(lead, "2026-11-23T08:00:00Z");
        var before = await Lead(lead);
        lintel.Clock.Advance(TimeSpan.FromHours(8));

        var done = await lintel.Http.PutJson($"/interactions/{viewing}", new { done = true });

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal("2026-11-23T09:45:00.000Z", (string?)done["interaction"]["completed_at"]);
        Assert.Equal(("2026-11-23T09:45:00.000Z", before.Score + 20), await Lead(lead));

        var open = await lintel.Http.PutJson($"/interactions/{viewing}", new { done = false });

        Assert.Null((string?)open.Body!["interaction"]!["completed_at"]);
        Assert.Equal(before, await Lead(lead));
    }

    [Fact]
    public async Task It_is_moved_and_stays_what_it_was()
    {
        var lead = await lintel.Lead();
        var viewing = await Viewing(lead, "2026-12-01T08:00:00Z");

        var moved = await lintel.Http.PutJson($"/interactions/{viewing}", new { scheduled_at = "2026-12-02T10:00" });

        Assert.Equal("2026-12-02T02:00:00.000Z", (string?)moved["interaction"]["scheduled_at"]);
        Assert.Equal("Lobby", (string?)moved["interaction"]["subject"]);
    }

    [Fact]
    public async Task What_was_not_planned_is_a_conflict_and_wrong_values_are_named()
    {
        var lead = await lintel.Lead();
        var note = await lintel.Interaction(lead, ("type", "note"));
        var viewing = await Viewing(lead, "2026-12-01T08:00:00Z");

        (await lintel.Http.PutJson($"/interactions/{note}", new { done = true })).IsProblem(HttpStatusCode.Conflict);
        (await lintel.Http.PutJson("/interactions/999999", new { done = true })).IsProblem(HttpStatusCode.NotFound);
        (await lintel.Http.PutJson($"/interactions/{viewing}", new { done = (bool?)null, scheduled_at = "soon" })).IsProblem(
            HttpStatusCode.BadRequest,
            ("scheduled_at", "must be a time (RFC 3339, such as 2026-11-23T09:45:00+08:00)"),
            ("done", "must not be empty"));
    }

    private Task<long> Viewing(long lead, string at) =>
        lintel.Interaction(lead, ("type", "viewing"), ("message", null), ("subject", "Lobby"), ("scheduled_at", at));

    private async Task<(string? LastContact, int Score)> Lead(long id)
    {
        var lead = (await lintel.Http.GetJson($"/leads/{id}"))["lead"];
        return ((string?)lead["last_contact_at"], (int)lead["score"]!);
    }
}
