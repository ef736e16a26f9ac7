using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Leads;

/// <summary>That a person agreed to something, or withdrew it.</summary>
public sealed record ConsentRequest
{
    [Value(Required = true)]
    public Field<ConsentPurpose?> Purpose { get; init; }

    [Choice("instagram", "whatsapp", "phone", "email", "in_person", "sms", "web", "facebook", Required = true)]
    public Field<Channel?> Channel { get; init; }

    /// <summary>`true` when it was given, `false` when it was withdrawn.</summary>
    [Value(Required = true)]
    public Field<bool?> Given { get; init; }

    /// <summary>By what it can be shown: the person's words, the form and its version, the call.</summary>
    [Text(RecordConsent.LongestEvidence, Required = true)]
    public Field<string> Evidence { get; init; }

    /// <summary>When it was said; now when it is left out, and never later.</summary>
    [Time]
    public Field<string> At { get; init; }
}

/// <summary>A consent as the answer to a call about one.</summary>
public sealed record ConsentAnswer(ConsentView Consent)
{
    public bool Success => true;
}

public static class RecordConsent
{
    public const int LongestEvidence = 1_000;

    /// <summary>
    /// Records what a lead agreed to or withdrew. For one purpose and one channel, with the evidence; what was said before stays. A message that says no
    /// more than STOP or 退訂 is recorded by itself, as a withdrawal of marketing by its channel.
    /// </summary>
    public static Task<Results<Created<ConsentAnswer>, ProblemHttpResult>> Post(long id, ConsentRequest request, Change change, CancellationToken cancel) =>
        change.Run(db => Handle(id, request, db, cancel), consent => TypedResults.Created($"/leads/{id}/consents", new ConsentAnswer(consent)));

    public static async Task<Outcome<ConsentView>> Handle(long id, ConsentRequest request, LintelDb db, CancellationToken cancel)
    {
        if (await db.Hold<Lead>(id, cancel) is not { } lead)
        {
            return Refusal.NotFound("Lead", id);
        }

        if (await db.RefuseErased(id, cancel) is { } erased)
        {
            return erased;
        }

        var check = new Check(db.Agency);
        var (purpose, channel, given) = (check.Plain("purpose", request.Purpose), check.Plain("channel", request.Channel), check.Plain("given", request.Given));
        var (evidence, at) = (check.Text("evidence", request.Evidence, LongestEvidence), check.Time("at", request.At));
        check.Required("purpose", purpose);
        check.Required("channel", channel);
        check.Required("given", given);
        check.Required("evidence", evidence);
        if (channel.Value == Channel.System)
        {
            check.Error("channel", "must be a channel that people use");
        }

        if (at.Value > db.Now)
        {
            check.Error("at", "must not be in the future");
        }

        if (check.Failed)
        {
            return check.Refusal;
        }

        var consent = lead.Say(purpose.Value!.Value, channel.Value!.Value, given.Value!.Value, evidence.Value, db.By, at.Value ?? db.Now);
        await db.SaveChangesAsync(cancel);
        await db.Note(
            AuditAction.Changed, "lead", id, null,
            new { Consent = new { consent.Purpose, consent.Channel, Given = consent.IsGiven } }, cancel);
        return new ConsentView(consent.Id, consent.Purpose, consent.Channel, consent.IsGiven, consent.At, consent.By, consent.Evidence);
    }
}
