using System.Net;
using Lintel.Tests.Running;

namespace Lintel.Tests.Views;

public sealed class ViewTests : OwnServer
{
    [Fact]
    public async Task A_view_is_saved_replaced_listed_and_deleted()
    {
        var made = await Http.PostJson("/views", new { name = "Hot", query = "?status=new&sort=-score" });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        var id = (long)made["view"]["id"]!;
        await Http.PostJson("/views", new { name = "Hot", query = "status=new", is_shared = true });

        Arrange.Same(
            $$"""
            {"success": true, "views": [
              {"id": {{id}}, "place": "leads", "name": "Hot", "query": "status=new", "is_shared": true, "is_own": true, "created_at": "2026-11-23T01:45:00.000Z"}
            ]}
            """,
            (await Http.GetJson("/views")).Body);
        var page = await Http.GetStringAsync("/app/leads?status=new", TestContext.Current.CancellationToken);
        Assert.Contains("href=\"/app/leads?status=new\" aria-current=\"true\">Hot", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await Http.SendJson(HttpMethod.Delete, $"/views/{id}")).Status);
        (await Http.SendJson(HttpMethod.Delete, $"/views/{id}")).IsProblem(HttpStatusCode.NotFound);
        Assert.Empty((await Http.GetJson("/views"))["views"].AsArray());
    }

    [Fact]
    public async Task A_view_needs_a_name()
    {
        (await Http.PostJson("/views", new { query = "status=new" })).IsProblem(HttpStatusCode.BadRequest, ("name", "is required"));
        (await Http.PostJson("/views", new { name = new string('x', 51) })).IsProblem(HttpStatusCode.BadRequest, ("name", "must be at most 50 characters"));
    }

    [Fact]
    public async Task One_who_has_fifty_views_makes_no_other()
    {
        for (var i = 0; i < 50; i++)
        {
            await Http.PostJson("/views", new { name = $"View {i}" });
        }

        (await Http.PostJson("/views", new { name = "View 50" })).IsProblem(HttpStatusCode.Conflict, ("name", "would be one more than 50 views"));
        Assert.Equal(HttpStatusCode.Created, (await Http.PostJson("/views", new { name = "View 7" })).Status);
    }
}
