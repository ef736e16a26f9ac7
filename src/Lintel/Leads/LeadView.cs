using Lintel.Agents;
using Lintel.Data;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Leads;

/// <summary>A lead as the wire has it, with the agent it is assigned to.</summary>
public sealed record LeadView(
    long Id,
    string? Name,
    string? Phone,
    string? Email,
    string? InstagramHandle,
    string? WhatsappNumber,
    string Source,
    string? SourcePostId,
    string? SourcePropertyId,
    string? OriginalMessage,
    LeadStatus Status,
    Priority Priority,
    int Score,
    IReadOnlyList<string> InterestedProperties,
    long? BudgetMin,
    long? BudgetMax,
    IReadOnlyList<string> PreferredAreas,
    string? PropertyType,
    int? Bedrooms,
    DateOnly? MoveInDate,
    long? AssignedAgentId,
    AgentView? AssignedAgent,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    DateTime? LastContactAt,
    DateTime? NextFollowUpAt,
    IReadOnlyList<string> Tags,
    string? Notes)
{
    /// <summary>What <see cref="Read"/> takes, of <c>leads l LEFT JOIN agents a</c>.</summary>
    public const string Columns = """
        l.version, l.id, l.name, l.phone, l.email, l.instagram_handle, l.whatsapp_number, l.source, l.source_post_id, l.source_property_id,
        l.original_message, l.status, l.priority, l.score, l.interested_properties, l.budget_min, l.budget_max, l.preferred_areas,
        l.property_type, l.bedrooms, l.move_in_date, l.created_at, l.updated_at, l.last_contact_at, l.next_follow_up_at, l.tags, l.notes,
        l.assigned_agent_id,
        """ + " " + AgentView.Columns;

    public const string From = "leads l LEFT JOIN agents a ON a.agency_id = l.agency_id AND a.id = l.assigned_agent_id";

    private const string ById = $"SELECT {Columns} FROM {From} WHERE l.agency_id = @agency AND l.id = @id";

    /// <summary>The strong entity tag of this representation.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string ETag { get; private init; } = "";

    public static ValueTask<LeadView?> Load(SqlReader sql, long id, CancellationToken cancel) => sql.First(ById, Read, cancel, ("id", id));

    public static LeadView Read(Row row)
    {
        var version = row.Int();
        var lead = new LeadView(
            row.Long(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.Text(), row.TextOrNull(),
            row.TextOrNull(), row.TextOrNull(), row.Enum<LeadStatus>(), row.Enum<Priority>(), row.Int(), row.Texts(), row.LongOrNull(),
            row.LongOrNull(), row.Texts(), row.TextOrNull(), row.IntOrNull(), row.DateOrNull(), null, null, row.Time(), row.Time(),
            row.TimeOrNull(), row.TimeOrNull(), row.Texts(), row.TextOrNull());
        var agentId = row.LongOrNull();
        var agent = agentId is null ? null : AgentView.Read(row);
        return lead with
        {
            AssignedAgentId = agentId,
            AssignedAgent = agent,
            ETag = IfMatch.Tag(version, Rest(lead.Score, agent)),
        };
    }

    /// <summary>Stands for what is shown here beside the lead's own version.</summary>
    private static int Rest(int score, AgentView? agent) => agent is null
        ? score
        : HashCodes.Of(score, agent.TotalLeads, agent.ConvertedLeads, agent.CurrentLeads, agent.AvgResponseTime ?? -1, agent.UpdatedAt.Ticks);
}
