using Lintel.Tests.Running;

namespace Lintel.Tests.Leads;

/// <summary>The page about a lead.</summary>
public sealed class LeadPageTests : OwnServer
{
    [Fact]
    public async Task Why_an_agent_has_the_lead_is_said_in_the_readers_language()
    {
        await Lintel.Agent("Amy", more: [("specialization_areas", new[] { "Central" }), ("specialization_types", new[] { "village_house" })]);
        var lead = await Lintel.Lead(("preferred_areas", new[] { "Central" }), ("property_type", "village_house"));

        Assert.Contains("Central 20 + Village house 15 + workload 10 + performance 0", await Http.Page($"/app/leads/{lead}"));

        Http.DefaultRequestHeaders.Add("Accept-Language", "zh-HK");

        Assert.Contains("中環 20 + 村屋 15 + 工作量 10 + 成交表現 0", await Http.Page($"/app/leads/{lead}"));
    }

    [Fact]
    public async Task What_somebody_asked_at_first_stands_at_the_end_of_the_timeline_once()
    {
        var typed = await Lintel.Lead(("original_message", "Two rooms & a balcony?"));
        await Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = "+85298765432", message = "Two rooms by the sea?" });
        var wrote = (long)(await Http.GetJson("/leads?q=98765432"))["leads"][0]!["id"]!;

        Assert.Equal(1, Times("Two rooms & a balcony?", await Http.Page($"/app/leads/{typed}")));
        Assert.Equal(1, Times("Two rooms by the sea?", await Http.Page($"/app/leads/{wrote}")));
    }

    [Fact]
    public async Task A_timeline_with_nothing_in_it_says_so()
    {
        var lead = await Lintel.Lead();

        Assert.Contains("Nothing was said or done yet.", await Http.Page($"/app/leads/{lead}"));
    }

    [Theory]
    [InlineData("zh-HK", "中環, 灣仔, Nowhere known", "轉介")]
    [InlineData("en-HK", "Central, Wan Chai, Nowhere known", "Referral")]
    public async Task A_form_speaks_the_readers_words_and_sent_as_it_is_changes_nothing(string language, string areas, string source)
    {
        var lead = await Lintel.Lead(
            ("name", "Ann"), ("preferred_areas", new[] { "Central", "灣仔", "Nowhere known" }), ("property_type", "village_house"), ("source", "referral"), ("budget_max", 20_000), ("tags", new[] { "vip" }));
        var (before, noted) = (await Http.GetJson($"/leads/{lead}"), await Http.GetJson($"/audit?entity=lead&entity_id={lead}"));
        Http.DefaultRequestHeaders.Add("Accept-Language", language);
        var edit = $"/app/leads/{lead}?edit=1";

        var fields = (await Http.Page(edit)).Fields("edit-lead");
        Assert.Equal([areas, source, "village_house"], new[] { "preferred_areas", "source", "property_type" }.Select(name => fields.Single(field => field.Name == name).Value));
        await Http.Submit(edit, edit, fields);

        Assert.Equal((before.Text, noted.Text), ((await Http.GetJson($"/leads/{lead}")).Text, (await Http.GetJson($"/audit?entity=lead&entity_id={lead}")).Text));

        await Http.Submit(edit, edit, [.. fields.Where(field => field.Name is not ("preferred_areas" or "source")), ("preferred_areas", areas + ", 旺角"), ("source", "open_house")]);
        var after = (await Http.GetJson($"/leads/{lead}"))["lead"];
        Assert.Equal(["Central", "灣仔", "Nowhere known", "旺角"], after["preferred_areas"]!.AsArray().Select(area => (string)area!));
        Assert.Equal("open_house", (string)after["source"]!);
    }

    [Theory]
    [InlineData("zh-HK", "中環、灣仔")]
    [InlineData("en-HK", "Central, Wan Chai")]
    public async Task Areas_are_listed_as_the_reader_writes_lists(string language, string areas)
    {
        var lead = await Lintel.Lead(("name", "Ann"), ("preferred_areas", new[] { "Central", "灣仔" }));
        Http.DefaultRequestHeaders.Add("Accept-Language", language);

        Assert.Contains(areas, await Http.Page($"/app/leads/{lead}"));
        Assert.Contains(areas, await Http.Page("/app/leads"));
    }

    [Fact]
    public async Task A_new_lead_comes_from_where_the_readers_word_says()
    {
        Http.DefaultRequestHeaders.Add("Accept-Language", "zh-HK");
        var fields = (await Http.Page("/app/leads?new=1")).Fields("new-lead");
        Assert.Contains(("source", "直接查詢"), fields);

        await Http.Submit("/app/leads?new=1", "/app/leads?new=1", [.. fields.Where(field => field.Name is not ("name" or "source")), ("name", "Ann"), ("source", "到訪")]);

        Assert.Equal("walk_in", (string)(await Http.GetJson("/leads"))["leads"][0]!["source"]!);
    }

    [Fact]
    public async Task What_was_changed_is_recorded_in_the_readers_words()
    {
        var lead = await Lintel.Lead(("preferred_areas", new[] { "Central" }), ("source", "referral"), ("priority", "low"));
        await Http.PutJson($"/leads/{lead}", new { preferred_areas = new[] { "Wan Chai", "Nowhere known" }, source = "walk_in", priority = "high", property_type = "village_house" });
        Http.DefaultRequestHeaders.Add("Accept-Language", "zh-HK");

        var page = await Http.Page($"/app/leads/{lead}");

        Assert.Equal(
            ["中環 → 灣仔、Nowhere known", "轉介 → 到訪", "低 → 高", "– → 村屋"],
            new[] { "中環 → 灣仔、Nowhere known", "轉介 → 到訪", "低 → 高", "– → 村屋" }.Where(change => page.Contains(change, StringComparison.Ordinal)));
    }

    private static int Times(string text, string page) => page.Split($"<p class=\"said-text\">{text}</p>").Length - 1;
}
