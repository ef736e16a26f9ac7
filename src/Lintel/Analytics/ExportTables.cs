using Lintel.Assignment;
using Lintel.Conversations;
using Lintel.Leads;
using Lintel.Spreadsheets;

namespace Lintel.Analytics;

/// <summary>The three tables of an export, their columns named as on the wire; an agent's name stands beside its id.</summary>
public static class ExportTables
{
    private static readonly (string, Func<LeadView, Cell>)[] LeadColumns =
    [
        ("id", lead => lead.Id),
        ("name", lead => lead.Name),
        ("phone", lead => lead.Phone),
        ("email", lead => lead.Email),
        ("instagram_handle", lead => lead.InstagramHandle),
        ("whatsapp_number", lead => lead.WhatsappNumber),
        ("source", lead => lead.Source),
        ("source_post_id", lead => lead.SourcePostId),
        ("source_property_id", lead => lead.SourcePropertyId),
        ("original_message", lead => lead.OriginalMessage),
        ("status", lead => Cell.Of(lead.Status)),
        ("priority", lead => Cell.Of(lead.Priority)),
        ("score", lead => lead.Score),
        ("interested_properties", lead => Cell.Of(lead.InterestedProperties)),
        ("budget_min", lead => lead.BudgetMin),
        ("budget_max", lead => lead.BudgetMax),
        ("preferred_areas", lead => Cell.Of(lead.PreferredAreas)),
        ("property_type", lead => lead.PropertyType),
        ("bedrooms", lead => lead.Bedrooms),
        ("move_in_date", lead => lead.MoveInDate),
        ("assigned_agent_id", lead => lead.AssignedAgentId),
        ("assigned_agent", lead => lead.AssignedAgent?.Name),
        ("created_at", lead => lead.CreatedAt),
        ("updated_at", lead => lead.UpdatedAt),
        ("last_contact_at", lead => lead.LastContactAt),
        ("next_follow_up_at", lead => lead.NextFollowUpAt),
        ("tags", lead => Cell.Of(lead.Tags)),
        ("notes", lead => lead.Notes),
    ];

    private static readonly (string, Func<InteractionView, Cell>)[] InteractionColumns =
    [
        ("id", entry => entry.Id),
        ("lead_id", entry => entry.LeadId),
        ("type", entry => Cell.Of(entry.Type)),
        ("channel", entry => Cell.Of(entry.Channel)),
        ("direction", entry => Cell.Of(entry.Direction)),
        ("subject", entry => entry.Subject),
        ("message", entry => entry.Message),
        ("attachments", entry => Cell.Of(entry.Attachments)),
        ("agent_id", entry => entry.AgentId),
        ("agent", entry => entry.Agent?.Name),
        ("is_automated", entry => entry.IsAutomated),
        ("created_at", entry => entry.CreatedAt),
        ("scheduled_at", entry => entry.ScheduledAt),
        ("completed_at", entry => entry.CompletedAt),
        ("outcome", entry => entry.Outcome),
        ("next_action", entry => entry.NextAction),
        ("follow_up_date", entry => entry.FollowUpDate),
    ];

    private static readonly (string, Func<AgentView, Cell>)[] AgentColumns =
    [
        ("id", agent => agent.Id),
        ("name", agent => agent.Name),
        ("email", agent => agent.Email),
        ("phone", agent => agent.Phone),
        ("whatsapp_number", agent => agent.WhatsappNumber),
        ("specialization_areas", agent => Cell.Of(agent.SpecializationAreas)),
        ("specialization_types", agent => Cell.Of(agent.SpecializationTypes)),
        ("languages", agent => Cell.Of(agent.Languages)),
        ("total_leads", agent => agent.TotalLeads),
        ("converted_leads", agent => agent.ConvertedLeads),
        ("conversion_rate", agent => agent.ConversionRate),
        ("avg_response_time", agent => agent.AvgResponseTime),
        ("is_active", agent => agent.IsActive),
        ("max_leads", agent => agent.MaxLeads),
        ("current_leads", agent => agent.CurrentLeads),
        ("created_at", agent => agent.CreatedAt),
        ("updated_at", agent => agent.UpdatedAt),
    ];

    public static Table OfLeads(IAsyncEnumerable<LeadView> leads) => Table.Of("leads", leads, LeadColumns);

    public static IEnumerable<Table> Of(ExportRows rows, CancellationToken cancel) =>
    [
        OfLeads(rows.Leads(cancel)),
        Table.Of("interactions", rows.Interactions(cancel), InteractionColumns),
        Table.Of("agents", rows.Agents(cancel), AgentColumns),
    ];
}
