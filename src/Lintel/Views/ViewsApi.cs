namespace Lintel.Views;

public static class ViewsApi
{
    public static void MapViews(this IEndpointRouteBuilder app)
    {
        var views = app.MapGroup("/views").WithTags("Views");
        views.MapGet("", ListViews.Get);
        views.MapPost("", SaveView.Post);
        views.MapDelete("{id:long:min(1)}", DeleteView.Delete);
    }
}
