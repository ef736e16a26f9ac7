using Lintel.Tests.Running;

namespace Lintel.Tests.Properties;

/// <summary>What the pages about listings show. It is 09:45 on Monday 23 November 2026.</summary>
public sealed class PropertyPagesTests : OwnServer
{
    [Fact]
    public async Task An_area_is_named_in_the_readers_language_where_it_has_a_name_there()
    {
        await Http.PostJson("/properties", new { title = "One", area = "灣仔" });
        await Http.PostJson("/properties", new { title = "Two", area = "Tsim Sha Tsui" });
        await Http.PostJson("/properties", new { title = "Three", area = "Nowhere known" });

        Assert.Equal(["Wan Chai", "Tsim Sha Tsui", "Nowhere known"], await Areas("en"));
        Assert.Equal(["灣仔", "尖沙咀", "Nowhere known"], await Areas("zh-Hant"));
    }

    [Fact]
    public async Task A_form_speaks_the_readers_words_and_sent_as_it_is_changes_nothing()
    {
        var one = (long)(await Http.PostJson("/properties", new { title = "One", area = "Wan Chai", source = "portal", source_id = "7", property_type = "village_house" }))["property"]["id"]!;
        var before = await Http.GetJson($"/properties/{one}");
        Http.DefaultRequestHeaders.Add("Accept-Language", "zh-HK");
        var edit = $"/app/properties/{one}?edit=1";

        var fields = (await Http.Page(edit)).Fields("edit-property");
        Assert.Equal(["灣仔", "樓盤網", "village_house"], new[] { "area", "source", "property_type" }.Select(name => fields.Single(field => field.Name == name).Value));
        await Http.Submit(edit, edit, fields);

        Assert.Equal(before.Text, (await Http.GetJson($"/properties/{one}")).Text);
    }

    private async Task<string[]> Areas(string language)
    {
        Http.DefaultRequestHeaders.Remove("Accept-Language");
        Http.DefaultRequestHeaders.Add("Accept-Language", language);
        var page = await Http.Page("/app/properties?view=table&sort=created_at");
        return [.. new[] { "Wan Chai", "灣仔", "Tsim Sha Tsui", "尖沙咀", "Nowhere known" }.Where(area => page.Contains($"<td class=\"\">{area}</td>", StringComparison.Ordinal)
            || page.Contains($"<td>{area}</td>", StringComparison.Ordinal))];
    }
}
