using Lintel.Assignment;
using Lintel.Data;
using Lintel.FollowUps;
using Lintel.Http;
using Lintel.Model;
using Lintel.Scoring;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lintel.Conversations;

/// <summary>An interaction as the answer to a call about one.</summary>
public sealed record InteractionAnswer(InteractionView Interaction)
{
    public bool Success => true;
}

/// <summary>Enters in a lead's timeline what was said, done, planned or noted.</summary>
public static class LogInteraction
{
    private const string AgentField = "agent_id";

    /// <summary>
    /// Logs an interaction. One of message, subject, outcome, attachments and scheduled_at is required. type is message by default, direction
    /// outbound, agent_id the lead's agent, and channel what fits the type: phone for a call, email for an email, in_person for a meeting or a
    /// viewing, else the best way the person is known by. assignment, status_change, escalation and the channel system are written by the system
    /// only. Texts are at most 200 (subject), 10,000 (message), 100 (outcome) and 500 characters long (next_action); completed_at is not in the
    /// future. A contact that has taken place (neither a note nor scheduled for later) moves last_contact_at and the score; its follow_up_date
    /// makes a follow-up; a human outbound one makes a new lead contacted; the outcome viewing_scheduled moves an open lead there.
    /// </summary>
    public static Task<Results<Created<InteractionAnswer>, ProblemHttpResult>> Post(
        long id, InteractionRequest request, Change change, CancellationToken cancel) =>
        change.Run(
            db => Handle(id, request, db, cancel),
            interaction => TypedResults.Created($"/leads/{id}/interactions", new InteractionAnswer(interaction)));

    public static async Task<Outcome<InteractionView>> Handle(long id, InteractionRequest request, LintelDb db, CancellationToken cancel)
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
        var fields = InteractionFields.Read(request, db.Now, check);
        if (fields.AgentId is { } named && await AgentView.Load(db.Sql, named, cancel) is null)
        {
            check.Error(AgentField, $"names agent {named}, who does not exist");
        }

        if (check.Failed)
        {
            return check.Refusal;
        }

        var interaction = Make(fields, lead, db);
        await Record(interaction, lead, db, cancel);
        if (interaction is { IsContact: true, FollowUpDate: { } due })
        {
            Promise.Make(lead, due, interaction.NextAction, db.Now);
        }

        lead.Rate(db.Now);
        await db.SaveChangesAsync(cancel);
        var agent = interaction.AgentId is { } agentId ? await AgentView.Load(db.Sql, agentId, cancel) : null;
        return InteractionView.Of(interaction, agent);
    }

    private static Interaction Make(InteractionFields fields, Lead lead, LintelDb db) => new()
    {
        Type = fields.Type,
        Channel = fields.Channel ?? UsualChannel(fields.Type, lead),
        Direction = fields.Direction,
        Subject = fields.Subject,
        Message = fields.Message,
        Attachments = fields.Attachments,
        AgentId = fields.AgentId ?? lead.AssignedAgentId,
        IsAutomated = fields.IsAutomated,
        CreatedAt = db.Now,
        ScheduledAt = fields.ScheduledAt,
        CompletedAt = fields.CompletedAt,
        Outcome = fields.Outcome,
        NextAction = fields.NextAction,
        FollowUpDate = fields.FollowUpDate,
    };

    private static Channel UsualChannel(InteractionType type, Lead lead) => type switch
    {
        InteractionType.Call => Channel.Phone,
        InteractionType.Email => Channel.Email,
        InteractionType.Meeting or InteractionType.Viewing => Channel.InPerson,
        _ when lead.WhatsappNumber is not null => Channel.Whatsapp,
        _ when lead.InstagramHandle is not null => Channel.Instagram,
        _ when lead.Email is not null => Channel.Email,
        _ when lead.Phone is not null => Channel.Phone,
        _ => Channel.Web,
    };

    /// <summary>Records it on the lead. When the person turns out to have asked earlier than was known, the answer is looked for again.</summary>
    private static async Task Record(Interaction interaction, Lead lead, LintelDb db, CancellationToken cancel)
    {
        var asked = lead.FirstInboundAt;
        lead.Record(interaction, db.By);
        if (lead.FirstInboundAt == asked || interaction.OccurredAt == db.Now)
        {
            return;
        }

        var replies = await db.Interactions.AsNoTracking()
            .Where(reply => reply.LeadId == lead.Id && reply.Direction == Direction.Outbound && !reply.IsAutomated)
            .ToListAsync(cancel);
        var answers = replies.Where(reply => reply.IsContact && reply.OccurredAt > lead.FirstInboundAt).ToList();
        if (answers.Count > 0)
        {
            lead.Answered(answers.Min(reply => reply.OccurredAt));
        }
    }
}
