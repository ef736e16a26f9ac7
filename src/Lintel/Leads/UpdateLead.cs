using Lintel.Assignment;
using Lintel.Conversations;
using Lintel.Data;
using Lintel.FollowUps;
using Lintel.Http;
using Lintel.Model;
using Lintel.Scoring;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Leads;

public static class UpdateLead
{
    /// <summary>
    /// Changes a lead. Only the keys that are sent change; null clears. Score and histories follow. With <c>If-Match</c> only the version that
    /// was read is changed, else 412; without it, last write wins per field sent.
    /// </summary>
    public static Task<Results<Ok<LeadAnswer>, ProblemHttpResult>> Put(
        long id, LeadRequest request, IfMatch ifMatch, Change change, HttpResponse response, CancellationToken cancel) =>
        change.Run(db => Handle(id, request, ifMatch, db, cancel), lead =>
        {
            response.Headers.ETag = lead.ETag;
            return TypedResults.Ok(new LeadAnswer(lead));
        });

    public static async Task<Outcome<LeadView>> Handle(long id, LeadRequest request, IfMatch ifMatch, LintelDb db, CancellationToken cancel)
    {
        if (await db.Hold<Lead>(id, cancel) is not { } lead)
        {
            return Refusal.NotFound("Lead", id);
        }

        if (await db.RefuseErased(id, cancel) is { } erased)
        {
            return erased;
        }

        if (!ifMatch.Allows(lead.Version))
        {
            return Refusal.Stale();
        }

        var check = new Check(db.Agency);
        var fields = LeadFields.Read(request, check);
        fields.ApplyTo(lead);
        fields.CheckWhole(lead, check);
        if (check.Failed)
        {
            return check.Refusal;
        }

        if (await Identities.Claim(lead, db, cancel) is { } taken)
        {
            return taken;
        }

        // What is sent as it stands is no change.
        if (db.ChangeTracker.HasChanges())
        {
            lead.Touch(db.Now);
        }

        if (await ChangeAgentAndStatus(lead, fields, db, cancel) is { } refused)
        {
            return refused;
        }

        if (fields.NextFollowUpAt.IsSent)
        {
            await Promise.Move(lead, fields.NextFollowUpAt.Value, db, cancel);
        }

        lead.Rate(db.Now);
        await db.SaveChangesAsync(cancel);
        return (await LeadView.Load(db.Sql, id, cancel))!;
    }

    private static async Task<Refusal?> ChangeAgentAndStatus(Lead lead, LeadFields fields, LintelDb db, CancellationToken cancel)
    {
        var (agentBefore, statusBefore) = (lead.AssignedAgentId, lead.Status);
        var status = fields.Status.Value ?? lead.Status;
        var staysWithAgent = !fields.AssignedAgentId.IsSent || fields.AssignedAgentId.Value == agentBefore;

        // A lead that opens again takes room with its agent, as a new one would.
        if (staysWithAgent && agentBefore is { } agentId && !statusBefore.IsOpen() && status.IsOpen() && !await AgentRoom.Claim(agentId, db, cancel))
        {
            return Refusal.Conflict("status", "would reopen the lead, whose agent has no room for another; assign it to someone else with it");
        }

        // An agent may take a lead that they see and nobody has; what they have, a manager takes.
        if (db.Viewer is { } self && !staysWithAgent && fields.AssignedAgentId.Value != self)
        {
            return Refusal.Forbidden("Only a manager takes a lead from its agent or gives it to somebody else.");
        }

        lead.ChangeStatus(status, db.By, ChangeReason.ChangedBy + db.By, db.Now);
        if (fields.AssignedAgentId.IsSent && !staysWithAgent)
        {
            if (fields.AssignedAgentId.Value is not { } wanted)
            {
                lead.Unassign(db.By, ChangeReason.TakenBackBy + db.By, db.Now);
            }
            else if (await GiveLead.ToNamed(lead, wanted, "assigned_agent_id", db, cancel) is { } refused)
            {
                return refused;
            }
        }

        if (lead.Status != statusBefore)
        {
            lead.Record(SystemEntry.Of(lead.StatusChanges[^1], lead), db.By);
        }

        if (lead.AssignedAgentId != agentBefore)
        {
            lead.Record(SystemEntry.Of(lead.Assignments[^1]), db.By);
        }

        return null;
    }
}
