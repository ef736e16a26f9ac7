using Lintel.Tests.Running;

namespace Lintel.Tests.Agents;

/// <summary>What the pages about agents show.</summary>
public sealed class AgentPagesTests : OwnServer
{
    [Fact]
    public async Task What_an_agent_is_good_at_is_told_in_the_readers_words_and_a_form_sent_as_it_is_changes_nothing()
    {
        var amy = await Lintel.Agent("Amy", more: [("specialization_areas", new[] { "Central", "灣仔" }), ("specialization_types", new[] { "village_house", "loft" }), ("languages", new[] { "en", "ko", "Klingon" })]);
        var before = await Http.GetJson($"/agents/{amy}");
        Http.DefaultRequestHeaders.Add("Accept-Language", "zh-HK");
        var edit = $"/app/agents/{amy}?edit=1";

        Assert.Contains("中環、灣仔", await Http.Page("/app/agents"));
        var page = await Http.Page(edit);
        Assert.Contains("<dd>中環、灣仔</dd>", page);
        Assert.Contains("<dd>英語、韓語、Klingon</dd>", page);
        var fields = page.Fields("edit-agent");
        Assert.Equal(["中環, 灣仔", "村屋, loft", "英語, 韓語, Klingon"], new[] { "specialization_areas", "specialization_types", "languages" }.Select(name => fields.Single(field => field.Name == name).Value));
        await Http.Submit(edit, edit, fields);
        Assert.Equal(before.Text, (await Http.GetJson($"/agents/{amy}")).Text);

        await Http.Submit(edit, edit, [.. fields.Where(field => field.Name != "specialization_types"), ("specialization_types", "寫字樓、loft")]);
        Assert.Equal(["office", "loft"], (await Http.GetJson($"/agents/{amy}"))["agent"]["specialization_types"]!.AsArray().Select(kind => (string)kind!));
    }
}
