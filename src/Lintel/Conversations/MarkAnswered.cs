using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Lintel.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Conversations;

/// <summary>The entry that says a lead was answered, and whether the lead was new until then.</summary>
public sealed record AnsweredMark(long LeadId, long EntryId, bool WasNew);

/// <summary>Says that somebody was answered elsewhere: by phone, or in the channel's own app. The response clock stops.</summary>
public static class MarkAnswered
{
    /// <summary>What the entry is told by, in the timeline.</summary>
    public const string Outcome = "answered";

    public static async Task<Outcome<AnsweredMark>> Handle(long leadId, LintelDb db, CancellationToken cancel)
    {
        var wasNew = await db.Leads.AnyAsync(lead => lead.Id == leadId && lead.Status == LeadStatus.New, cancel);
        var logged = await LogInteraction.Handle(leadId, new InteractionRequest { Outcome = Field<string>.Sent(Outcome) }, db, cancel);
        return logged.Refusal is { } refusal ? refusal : new AnsweredMark(leadId, logged.Value.Id, wasNew);
    }

    /// <summary>Takes it back: the entry stays as a note that it was, and the clock runs as if it never had been.</summary>
    public static async Task<Outcome<AnsweredMark>> TakeBack(AnsweredMark mark, LintelDb db, CancellationToken cancel)
    {
        if (await db.Hold<Lead>(mark.LeadId, cancel) is not { } lead)
        {
            return Refusal.NotFound("Lead", mark.LeadId);
        }

        var entries = await db.Interactions.Where(entry => entry.LeadId == lead.Id).ToListAsync(cancel);
        if (entries.Find(entry => entry.Id == mark.EntryId && entry is { Type: InteractionType.Message, Outcome: Outcome }) is not { } entry)
        {
            return Refusal.NotFound("Interaction", mark.EntryId);
        }

        entry.Type = InteractionType.Note;
        lead.Recount(entries, db.Now);
        if (mark.WasNew && lead.Status == LeadStatus.Contacted)
        {
            lead.ChangeStatus(LeadStatus.New, db.By, "was not answered after all", db.Now);
        }

        lead.Rate(db.Now);
        await db.SaveChangesAsync(cancel);
        return mark;
    }
}
