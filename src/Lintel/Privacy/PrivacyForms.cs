using Lintel.Data;
using Lintel.Http;
using Lintel.Leads;
using Lintel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lintel.Privacy;

public static class PrivacyForms
{
    public static void MapPrivacyForms(this IEndpointRouteBuilder app) => app.MapPost(LeadPlaces.Erase, PostErase).ExcludeFromDescription();

    /// <summary>Erases whom the dialog on their page named, and goes back to the list: there is nothing left to look at.</summary>
    public static async Task<RedirectHttpResult> PostErase(
        [FromForm] long id, Store store, Caller caller, Notices notices, Refusals refusals, IStringLocalizer<LeadWords> words, CancellationToken cancel)
    {
        var outcome = await store.Write(caller.Actor, db => EraseLead.Handle(id, db, cancel), cancel);
        notices.Say(new Notice(outcome.Refusal is { } refusal ? refusals.Sentence(refusal) : words["erased"]));
        return TypedResults.LocalRedirect(LeadPlaces.List);
    }
}
