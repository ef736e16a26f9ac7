using Lintel.Tests.Running;

namespace Lintel.Tests.Calendar;

/// <summary>The calendar shows the first of a full day and says where the rest is. It is 09:45 on Monday 23 November 2026.</summary>
public sealed class CalendarPageTests : OwnServer
{
    [Theory]
    [InlineData("week", 8)]
    [InlineData("list", 8)]
    [InlineData("month", 3)]
    public async Task A_full_day_shows_its_first_and_leads_to_the_rest(string view, int shown)
    {
        var lead = await Lintel.Lead(("name", "Mei"));
        for (var hour = 10; hour < 19; hour++)
        {
            await Http.PostJson($"/leads/{lead}/follow-ups", new { due_at = $"2026-11-24T{hour}:00:00+08:00" });
        }

        await Lintel.Interaction(lead, ("type", "viewing"), ("message", "Lobby"), ("scheduled_at", "2026-11-24T10:30:00+08:00"));

        var page = await Http.Page($"/app/calendar?view={view}");
        var day = await Http.Page("/app/calendar?view=day&day=2026-11-24");

        Assert.Equal(shown, Plans(page));
        Assert.Contains("id=\"appointment-", page);
        Assert.Contains(view == "month" ? "<span class=\"month-count\">10" : "and 2 more", page);
        Assert.Equal(10, Plans(day));
        Assert.DoesNotContain("more<", day);
    }

    [Fact]
    public async Task On_a_full_day_what_is_done_gives_way_to_what_is_not()
    {
        var lead = await Lintel.Lead();
        var viewings = new List<long>();
        for (var hour = 10; hour < 14; hour++)
        {
            viewings.Add(await Lintel.Interaction(lead, ("type", "viewing"), ("scheduled_at", $"2026-11-23T{hour}:00:00+08:00")));
        }

        await Http.Submit("/app/calendar", "/app/calendar/change", ("done", $"appointment-{viewings[0]}"));
        var month = await Http.Page("/app/calendar?view=month");

        Assert.DoesNotContain($"id=\"appointment-{viewings[0]}\"", month);
        Assert.All(viewings.Skip(1), viewing => Assert.Contains($"id=\"appointment-{viewing}\"", month));
    }

    [Fact]
    public async Task One_agents_calendar_holds_what_is_theirs()
    {
        var amy = await Lintel.Agent("Amy");
        var hers = await Lintel.Lead(("assigned_agent_id", amy));
        var others = await Lintel.LeadOfNobody();
        await Http.PostJson($"/leads/{hers}/follow-ups", new { due_at = "2026-11-24T02:00:00Z" });
        await Http.PostJson($"/leads/{others}/follow-ups", new { due_at = "2026-11-24T02:00:00Z" });
        await Lintel.Interaction(hers, ("type", "call"), ("scheduled_at", "2026-11-25T02:00:00Z"));

        Assert.Equal(3, Plans(await Http.Page("/app/calendar")));
        Assert.Equal(2, Plans(await Http.Page($"/app/calendar?agent_id={amy}")));
    }

    [Fact]
    public async Task What_is_late_is_turned_page_by_page()
    {
        var lead = await Lintel.Lead();
        for (var day = 1; day <= 21; day++)
        {
            await Http.PostJson($"/leads/{lead}/follow-ups", new { due_at = $"2026-11-{day:00}T09:00:00Z" });
        }

        Assert.Equal(20, Plans(await Http.Page("/app/calendar?view=list")));
        Assert.Contains("1–20 of 21", await Http.Page("/app/calendar?view=list"));
        Assert.Equal(1, Plans(await Http.Page("/app/calendar?view=list&page=2")));
        Assert.Equal(20, Plans(await Http.Page("/app/calendar?view=list&page=-1")));
    }

    private static int Plans(string page) => page.Split("id=\"follow-up-").Length + page.Split("id=\"appointment-").Length - 2;
}
