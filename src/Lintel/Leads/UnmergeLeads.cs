using System.Text.Json;
using System.Text.Json.Nodes;
using Lintel.Assignment;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Leads;

/// <summary>The two leads that one was taken apart into.</summary>
/// <param name="UnmergedLead">The lead that is there again, under its own id.</param>
public sealed record UnmergeLeadsAnswer(LeadView Lead, LeadView UnmergedLead)
{
    public bool Success => true;
}

/// <summary>Takes the last merge of a lead back.</summary>
public static class UnmergeLeads
{
    private const string IntoSql = "SELECT lead_id FROM lead_merges WHERE agency_id = @agency AND merged_lead_id = @id ORDER BY id DESC";

    // What is worked out from the timeline is worked out again; the rest is brought back.
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { nameof(Lead.Id), nameof(Lead.AgencyId), nameof(Lead.Version), nameof(Lead.UpdatedAt) };

    /// <summary>
    /// Takes the last merge back. The other lead is there again under its id, with all that was its own; this one is as it was before, but for what somebody
    /// changed since, and what came since stays with it. Refused when the lead was joined with none.
    /// </summary>
    public static Task<Results<Ok<UnmergeLeadsAnswer>, ProblemHttpResult>> Post(long id, IfMatch ifMatch, Change change, CancellationToken cancel) =>
        change.Run(db => Handle(id, ifMatch, db, cancel), TypedResults.Ok);

    /// <summary>The lead that another was joined with, and that one with, to the last; null when it was not.</summary>
    public static async ValueTask<long?> MergedInto(long id, SqlReader sql, CancellationToken cancel)
    {
        long? into = null;
        for (long? next = id; next is not null; into = next ?? into)
        {
            next = await sql.First(IntoSql, row => (long?)row.Long(), cancel, ("id", next));
        }

        return into;
    }

    public static async Task<Outcome<UnmergeLeadsAnswer>> Handle(long id, IfMatch ifMatch, LintelDb db, CancellationToken cancel)
    {
        if (await db.Hold<Lead>(id, cancel) is not { } lead)
        {
            return Refusal.NotFound("Lead", id);
        }

        if (!ifMatch.Allows(lead.Version))
        {
            return Refusal.Stale();
        }

        if (await db.Merges.Where(merge => merge.LeadId == id).OrderByDescending(merge => merge.Id).FirstOrDefaultAsync(cancel) is not { } merge)
        {
            return Refusal.Conflict("The lead was joined with no other, or that was taken back.");
        }

        var wasOpen = lead.Status.IsOpen();
        TakeBack(lead, merge, db);
        if (!wasOpen && lead.Status.IsOpen() && lead.AssignedAgentId is { } agent && !await AgentRoom.Claim(agent, db, cancel))
        {
            return Refusal.Conflict("The lead would be open again, and its agent has no room for another.");
        }

        lead.Touch(db.Now);
        db.Merges.Remove(merge);
        await db.SaveChangesAsync(cancel);

        var kept = JsonNode.Parse(merge.Merged)!.AsObject();
        var other = await Restore(kept, db, cancel);
        await LeadRows.MoveBack(JsonSerializer.Deserialize<Dictionary<string, List<string>>>(merge.Moved)!, id, other.Id, db, cancel);
        await LeadRows.RestoreMarks(kept, other.Id, db, cancel);
        await MergeLeads.Recount(lead, db, cancel);
        await MergeLeads.Recount(other, db, cancel);
        await db.SaveChangesAsync(cancel);
        return new UnmergeLeadsAnswer((await LeadView.Load(db.Sql, id, cancel))!, (await LeadView.Load(db.Sql, other.Id, cancel))!);
    }

    private static void TakeBack(Lead lead, LeadMerge merge, LintelDb db)
    {
        var entry = db.Entry(lead);
        var (now, after) = (LeadRows.Keep(entry), JsonNode.Parse(merge.After)!.AsObject());
        LeadRows.Restore(entry, JsonNode.Parse(merge.Before)!.AsObject(), column => !Kept.Contains(column) && JsonNode.DeepEquals(now[column], after[column]));
    }

    /// <summary>The lead as it was, with its agent if that one still has room.</summary>
    private static async Task<Lead> Restore(JsonObject kept, LintelDb db, CancellationToken cancel)
    {
        var lead = new Lead();
        var entry = db.Entry(lead);
        LeadRows.Restore(entry, kept, _ => true);
        if (lead.Status.IsOpen() && lead.AssignedAgentId is { } agent && !await AgentRoom.Claim(agent, db, cancel))
        {
            lead.Unassign(db.By, ChangeReason.TakenApart, db.Now);
        }

        db.Leads.Add(lead);
        await db.SaveChangesAsync(cancel);
        return lead;
    }
}
