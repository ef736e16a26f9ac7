using System.Text.Json;
using Lintel.Conversations;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Lintel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lintel.Inbox;

/// <summary>Forms about conversations that several pages send: what one taps when a lead was answered or read.</summary>
public static class InboxForms
{
    public const string Change = InboxPlaces.Inbox + "/change";
    public const string Undo = InboxPlaces.Inbox + "/undo";

    public static void MapInboxForms(this IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("").ExcludeFromDescription();
        forms.MapPost(Change, PostChange);
        forms.MapPost(Undo, PostUndo);
    }

    /// <summary>Marks a lead as answered, or its conversation as read, seen or not; the button says which and whose.</summary>
    public static async Task<RedirectHttpResult> PostChange(
        [FromForm] long? answered,
        [FromForm] long? read,
        [FromForm] long? unread,
        [FromForm] long? opened,
        [FromForm(Name = "return")] string? back,
        Store store,
        Caller caller,
        Notices notices,
        Refusals refusals,
        IStringLocalizer<InboxWords> words,
        CancellationToken cancel)
    {
        // Whoever looks at it is told nothing, and has nothing to take back.
        if (opened is { } seen)
        {
            await store.Write(caller.Actor, db => MarkRead.Opened(seen, db, cancel), cancel);
        }
        else if (answered is { } lead)
        {
            var outcome = await store.Write(caller.Actor, db => MarkAnswered.Handle(lead, db, cancel), cancel);
            notices.Say(Told(outcome, "answered", outcome.Refusal is null ? new Back(Answered: outcome.Value) : null, refusals, words));
        }
        else
        {
            var state = new ReadState(read ?? unread ?? 0, read is not null);
            var outcome = await store.Write(caller.Actor, db => MarkRead.Handle(state, db, cancel), cancel);
            notices.Say(Told(outcome, state.IsRead ? "read" : "unread", new Back(Read: state with { IsRead = !state.IsRead }), refusals, words));
        }

        return Return(back);
    }

    /// <summary>Takes it back.</summary>
    public static async Task<RedirectHttpResult> PostUndo(
        [FromForm] string? undo,
        [FromForm(Name = "return")] string? back,
        Store store,
        Caller caller,
        Notices notices,
        Refusals refusals,
        IStringLocalizer<InboxWords> words,
        CancellationToken cancel)
    {
        var before = FormBody.Kept<Back>(undo);
        var refusal = before.Answered is { } answered
            ? (await store.Write(caller.Actor, db => MarkAnswered.TakeBack(answered, db, cancel), cancel)).Refusal
            : (await store.Write(caller.Actor, db => MarkRead.Handle(before.Read ?? new(0, false), db, cancel), cancel)).Refusal;
        notices.Say(new Notice(refusal is null ? words["undone"] : refusals.Sentence(refusal)));
        return Return(back);
    }

    private static Notice Told<T>(Outcome<T> outcome, string word, Back? before, Refusals refusals, IStringLocalizer<InboxWords> words) =>
        outcome.Refusal is { } refusal
            ? new Notice(refusals.Sentence(refusal))
            : new Notice(words[word], Undo, JsonSerializer.Serialize(before));

    private static RedirectHttpResult Return(string? back) => TypedResults.LocalRedirect(Here.Or(back, InboxPlaces.Inbox));

    /// <summary>What an undo does: takes back an answer, or gives a conversation the mark it had.</summary>
    private sealed record Back(AnsweredMark? Answered = null, ReadState? Read = null);
}
