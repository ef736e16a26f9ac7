using System.Globalization;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Lintel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lintel.Leads;

/// <summary>Forms on a lead's page that join it with another, take that back, and note what the person does not want.</summary>
public static class MergeForms
{
    /// <summary>Joins two leads; the notice takes it back.</summary>
    public static async Task<RedirectHttpResult> PostMerge(
        [FromForm] long id,
        [FromForm] long other,
        Store store,
        Caller caller,
        Notices notices,
        Refusals refusals,
        IStringLocalizer<LeadWords> words,
        CancellationToken cancel)
    {
        var request = new MergeLeadsRequest { LeadId = Field<long?>.Sent(other) };
        var outcome = await store.Write(caller.Actor, db => MergeLeads.Handle(id, request, IfMatch.Any, db, cancel), cancel);
        notices.Say(outcome.Refusal is { } refusal
            ? Told(refusal, refusals)
            : new Notice(words["merge.done", outcome.Value.MergedLead.Called()], LeadForms.Unmerge, id.ToString(CultureInfo.InvariantCulture)));
        return TypedResults.LocalRedirect(LeadPlaces.Lead(id));
    }

    /// <summary>Takes a lead's last merge back.</summary>
    public static async Task<RedirectHttpResult> PostUnmerge(
        [FromForm] long undo, Store store, Caller caller, Notices notices, Refusals refusals, IStringLocalizer<LeadWords> words, CancellationToken cancel)
    {
        var outcome = await store.Write(caller.Actor, db => UnmergeLeads.Handle(undo, IfMatch.Any, db, cancel), cancel);
        notices.Say(outcome.Refusal is { } refusal ? Told(refusal, refusals) : new Notice(words["unmerged"]));
        return TypedResults.LocalRedirect(LeadPlaces.Lead(undo));
    }

    /// <summary>Notes that the person does not want a property.</summary>
    public static async Task<RedirectHttpResult> PostTurnedDown(
        [FromForm] long id,
        [FromForm] string? property,
        Store store,
        Caller caller,
        Notices notices,
        Refusals refusals,
        IStringLocalizer<LeadWords> words,
        CancellationToken cancel)
    {
        var request = new TurnDownPropertyRequest { PropertyId = Field<string>.Sent(property) };
        var outcome = await store.Write(caller.Actor, db => TurnDownProperty.Handle(id, request, db, cancel), cancel);
        notices.Say(outcome.Refusal is { } refusal ? Told(refusal, refusals) : new Notice(words["turned_down"]));
        return TypedResults.LocalRedirect(LeadPlaces.Lead(id));
    }

    private static Notice Told(Refusal refusal, Refusals refusals) => new(refusals.Sentence(refusal));
}
