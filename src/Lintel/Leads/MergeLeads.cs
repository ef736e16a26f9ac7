using System.Text.Json;
using Lintel.Assignment;
using Lintel.Data;
using Lintel.FollowUps;
using Lintel.Http;
using Lintel.Model;
using Lintel.Scoring;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Leads;

/// <summary>Which lead is the same person.</summary>
public sealed record MergeLeadsRequest
{
    [Whole(1, Required = true)]
    public Field<long?> LeadId { get; init; }

    /// <summary>Whether to show only what would come of it. Nothing is changed then.</summary>
    [Value(Default = false)]
    public Field<bool?> DryRun { get; init; }
}

/// <summary>How many rows of the other's history the lead has now.</summary>
public sealed record MovedRows(int Interactions, int FollowUps, int Assignments, int StatusChanges, int Identities);

/// <summary>What two leads became.</summary>
/// <param name="Lead">The lead that stays, as it is now.</param>
/// <param name="MergedLead">The lead that is no more, as it was.</param>
public sealed record MergeLeadsAnswer(LeadView Lead, LeadView MergedLead, MovedRows Moved, bool DryRun)
{
    public bool Success => true;
}

/// <summary>Joins two leads that are one person.</summary>
public static class MergeLeads
{
    /// <summary>
    /// Joins another lead with this one. Both histories are kept, here: what was said, planned and decided, and every address the person is known by. What
    /// is empty is filled from the other, lists are joined, the status is the further of the two. The other lead is no more; its address answers 404 and
    /// names this one as `merged_into`. With `dry_run` it is only shown. `POST /leads/{id}/unmerge` takes it back.
    /// </summary>
    public static async Task<Results<Ok<MergeLeadsAnswer>, ProblemHttpResult>> Post(
        long id, MergeLeadsRequest request, IfMatch ifMatch, Change change, Store store, Caller caller, CancellationToken cancel)
    {
        if (request.DryRun.Value != true)
        {
            return await change.Run(db => Handle(id, request, ifMatch, db, cancel), TypedResults.Ok);
        }

        var shown = await Preview(id, request, ifMatch, store, caller.Actor, cancel);
        return shown.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(shown.Value);
    }

    /// <summary>What would come of it: done, and not kept.</summary>
    public static async Task<Outcome<MergeLeadsAnswer>> Preview(
        long id, MergeLeadsRequest request, IfMatch ifMatch, Store store, Actor actor, CancellationToken cancel)
    {
        Outcome<MergeLeadsAnswer> shown = Refusal.NotFound("Lead", id);
        await store.Write<MergeLeadsAnswer>(
            actor,
            async db =>
            {
                shown = await Handle(id, request, ifMatch, db, cancel);
                return shown.Refusal ?? Refusal.Conflict("A preview is not kept.");
            },
            cancel);
        return shown;
    }

    public static async Task<Outcome<MergeLeadsAnswer>> Handle(long id, MergeLeadsRequest request, IfMatch ifMatch, LintelDb db, CancellationToken cancel)
    {
        var check = new Check(db.Agency);
        var other = check.Whole("lead_id", request.LeadId, 1, long.MaxValue);
        check.Required("lead_id", other);
        check.Plain("dry_run", request.DryRun);
        if (check.Failed)
        {
            return await db.Hold<Lead>(id, cancel) is null ? Refusal.NotFound("Lead", id) : check.Refusal;
        }

        // In one order, whoever is joined with whom: no two who do both ways at once wait for each other.
        var first = await db.Hold<Lead>(Math.Min(id, other.Value!.Value), cancel);
        var second = await db.Hold<Lead>(Math.Max(id, other.Value.Value), cancel);
        var (lead, merged) = id < other.Value ? (first, second) : (second, first);
        if (lead is null)
        {
            return Refusal.NotFound("Lead", id);
        }

        if (!ifMatch.Allows(lead.Version))
        {
            return Refusal.Stale();
        }

        return lead == merged ? Refusal.Invalid("lead_id", "must be another lead")
            : merged is null ? Refusal.Invalid("lead_id", $"names lead {other.Value}, which does not exist")
            : (await db.RefuseErased(id, cancel) ?? await db.RefuseErased(merged.Id, cancel)) is { } erased ? erased
            : await Join(lead, merged, request.DryRun.Value == true, db, cancel);
    }

    private static async Task<Outcome<MergeLeadsAnswer>> Join(Lead lead, Lead merged, bool dryRun, LintelDb db, CancellationToken cancel)
    {
        var was = (await LeadView.Load(db.Sql, merged.Id, cancel))!;
        var (before, kept) = (LeadRows.Keep(db.Entry(lead)), LeadRows.Keep(db.Entry(merged)));
        var (wasOpen, hadAgent) = (lead.Status.IsOpen(), lead.AssignedAgentId);
        lead.Join(merged, db.Now);
        if (!wasOpen && lead.Status.IsOpen() && hadAgent is { } agent && !await AgentRoom.Claim(agent, db, cancel))
        {
            return Refusal.Conflict("lead_id", "would reopen the lead, whose agent has no room for another; assign it to someone else first");
        }

        await LeadRows.KeepMarks(kept, merged.Id, db, cancel);
        var moved = await LeadRows.Move(merged.Id, lead.Id, db, cancel);
        db.Leads.Remove(merged);
        await Recount(lead, db, cancel);
        db.Merges.Add(new LeadMerge
        {
            AgencyId = db.AgencyId,
            LeadId = lead.Id,
            MergedLeadId = merged.Id,
            At = db.Now,
            By = db.By,
            Before = before.ToJsonString(),
            After = LeadRows.Keep(db.Entry(lead)).ToJsonString(),
            Merged = kept.ToJsonString(),
            Moved = JsonSerializer.Serialize(moved),
        });
        await db.SaveChangesAsync(cancel);
        await db.Note(AuditAction.Merged, "lead", lead.Id, null, new { merged_lead_id = merged.Id }, cancel);
        return new MergeLeadsAnswer((await LeadView.Load(db.Sql, lead.Id, cancel))!, was, Count(moved), dryRun);
    }

    /// <summary>After entries came or went: the figures kept on the lead are those of its timeline again.</summary>
    public static async Task Recount(Lead lead, LintelDb db, CancellationToken cancel)
    {
        lead.Recount(await db.Interactions.AsNoTracking().Where(interaction => interaction.LeadId == lead.Id).ToListAsync(cancel), db.Now);
        await Promise.Settle(lead, db, cancel);
        lead.Rate(db.Now);
    }

    private static MovedRows Count(Dictionary<string, List<string>> moved)
    {
        int Of(string table) => moved.GetValueOrDefault(table)?.Count ?? 0;
        return new(Of("interactions"), Of("follow_ups"), Of("lead_assignments"), Of("lead_status_changes"), Of("lead_identities"));
    }
}
