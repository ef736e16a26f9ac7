using Lintel.Tests.Running;

namespace Lintel.Tests.Inquiries;

/// <summary>From one line of a message to the agent who knows the place it names.</summary>
public sealed class RightAgentTests : OwnServer
{
    [Theory]
    [InlineData("想搵太古城兩房，月租兩萬五以內", "Tai Koo Shing")]
    [InlineData("我想租鰂魚涌附近嘅單位", "Quarry Bay")]
    [InlineData("請問中環有冇一房？預算三萬", "Central")]
    [InlineData("想在旺角租一个开放式", "Mong Kok")]
    public async Task A_WhatsApp_inquiry_in_Chinese_reaches_the_agent_whose_area_it_names(string message, string area)
    {
        var agents = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var known in new[] { "Sha Tin", "Tsuen Wan", "Stanley", area })
        {
            var made = await Http.PostJson("/agents", new { name = known, email = $"{agents.Count}@example.com", specialization_areas = new[] { known } });
            agents[known] = (long)made["agent"]["id"]!;
        }

        var lead = (await Http.PostJson("/leads/whatsapp-inquiry", new { whatsapp_number = "+85261234567", message }))["lead"];

        Assert.Equal((area, agents[area]), ((string?)lead["preferred_areas"]![0], (long?)lead["assigned_agent_id"]));
    }
}
