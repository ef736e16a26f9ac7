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

    private static int Times(string text, string page) => page.Split($"<p class=\"said-text\">{text}</p>").Length - 1;
}
