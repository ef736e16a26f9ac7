using System.Net;
using System.Text.RegularExpressions;
using Lintel.Accounts;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Accounts;

/// <summary>The pages as an agent has them: nothing on them leads to what the role table keeps from agents.</summary>
public sealed partial class AgentPagesTests : ClosedServer
{
    private static readonly Actor Agent = Actor.Nobody with { IsAcross = false, Role = Role.Agent };

    private HttpClient _manager = null!;
    private HttpClient _agent = null!;
    private long _amy;
    private long _lead;

    [Fact]
    public async Task No_link_and_no_form_leads_an_agent_to_what_agents_may_not_do()
    {
        await Arrange();

        Assert.Equal([], await Forbidden(_agent));

        // The same pages lead a manager there, so that it would be seen.
        var shown = await Forbidden(_manager);
        foreach (var place in new[]
        {
            "/app/leads/export", "/app/leads/erase", "/app/leads/merge", "/app/analytics/export", "/app/import", "/app/settings", "/app/agents/assign", "/leads/{id}/personal-data",
        })
        {
            Assert.Contains(shown, found => found.EndsWith(" " + place, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_agent_assigns_nothing_and_takes_what_nobody_has_where_the_agency_lets_them()
    {
        await Arrange();
        await _manager.PutJson($"/leads/{_lead + 1}", new { assigned_agent_id = (long?)null });
        foreach (var page in new[] { "/app/leads", $"/app/leads/{_lead}" })
        {
            Assert.DoesNotContain("name=\"agent_id\"", await _agent.Page(page), StringComparison.Ordinal);
            Assert.Contains("name=\"agent_id\"", await _manager.Page(page), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await _agent.GetAsync($"/app/leads/{_lead + 1}", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await Key(Scope.Admin)).PutJson("/agency", new { agents_see_unassigned = true })).Status);

        var take = $"name=\"agent_id\" value=\"{_amy}\"";
        Assert.Contains(take, await _agent.Page("/app/leads"), StringComparison.Ordinal);
        Assert.DoesNotContain(take, await _agent.Page($"/app/leads/{_lead}"), StringComparison.Ordinal);
        Assert.Contains(take, await _agent.Page($"/app/leads/{_lead + 1}"), StringComparison.Ordinal);
        var taken = await Followed(_agent, $"/app/leads/{_lead + 1}", ("id", $"{_lead + 1}"), ("agent_id", $"{_amy}"));
        Assert.Contains("Assigned.", taken, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"undo\"", taken, StringComparison.Ordinal);
        Assert.Equal(_amy, (long)(await _agent.GetJson($"/leads/{_lead + 1}"))["lead"]["assigned_agent_id"]!);
    }

    [Fact]
    public async Task An_owner_says_on_a_page_what_agents_see()
    {
        var owner = await SignedIn(await Member(Role.Owner));

        await Followed(owner, "/app/settings", "/app/settings", ("_handler", "agency"), ("name", "Agency"), ("agents_see_unassigned", "true"));

        Assert.True((bool)(await owner.GetJson("/agency"))["agency"]["agents_see_unassigned"]!);
        Assert.Contains("<option value=\"true\" selected>", await owner.Page("/app/settings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_an_owner_changes_the_logo_on_a_page()
    {
        var image = Convert.ToBase64String([0xFF, 0xD8, 0xFF, 0xE0]);
        var logo = (string)(await (await Key(Scope.Admin)).PutJson("/agency/logo", new { image }))["agency"]["logo"]!;
        var manager = await SignedIn(await Member(Role.Manager));
        var page = await manager.Page("/app/settings");
        Assert.DoesNotContain("logo-remove", page, StringComparison.Ordinal);

        using var form = new FormUrlEncodedContent(
            [KeyValuePair.Create("_handler", "logo-remove"), KeyValuePair.Create("__RequestVerificationToken", Token().Match(page).Groups["token"].Value)]);
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.PostAsync("/app/settings", form, Cancel)).StatusCode);

        Assert.Equal(logo, (string)(await manager.GetJson("/agency"))["agency"]["logo"]!);
    }

    private async Task Arrange()
    {
        var boss = await Key(Scope.Write);
        _amy = (long)(await boss.PostJson("/agents", new { name = "Amy", email = "amy@example.com" }))["agent"]["id"]!;
        await boss.PostJson("/properties", new { title = "Harbour view", source = "house", source_id = "1", area = "Central", price = 9_000_000 });
        _lead = (long)(await boss.PostJson("/leads", new { name = "Ken Wong", email = "ken@example.com", preferred_areas = new[] { "Central" } }))["lead"]["id"]!;
        await boss.PostJson("/leads", new { name = "Ken Wong", phone = "91234567" });
        await boss.PostJson($"/leads/{_lead}/follow-ups", new { due_at = "2026-11-23T02:00:00Z" });
        _manager = await SignedIn(await Member(Role.Manager));
        _agent = await SignedIn(await Member(Role.Agent, agentId: _amy));
    }

    /// <summary>What the pages lead to that agents may not do.</summary>
    private async Task<List<string>> Forbidden(HttpClient http)
    {
        var lead = $"/app/leads/{_lead}";
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var page in new[]
        {
            "/app/today", "/app/inbox", $"/app/inbox?lead={_lead}", "/app/leads", $"/app/leads?look={_lead}", "/app/leads?new=1", "/app/leads?status=new&save=1", "/app/leads/board", lead,
            lead + "?edit=1", lead + "?erase=1", $"{lead}?merge={_lead + 1}", "/app/calendar", "/app/calendar?feed=1", "/app/properties", "/app/properties?new=1", "/app/properties?view=table",
            "/app/properties/1", "/app/properties/1?edit=1", "/app/agents", "/app/agents?new=1", $"/app/agents/{_amy}", $"/app/agents/{_amy}?edit=1", "/app/analytics", "/app/profile",
        })
        {
            var html = await http.Page(page);
            var links = Link().Matches(html).Select(link => (Method: "GET", Path: link.Groups["path"].Value));
            var forms = Form().Matches(html).Select(form => (Method: "POST", Path: Action().Match(form.Value) is { Success: true } to ? to.Groups["path"].Value : page));
            found.UnionWith(links.Concat(forms).Select(to => Line(to.Method, to.Path.Split('?', '#')[0])).OfType<Permission>()
                .Where(line => line.WhyNot(Agent) is not null).Select(line => $"{page}: {line.Method} {line.Path}"));
        }

        return [.. found];
    }

    /// <summary>Sends a form and opens the page that it leads to.</summary>
    private static Task<string> Followed(HttpClient http, string page, params (string Name, string Value)[] fields) => Followed(http, page, "/app/leads/change", fields);

    private static async Task<string> Followed(HttpClient http, string page, string action, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await http.Page(page)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(
            [.. fields.Append(("__RequestVerificationToken", token)).Append(("return", page)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))]);
        var answer = await http.PostAsync(action, form, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await http.Page(answer.Headers.Location!.PathAndQuery());
    }

    private static Permission? Line(string method, string path) => RoleTable.All
        .Where(line => line.Method == method && Regex.IsMatch(path, $"^{Parameter().Replace(line.Path, "[^/]+")}$"))
        .MinBy(line => line.Path.Count(letter => letter == '{'));

    [GeneratedRegex("href=\"(?<path>/[^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<form [^>]*method=\"post\"[^>]*>")]
    private static partial Regex Form();

    [GeneratedRegex("action=\"(?<path>/[^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
