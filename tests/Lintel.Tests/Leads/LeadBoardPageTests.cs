using Lintel.Tests.Running;

namespace Lintel.Tests.Leads;

public sealed class LeadBoardPageTests : OwnServer
{
    private const string Board = "/app/leads/board";
    private const string Column = "class=\"board-column\"";

    [Fact]
    public async Task An_agency_without_leads_is_told_where_they_come_from_and_one_that_narrows_to_none_has_its_columns()
    {
        var empty = await Http.Page(Board);
        Assert.Contains("No leads yet", empty, StringComparison.Ordinal);
        Assert.DoesNotContain(Column, empty, StringComparison.Ordinal);
        Assert.Contains(Column, await Http.Page(Board + "?q=nobody"), StringComparison.Ordinal);

        await Lintel.Lead();
        var board = await Http.Page(Board);
        Assert.DoesNotContain("No leads yet", board, StringComparison.Ordinal);
        Assert.Contains(Column, board, StringComparison.Ordinal);
    }
}
