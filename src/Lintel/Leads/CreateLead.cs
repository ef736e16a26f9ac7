using Lintel.Assignment;
using Lintel.Data;
using Lintel.FollowUps;
using Lintel.Http;
using Lintel.Model;
using Lintel.Scoring;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Leads;

/// <summary>A lead as the answer to a call about one.</summary>
public sealed record LeadAnswer(LeadView Lead)
{
    public bool Success => true;
}

/// <summary>Enters a lead that somebody typed in or another system sends. It writes no interaction.</summary>
public static class CreateLead
{
    /// <summary>
    /// Creates a lead. At least one of name, phone, email, instagram_handle and whatsapp_number is required. Without assigned_agent_id the best
    /// available agent gets it; when none is available it stays with nobody. A named agent that is full or inactive, or an address that another
    /// lead is known by, is a conflict.
    /// </summary>
    public static Task<Results<Created<LeadAnswer>, ProblemHttpResult>> Post(LeadRequest request, Change change, CancellationToken cancel) =>
        change.Run(db => Handle(request, db, cancel), lead => TypedResults.Created($"/leads/{lead.Id}", new LeadAnswer(lead)));

    public static async Task<Outcome<LeadView>> Handle(LeadRequest request, LintelDb db, CancellationToken cancel)
    {
        var check = new Check(db.Agency);
        var fields = LeadFields.Read(request, check);
        var lead = new Lead { AgencyId = db.AgencyId, CreatedAt = db.Now };
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

        db.Leads.Add(lead);
        lead.Open(fields.Status.Value ?? LeadStatus.New, db.By, ChangeReason.Created, db.Now);
        lead.Rate(db.Now);
        var given = await Assign(lead, fields, db, cancel);
        if (given.Refusal is { } refused)
        {
            return refused;
        }

        if (fields.NextFollowUpAt.Value is { } due)
        {
            Promise.Make(lead, due, null, db.Now);
        }

        return await SaveLead.Handle(lead, given.Value, db, cancel);
    }

    /// <summary>Whether the lead was given on trust.</summary>
    private static async Task<Outcome<bool>> Assign(Lead lead, LeadFields fields, LintelDb db, CancellationToken cancel)
    {
        // What an agent enters is theirs.
        if (db.Viewer is 0)
        {
            return Refusal.Forbidden("Your account is linked to no agent, whose the lead would be.");
        }

        if (db.Viewer is { } self && fields.AssignedAgentId.Value is { } other && other != self)
        {
            return Refusal.Forbidden("Only a manager gives a lead to somebody else.");
        }

        if ((fields.AssignedAgentId.Value ?? db.Viewer) is { } agentId)
        {
            return await GiveLead.ToNamed(lead, agentId, "assigned_agent_id", db, cancel) is { } refusal ? refusal : false;
        }

        return lead.Status.IsOpen() && await GiveLead.ToBest(lead, db, cancel);
    }
}
