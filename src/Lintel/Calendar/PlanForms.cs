using System.Text.Json;
using Lintel.Data;
using Lintel.Http;
using Lintel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lintel.Calendar;

/// <summary>Forms about what is planned that several pages send: they tick off or move something, and go back to the page they came from.</summary>
public static class PlanForms
{
    public const string Change = CalendarPlaces.Calendar + "/change";
    public const string Undo = CalendarPlaces.Calendar + "/undo";

    public static void MapPlanForms(this IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("").ExcludeFromDescription();
        forms.MapPost(Change, PostChange);
        forms.MapPost(Undo, PostUndo);
    }

    /// <summary>Ticks off what the button named done is for, or moves what the field named plan is for.</summary>
    public static async Task<RedirectHttpResult> PostChange(
        [FromForm] string? done,
        [FromForm] string? plan,
        [FromForm] string? at,
        [FromForm(Name = "return")] string? back,
        Store store,
        Caller caller,
        Notices notices,
        Refusals refusals,
        IStringLocalizer<CalendarWords> words,
        CancellationToken cancel)
    {
        if (!PlanId.TryParse(done ?? plan, out var item))
        {
            throw new BadHttpRequestException("The form names nothing that is planned.");
        }

        var outcome = await store.Write(caller.Actor, db => ChangePlan.Handle(item, done is null ? at : null, done is null ? null : true, db, cancel), cancel);
        notices.Say(outcome.Refusal is { } refusal
            ? new Notice(refusals.Sentence(refusal))
            : new Notice(words[done is null ? "moved" : "done"], Undo, JsonSerializer.Serialize(outcome.Value)));
        return Back(back);
    }

    /// <summary>Puts it back to how it was.</summary>
    public static async Task<RedirectHttpResult> PostUndo(
        [FromForm] string? undo,
        [FromForm(Name = "return")] string? back,
        Store store,
        Caller caller,
        Notices notices,
        Refusals refusals,
        IStringLocalizer<CalendarWords> words,
        CancellationToken cancel)
    {
        var outcome = await store.Write(caller.Actor, db => ChangePlan.Restore(FormBody.Kept<PlanBefore>(undo), db, cancel), cancel);
        notices.Say(new Notice(outcome.Refusal is { } refusal ? refusals.Sentence(refusal) : words["undone"]));
        return Back(back);
    }

    private static RedirectHttpResult Back(string? back) => TypedResults.LocalRedirect(Here.Or(back, CalendarPlaces.Calendar));
}
