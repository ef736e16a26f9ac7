using Lintel.Data;
using Lintel.Model;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Imports;

/// <summary>
/// Takes an import back: what it added goes, as far as nobody has worked with it since. What it changed stays as it is, for what was there before is
/// not kept.
/// </summary>
public static class UndoImport
{
    private const int AtOnce = 100;

    /// <returns>How many records went, and how many stayed because somebody has worked with them.</returns>
    public static async Task<Outcome<(int Gone, int Kept)>> Handle(long id, Store store, Actor actor, CancellationToken cancel)
    {
        var begun = await store.Write<Import>(actor, db => Begin(id, db, cancel), cancel);
        if (begun.Refusal is { } refusal)
        {
            return refusal;
        }

        var (gone, kept) = (0, 0);
        for (var after = 0; ;)
        {
            var from = after;
            var some = await store.Write<(int Last, int Gone, int Kept)>(actor, db => Some(begun.Value, from, db, cancel), cancel);
            if (some.Value.Last == 0)
            {
                return (gone, kept);
            }

            (after, gone, kept) = (some.Value.Last, gone + some.Value.Gone, kept + some.Value.Kept);
        }
    }

    private static async Task<Outcome<Import>> Begin(long id, LintelDb db, CancellationToken cancel)
    {
        if (await db.Hold<Import>(id, cancel) is not { } import)
        {
            return Refusal.NotFound("Import", id);
        }

        // One that was begun and broken off may be begun again.
        if (import.State is not (ImportState.Done or ImportState.Undone))
        {
            return Refusal.Conflict("It can be taken back when it is done.");
        }

        import.State = ImportState.Undone;
        await db.SaveChangesAsync(cancel);
        return import;
    }

    private static async Task<Outcome<(int Last, int Gone, int Kept)>> Some(Import import, int after, LintelDb db, CancellationToken cancel)
    {
        var rows = await db.ImportRows.Where(row => row.ImportId == import.Id && row.Number > after && row.IsNew && row.RecordId != null)
            .OrderBy(row => row.Number).Take(AtOnce).ToListAsync(cancel);
        if (rows.Count == 0)
        {
            return (0, 0, 0);
        }

        var ids = rows.Select(row => row.RecordId!.Value).ToList();
        var gone = import.Kind == ImportKind.Leads ? await Leads(ids, db, cancel) : await Listings(ids, db, cancel);
        foreach (var row in rows.Where(row => gone.Contains(row.RecordId!.Value)))
        {
            (row.RecordId, row.IsNew) = (null, false);
        }

        await db.SaveChangesAsync(cancel);
        return (rows[^1].Number, gone.Count, rows.Count - gone.Count);
    }

    private static async Task<List<long>> Leads(List<long> ids, LintelDb db, CancellationToken cancel)
    {
        var untouched = await db.Leads.Where(lead => ids.Contains(lead.Id) && lead.Contacts == 0
                && !lead.Interactions.Any(entry => entry.Type < Interaction.FirstOfSystem) && lead.StatusChanges.Count < 2)
            .Select(lead => lead.Id).ToListAsync(cancel);
        await db.Identities.Where(identity => untouched.Contains(identity.LeadId)).ExecuteDeleteAsync(cancel);
        await db.Set<LeadAssignment>().Where(step => untouched.Contains(step.LeadId)).ExecuteDeleteAsync(cancel);
        await db.Set<StatusChange>().Where(step => untouched.Contains(step.LeadId)).ExecuteDeleteAsync(cancel);
        await db.FollowUps.Where(promise => untouched.Contains(promise.LeadId)).ExecuteDeleteAsync(cancel);
        await db.Interactions.Where(entry => untouched.Contains(entry.LeadId)).ExecuteDeleteAsync(cancel);
        await db.Leads.Where(lead => untouched.Contains(lead.Id)).ExecuteDeleteAsync(cancel);
        await db.Note(AuditAction.Deleted, "lead", untouched.Select(lead => (lead, (object?)null, (object?)null)), cancel);
        return untouched;
    }

    private static async Task<List<long>> Listings(List<long> ids, LintelDb db, CancellationToken cancel)
    {
        var untouched = await db.Properties.Where(property => ids.Contains(property.Id) && property.UpdatedAt == property.CreatedAt)
            .Select(property => property.Id).ToListAsync(cancel);
        await db.Properties.Where(property => untouched.Contains(property.Id)).ExecuteDeleteAsync(cancel);
        return untouched;
    }
}
