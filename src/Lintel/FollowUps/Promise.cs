using Lintel.Data;
using Lintel.Model;
using Microsoft.EntityFrameworkCore;

namespace Lintel.FollowUps;

/// <summary>Makes, moves and keeps follow-ups; the lead's next one is always the earliest still open.</summary>
public static class Promise
{
    public static FollowUp Make(Lead lead, DateTime due, string? note, DateTime now)
    {
        var followUp = new FollowUp { DueAt = due, Note = note, CreatedAt = now };
        lead.FollowUps.Add(followUp);
        if (lead.NextFollowUpAt is null || due < lead.NextFollowUpAt)
        {
            lead.FollowUpNext(due, now);
        }

        return followUp;
    }

    /// <summary>
    /// Says when to follow up next, whatever was open before: the earliest open follow-up moves there, one that would come before it is done
    /// with, and without a time all of them are.
    /// </summary>
    public static async Task Move(Lead lead, DateTime? due, LintelDb db, CancellationToken cancel)
    {
        var open = await db.FollowUps.Where(followUp => followUp.LeadId == lead.Id && followUp.CompletedAt == null)
            .OrderBy(followUp => followUp.DueAt).ToListAsync(cancel);
        foreach (var early in open.Skip(due is null ? 0 : 1).Where(followUp => due is null || followUp.DueAt < due))
        {
            early.CompletedAt = db.Now;
        }

        if (due is { } at && open is [var first, ..])
        {
            first.DueAt = at;
        }
        else if (due is { } fresh)
        {
            lead.FollowUps.Add(new FollowUp { DueAt = fresh, CreatedAt = db.Now });
        }

        lead.FollowUpNext(due, db.Now);
    }

    /// <summary>After follow-ups came or went: the lead's next one is again the earliest that is open.</summary>
    public static async Task Settle(Lead lead, LintelDb db, CancellationToken cancel) => lead.FollowUpNext(
        await db.FollowUps.Where(followUp => followUp.LeadId == lead.Id && followUp.CompletedAt == null).MinAsync(followUp => (DateTime?)followUp.DueAt, cancel), db.Now);

    /// <summary>After a follow-up changed: the lead's next one is again the earliest that is open.</summary>
    public static async Task Settle(Lead lead, FollowUp changed, LintelDb db, CancellationToken cancel)
    {
        var next = await db.FollowUps
            .Where(other => other.LeadId == lead.Id && other.Id != changed.Id && other.CompletedAt == null)
            .MinAsync(other => (DateTime?)other.DueAt, cancel);
        if (changed.IsOpen && !(next < changed.DueAt))
        {
            next = changed.DueAt;
        }

        lead.FollowUpNext(next, db.Now);
    }
}
