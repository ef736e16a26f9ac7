using Lintel.Accounts;
using Lintel.Leads;
using Lintel.Model;
using Lintel.Tests.Running;

namespace Lintel.Tests.Leads;

public sealed class RenameLabelTests : OwnServer
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tag_becomes_one_with_another()
    {
        var both = await Lintel.Lead(("tags", new[] { "VIP", "hot" }));
        var one = await Lintel.Lead(("tags", new[] { "vip" }));
        var none = await Lintel.Lead(("tags", new[] { "cold" }));

        Assert.Equal(2, (await Rename(isTag: true, "vip", "hot")).Value);

        Assert.Equal(["hot", "hot", "cold"], [await Tags(both), await Tags(one), await Tags(none)]);
        Assert.Empty((await Http.GetJson("/leads?tag=vip"))["leads"].AsArray());
    }

    [Fact]
    public async Task A_source_is_renamed_on_all_its_leads_however_many()
    {
        for (var i = 0; i < 101; i++)
        {
            await Lintel.Lead(("source", "ig"));
        }

        Assert.Equal(101, (await Rename(isTag: false, "ig", "instagram")).Value);
        Assert.Equal(101, (int)(await Http.GetJson("/leads?source=instagram"))["pagination"]!["total"]!);
    }

    [Fact]
    public async Task A_name_that_is_none_changes_nothing()
    {
        var lead = await Lintel.Lead(("tags", new[] { "vip" }), ("source", "ig"));

        Assert.Equal("to is required", (await Rename(isTag: true, "vip", " ")).Refusal!.Detail);
        Assert.NotNull((await Rename(isTag: false, "ig", "Not A Slug!")).Refusal);
        Assert.Equal("vip", await Tags(lead));
    }

    private async Task<Outcome<int>> Rename(bool isTag, string from, string to) => await RenameLabel.Handle(
        isTag, from, to, Lintel.Store, new Actor((await Lintel.Service<Agencies>().Find(Agency.DefaultId, Cancel))!, "test"), Cancel);

    private async Task<string> Tags(long lead) => string.Join(',', (await Http.GetJson($"/leads/{lead}"))["lead"]["tags"]!.AsArray());
}
