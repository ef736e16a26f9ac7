using Lintel.Assignment;
using Lintel.Conversations;
using Lintel.Data;
using Lintel.Leads;
using Lintel.Model;
using Lintel.Scoring;
using Lintel.Understanding;

namespace Lintel.Inquiries;

/// <summary>Something a person asked, from whatever channel, in canonical form.</summary>
/// <param name="Source">Where the person came from, kept on a new lead.</param>
/// <param name="PostId">The post it answers, kept on a new lead.</param>
/// <param name="Property">A reference to the property it is about.</param>
public sealed record Inquiry(
    Channel Channel, IdentityKind IdentityKind, string Identity, string Message, string Source, string? Name = null, string? PostId = null, string? Property = null);

/// <summary>The lead an inquiry made or found, and the entry it left in the conversation.</summary>
public sealed record InquiryAnswer(LeadView Lead, bool IsNewLead, InteractionView Interaction)
{
    public bool Success => true;
}

/// <summary>The one door every inbound contact goes through, as one transaction.</summary>
public static class ReceiveInquiry
{
    public static async Task<Outcome<InquiryAnswer>> Handle(Inquiry inquiry, Gazetteers gazetteers, LintelDb db, CancellationToken cancel)
    {
        var gazetteer = await gazetteers.Of(db.Agency, db.Sql, cancel);
        var understood = MessageUnderstanding.Of(inquiry.Message, db.Agency.DayOf(db.Now), gazetteer);
        var known = await Identities.Holder(db.Sql, inquiry.IdentityKind, inquiry.Identity, cancel);
        if (await Find(known, inquiry, db, cancel) is not { } lead)
        {
            return Refusal.Overtaken("The lead was joined with another meanwhile.");
        }

        Learn(lead, inquiry);
        await LearnFromMessage.Apply(understood, lead, db, cancel);
        var interaction = Record(lead, inquiry, db);
        lead.Rate(db.Now);
        await Reopen(lead, db, cancel);
        var isOnTrust = lead.AssignedAgentId is null && lead.Status.IsOpen() && await GiveLead.ToBest(lead, db, cancel);
        interaction.AgentId = lead.AssignedAgentId;

        var saved = await SaveLead.Handle(lead, isOnTrust, db, cancel);
        return saved.Refusal is { } refusal
            ? refusal
            : new InquiryAnswer(saved.Value, known is null, InteractionView.Of(interaction, saved.Value.AssignedAgent));
    }

    private static async Task<Lead?> Find(long? known, Inquiry inquiry, LintelDb db, CancellationToken cancel) =>
        known is { } id ? await db.Hold<Lead>(id, cancel) : Make(inquiry, await db.NextLeadId(cancel), db);

    private static Lead Make(Inquiry inquiry, long id, LintelDb db)
    {
        var lead = new Lead
        {
            Id = id,
            AgencyId = db.AgencyId,
            CreatedAt = db.Now,
            Source = inquiry.Source,
            SourcePostId = inquiry.PostId,
            SourcePropertyId = inquiry.Property,
            OriginalMessage = inquiry.Message,
            WhatsappNumber = inquiry.Channel == Channel.Whatsapp ? inquiry.Identity : null,
            InstagramHandle = inquiry.Channel == Channel.Instagram ? inquiry.Identity : null,
        };
        lead.Identities.Add(new Identity { Kind = inquiry.IdentityKind, Value = inquiry.Identity });
        lead.Open(LeadStatus.New, Actor.System, ChangeReason.Inquiry, db.Now);
        db.Leads.Add(lead);
        return lead;
    }

    /// <summary>Fills what is still empty on the lead from how the person wrote; what is there stays.</summary>
    private static void Learn(Lead lead, Inquiry inquiry)
    {
        lead.Name ??= inquiry.Name;
        if (inquiry.Channel == Channel.Whatsapp)
        {
            lead.WhatsappNumber ??= inquiry.Identity;
        }

        if (inquiry.Property is { } property && !lead.InterestedProperties.Contains(property))
        {
            lead.InterestedProperties = [.. lead.InterestedProperties, property];
        }
    }

    private static Interaction Record(Lead lead, Inquiry inquiry, LintelDb db)
    {
        var interaction = new Interaction
        {
            Type = InteractionType.Message,
            Channel = inquiry.Channel,
            Direction = Direction.Inbound,
            Message = inquiry.Message,
            CreatedAt = db.Now,
        };
        lead.Record(interaction, Actor.System);
        return interaction;
    }

    /// <summary>Someone who was lost and asks again is new again, with the same agent if that one still has room. Who converted stays so.</summary>
    private static async Task Reopen(Lead lead, LintelDb db, CancellationToken cancel)
    {
        if (lead.Status != LeadStatus.Lost)
        {
            return;
        }

        if (lead.AssignedAgentId is { } agentId && !await AgentRoom.Claim(agentId, db, cancel))
        {
            lead.Unassign(Actor.System, ChangeReason.AskedAgain, db.Now);
        }

        lead.ChangeStatus(LeadStatus.New, Actor.System, ChangeReason.Inquiry, db.Now);
    }
}
