using Lintel.Data;
using Lintel.FollowUps;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Privacy;

/// <summary>That the person behind a lead is gone, and since when.</summary>
public sealed record ErasedAnswer(long LeadId, DateTime ErasedAt)
{
    public bool Success => true;
}

/// <summary>Removes a person, and leaves what the figures are counted from.</summary>
public static class EraseLead
{
    /// <summary>
    /// Erases the person behind a lead. Name, numbers, addresses, messages, notes and labels are removed everywhere, from the histories and from the
    /// audit, too; what remains counts in the figures and says of nobody who it was. An open lead is lost. What would say again
    /// who it was (changes, interactions, follow-ups, consents, joining it with another) is a conflict from then on. It cannot be taken back, is done again
    /// where a backup from before is restored, and asked for twice changes nothing more.
    /// </summary>
    public static Task<Results<Ok<ErasedAnswer>, ProblemHttpResult>> Post(long id, Change change, CancellationToken cancel) =>
        change.Run(db => Handle(id, db, cancel), TypedResults.Ok);

    public static async Task<Outcome<ErasedAnswer>> Handle(long id, LintelDb db, CancellationToken cancel)
    {
        if (await db.Hold<Lead>(id, cancel) is not { } lead)
        {
            return Refusal.NotFound("Lead", id);
        }

        if (await db.Sql.ErasedAt(id, cancel) is { } already)
        {
            return new ErasedAnswer(id, already);
        }

        await Again(lead, db.Now, db.By, db, cancel);
        await db.Note(AuditAction.Erased, "lead", id, null, null, cancel);
        return new ErasedAnswer(id, db.Now);
    }

    /// <summary>Does what was decided at some time by someone.</summary>
    internal static async Task Again(Lead lead, DateTime at, string by, LintelDb db, CancellationToken cancel)
    {
        await Erasures.Remember(lead.Id, at, by, db.Sql, cancel);
        if (lead.Status.IsOpen())
        {
            lead.ChangeStatus(LeadStatus.Lost, by, ChangeReason.Erased, db.Now);
        }

        await Promise.Move(lead, null, db, cancel);
        await db.SaveChangesAsync(cancel);
        await ImportedRows.Forget(lead.Id, db, cancel);
        foreach (var sql in PersonalColumns.Forget)
        {
            await db.Sql.Do(sql, cancel, ("id", lead.Id), ("now", db.Now), ("viewing", Interaction.ViewingScheduledOutcome));
        }

        await KeptWords.ForgetInAnswers(lead.Id, db.Sql, cancel);
        await KeptWords.ForgetInAudit(lead.Id, db.Sql, cancel);
    }
}
