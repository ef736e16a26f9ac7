using System.Globalization;
using System.Text.Json;
using Lintel.Data;
using Lintel.Http;
using Lintel.Matching;
using Lintel.Model;
using Lintel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lintel.Leads;

/// <summary>Forms about leads that several pages send: they change something, and go back to the page they came from.</summary>
public static class LeadForms
{
    public const string Change = LeadPlaces.List + "/change";
    public const string Undo = LeadPlaces.List + "/undo";
    public const string Confirm = LeadPlaces.List + "/confirm";
    public const string Merge = LeadPlaces.List + "/merge";
    public const string Unmerge = LeadPlaces.List + "/unmerge";

    public static void MapLeadForms(this IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("").ExcludeFromDescription();
        forms.MapPost(Change, PostChange);
        forms.MapPost(Undo, PostUndo);
        forms.MapPost(Confirm, PostConfirm);
        forms.MapPost(Merge, MergeForms.PostMerge);
        forms.MapPost(Unmerge, MergeForms.PostUnmerge);
        forms.MapPost(MatchingProperties.TurnDown, MergeForms.PostTurnedDown);
    }

    /// <summary>Changes the chosen leads; what cannot be done is told on the page one comes back to.</summary>
    public static async Task<RedirectHttpResult> PostChange(
        [FromForm(Name = "id")] long[]? ids,
        [FromForm] string? status,
        [FromForm(Name = "agent_id")] long? agentId,
        [FromForm] string? tag,
        [FromForm] string? what,
        [FromForm(Name = "return")] string? back,
        Store store,
        Caller caller,
        Notices notices,
        Refusals refusals,
        IStringLocalizer<LeadWords> words,
        CancellationToken cancel)
    {
        // One form holds all that can be done with chosen leads; the button says which of it is meant.
        var change = WireEnum<LeadStatus>.TryParse(status, out var to) ? new LeadsChange(ids ?? [], Status: to)
            : what == "tag" ? new LeadsChange(ids ?? [], Tag: PlainText.Canonical(tag))
            : new LeadsChange(ids ?? [], AgentId: agentId);
        var outcome = await store.Write(caller.Actor, db => ChangeLeads.Handle(change, db, cancel), cancel);

        // What an agent took, a manager takes back.
        var mayUndo = change.AgentId is null || caller.Actor.Role >= Role.Manager;
        notices.Say(outcome.Refusal is { } refusal ? new Notice(refusals.Sentence(refusal))
            : mayUndo ? new Notice(Told(change, words), Undo, JsonSerializer.Serialize(outcome.Value))
            : new Notice(Told(change, words)));
        return Back(back);
    }

    /// <summary>Takes a change back.</summary>
    public static async Task<RedirectHttpResult> PostUndo(
        [FromForm] string? undo,
        [FromForm(Name = "return")] string? back,
        Store store,
        Caller caller,
        Notices notices,
        Refusals refusals,
        IStringLocalizer<LeadWords> words,
        CancellationToken cancel)
    {
        var outcome = await store.Write(caller.Actor, db => ChangeLeads.Restore(Read(undo), db, cancel), cancel);
        notices.Say(new Notice(outcome.Refusal is { } refusal ? refusals.Sentence(refusal) : words["undone"]));
        return Back(back);
    }

    /// <summary>Takes what a message was understood to say as right.</summary>
    public static async Task<RedirectHttpResult> PostConfirm(
        [FromForm] long id,
        [FromForm] string? fields,
        [FromForm(Name = "return")] string? back,
        Store store,
        Caller caller,
        Notices notices,
        Refusals refusals,
        IStringLocalizer<LeadWords> words,
        CancellationToken cancel)
    {
        var request = new ConfirmLeadRequest { Fields = Field<string[]>.Sent((fields ?? "").Split(',')) };
        var outcome = await store.Write(caller.Actor, db => ConfirmLead.Handle(id, request, IfMatch.Any, db, cancel), cancel);
        notices.Say(new Notice(outcome.Refusal is { } refusal ? refusals.Sentence(refusal) : words["understood.confirmed"]));
        return Back(back);
    }

    private static string Told(LeadsChange change, IStringLocalizer<LeadWords> words)
    {
        var what = change switch
        {
            { Status: { } status } => words["changed.status", words[$"status.{WireEnum<LeadStatus>.Name(status)}"]],
            { AgentId: 0 } => words["changed.unassigned"],
            { AgentId: not null } => words["changed.agent"],
            _ => words["changed.tag", change.Tag ?? ""],
        };
        return change.Ids.Count == 1 ? what : string.Create(CultureInfo.CurrentCulture, $"{what} ({change.Ids.Count})");
    }

    private static List<LeadBefore> Read(string? undo)
    {
        try
        {
            return JsonSerializer.Deserialize<List<LeadBefore>>(undo ?? "[]") ?? [];
        }
        catch (JsonException)
        {
            // Nobody's page: there is nothing to take back.
            return [];
        }
    }

    private static RedirectHttpResult Back(string? back) => TypedResults.LocalRedirect(Here.Or(back, LeadPlaces.List));
}
