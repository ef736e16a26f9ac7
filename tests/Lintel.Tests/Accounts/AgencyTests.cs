using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Accounts;

public sealed class AgencyTests : OwnServer
{
    [Fact]
    public async Task An_agency_changes_what_is_sent_and_reads_by_it_at_once()
    {
        var answer = await Http.PutJson("/agency", new { name = "Harbour Homes", time_zone = "Europe/London", currency = "gbp", region = "gb" });

        Arrange.Same(
            """{"success": true, "agency": {"id": 1, "name": "Harbour Homes", "time_zone": "Europe/London", "currency": "GBP", "region": "GB", "languages": ["en", "zh"], "working_hours": [], "logo": null, "agents_see_unassigned": false}}""", answer.Body);
        Arrange.Same(answer.Text, (await Http.GetJson("/agency")).Body);
        var lead = await Http.PostJson("/leads", new { phone = "020 7946 0958" });
        Assert.Equal("+442079460958", (string)lead["lead"]["phone"]!);

        await Http.PutJson("/agency", new { name = "Harbour" });
        Arrange.Same(
            """{"success": true, "agency": {"id": 1, "name": "Harbour", "time_zone": "Europe/London", "currency": "GBP", "region": "GB", "languages": ["en", "zh"], "working_hours": [], "logo": null, "agents_see_unassigned": false}}""",
            (await Http.GetJson("/agency")).Body);
    }

    [Fact]
    public async Task What_an_agency_cannot_be_is_named_and_changes_nothing()
    {
        var before = (await Http.GetJson("/agency")).Text;

        (await Http.PutJson("/agency", new { name = (string?)null, time_zone = "Mars", currency = "no", region = "ZZ", agents_see_unassigned = (bool?)null })).IsProblem(
            HttpStatusCode.BadRequest,
            ("name", "must not be empty"),
            ("agents_see_unassigned", "must not be empty"),
            ("time_zone", "must be an IANA time zone such as Asia/Hong_Kong"),
            ("currency", "must be an ISO 4217 code such as HKD"),
            ("region", "must be an ISO 3166 region such as HK"));
        Assert.Equal(before, (await Http.GetJson("/agency")).Text);
    }

    [Fact]
    public async Task An_agency_says_in_which_languages_and_when_it_works()
    {
        var changed = await Http.PutJson("/agency", new { languages = new[] { "zh" }, working_hours = new[] { "Sa 10:00-14:00", "mo-tu 09:30-18:30" } });

        Arrange.Same("""["zh"]""", changed["agency"]["languages"]!);
        Arrange.Same("""["Mo 09:30-18:30", "Tu 09:30-18:30", "Sa 10:00-14:00"]""", (await Http.GetJson("/agency"))["agency"]["working_hours"]!);

        (await Http.PutJson("/agency", new { languages = new[] { "fr" }, working_hours = new[] { "always" } })).IsProblem(
            HttpStatusCode.BadRequest,
            ("languages", "must be of en, zh"),
            ("working_hours", "must be such as Mo-Fr 09:30-18:30, from earlier to later, and not overlap"));
        (await Http.PutJson("/agency", new { languages = Array.Empty<string>() })).IsProblem(HttpStatusCode.BadRequest, ("languages", "must name at least one of en, zh"));
        Arrange.Same(changed.Text, (await Http.GetJson("/agency")).Body);
    }

    [Fact]
    public async Task A_follow_up_is_proposed_for_when_work_next_begins()
    {
        await Http.PutJson("/agency", new { working_hours = new[] { "Mo-Su 09:45-18:30" } });
        var lead = await Http.PostJson("/leads", new { name = "Ken Wong", phone = "91234567" });

        var page = await Http.Page($"/app/leads/{lead["lead"]["id"]}?compose=follow_up");

        Assert.Contains("T09:45\" required", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logo_is_put_shown_replaced_and_taken_away()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
        (await Http.GetJson("/agency/logo")).IsProblem(HttpStatusCode.NotFound);

        var address = (string)(await Http.PutJson("/agency/logo", new { image = Convert.ToBase64String(png) }))["agency"]["logo"]!;

        using var logo = await Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (logo.StatusCode, logo.Content.Headers.ContentType!.MediaType));
        Assert.Equal(png, await logo.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Contains($"src=\"{address}\"", await Http.Page("/app/leads"), StringComparison.Ordinal);

        var other = (string)(await Http.PutJson("/agency/logo", new { image = Convert.ToBase64String([.. png, 4]) }))["agency"]["logo"]!;
        Assert.NotEqual(address, other);
        Assert.Null((await Http.SendJson(HttpMethod.Delete, "/agency/logo"))["agency"]["logo"]);
        Assert.DoesNotContain("brand-logo", await Http.Page("/app/leads"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_sets_the_hours_and_the_logo_on_a_page()
    {
        await Http.PutJson("/agency", new { working_hours = new[] { "We 09:00-12:00", "We 13:00-18:00" } });
        Assert.Contains("""name="from_We" value="13:00" """.Trim(), await Http.Page("/app/settings"), StringComparison.Ordinal);

        var shown = await Http.Submit(
            "/app/settings", "/app/settings", ("_handler", "agency"), ("name", "Agency"), ("languages", "en"), ("from_Mo", "09:30"), ("to_Mo", "18:30"), ("from_Tu", ""), ("to_Tu", ""));
        Assert.Contains("Saved.", shown, StringComparison.Ordinal);
        var agency = (await Http.GetJson("/agency"))["agency"];
        Arrange.Same("""["Mo 09:30-18:30"]""", agency["working_hours"]!);
        Arrange.Same("""["en"]""", agency["languages"]!);

        Assert.Contains("they must not overlap", await Http.Submit("/app/settings", "/app/settings", ("_handler", "agency"), ("from_Mo", "09:30"), ("to_Mo", "")), StringComparison.Ordinal);
        Assert.Contains("Logo changed.", await Upload([0xFF, 0xD8, 0xFF, 0xE0]), StringComparison.Ordinal);
        Assert.Contains("Please choose a PNG, JPEG or WebP picture.", await Upload("<svg/>"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("at most 200000 bytes", await Upload(new byte[300_000]), StringComparison.Ordinal);
        Assert.Contains("Logo removed.", await Http.Submit("/app/settings", "/app/settings", ("_handler", "logo-remove")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not base64!", "must be in base64")]
    [InlineData("PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=", "must be a PNG, JPEG or WebP picture")]
    [InlineData(null, "is required")]
    public async Task What_is_no_picture_is_refused(string? image, string problem)
    {
        (await Http.PutJson("/agency/logo", new { image })).IsProblem(HttpStatusCode.BadRequest, ("image", problem));
        Assert.Null((await Http.GetJson("/agency"))["agency"]["logo"]);
    }

    [Fact]
    public async Task A_picture_beyond_the_most_is_refused()
    {
        var large = Convert.ToBase64String(new byte[200_001]);
        (await Http.PutJson("/agency/logo", new { image = large })).IsProblem(HttpStatusCode.BadRequest, ("image", "must be at most 200000 bytes"));
    }

    private async Task<string> Upload(byte[] picture)
    {
        using var form = new MultipartFormDataContent { { new StringContent("logo"), "_handler" }, { new ByteArrayContent(picture), "image", "logo" } };
        return await Http.Submit("/app/settings", form);
    }
}
