using System.Globalization;
using Lintel.Tests.Running;

namespace Lintel.Tests.Administration;

/// <summary>What an owner looks up in the settings. It is 09:45 on Monday 23 November 2026.</summary>
public sealed class SettingsPageTests : OwnServer
{
    private const string Audit = "/app/settings?part=audit";

    [Fact]
    public async Task The_audit_is_narrowed_by_who_what_when_and_which_lead()
    {
        var mei = await Lintel.Lead(("name", "Mei"));
        var ben = await Lintel.Lead(("name", "Ben"));
        Lintel.Clock.Advance(TimeSpan.FromDays(1));
        await Http.PutJson($"/leads/{mei}", new { name = "Mei Wong" });

        Assert.Equal([mei, ben, mei], await Shown(""));
        Assert.Equal([mei], await Shown("&action=changed"));
        Assert.Equal([mei, mei], await Shown($"&lead={mei}"));
        Assert.Equal([mei], await Shown("&from=2026-11-24"));
        Assert.Equal([ben, mei], await Shown("&to=2026-11-23"));
        Assert.Equal([mei, ben, mei], await Shown("&actor=api&entity=lead"));
        Assert.Contains("Nothing of that kind was done", await Http.Page(Audit + "&actor=nobody"));
        Assert.Contains("class=\"form-problem", await Http.Page(Audit + "&from=yesterday"));
    }

    [Fact]
    public async Task The_audit_speaks_the_readers_language()
    {
        var lead = await Lintel.Lead(("name", "Mei"));
        await Http.PutJson($"/leads/{lead}", new { name = "Mei Wong" });
        await Http.PutJson("/agency/retention", new { months = 24 });
        Http.DefaultRequestHeaders.Add("Accept-Language", "zh-HK");

        var page = await Http.Page(Audit);

        Assert.Contains("<td>更改</td>", page);
        Assert.Contains($"客戶 {lead}</a>", page);
        Assert.Contains("<span class=\"cell-line\">姓名</span>", page);
        Assert.Contains("<span class=\"cell-line\">保留期</span>", page);
    }

    [Fact]
    public async Task The_rules_tell_how_many_open_leads_would_gain_by_each()
    {
        await Lintel.Lead(("name", "Mei"), ("phone", "+85298765432"));
        await Lintel.Lead(("name", "Ben"), ("email", "ben@example.com"));
        await Lintel.Lead(("name", "Lost"), ("status", "lost"));

        var page = await Http.Page("/app/settings?part=rules");

        Assert.Contains("Of 2 open leads", page);
        Assert.Contains("<span>Phone number</span><span>up to 5</span><span class=\"reason-evidence\">1 open leads would gain</span>", page);
        Assert.Contains("<span>Name</span><span>up to 5</span><span class=\"reason-evidence\">0 open leads would gain</span>", page);
        Assert.Contains("<span>Contacts</span><span>up to 25</span><span class=\"reason-evidence\">2 open leads would gain</span>", page);
    }

    /// <summary>The leads of the rows that are shown, in their order.</summary>
    private async Task<IEnumerable<long>> Shown(string filter) =>
        (await Http.Page(Audit + filter)).Split("href=\"/app/leads/").Skip(1)
        .Where(part => char.IsAsciiDigit(part[0])).Select(part => long.Parse(part[..part.IndexOf('"', StringComparison.Ordinal)], CultureInfo.InvariantCulture));
}
