using System.Text.Json.Serialization;
using Lintel.Assignment;
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
    string? Notes,
    IReadOnlyDictionary<string, UnderstoodWords> Understood,
    IReadOnlyList<string> TurnedDownProperties)
{
    /// <summary>What <see cref="ReadAlone"/> takes, of the table by the alias <c>l</c>.</summary>
    public const string Columns = """
        l.version, CASE WHEN l.response_seconds IS NULL AND l.status < 5 THEN coalesce(l.first_inbound_at, l.created_at) END, l.id, l.name, l.phone, l.email, l.instagram_handle, l.whatsapp_number, l.source, l.source_post_id, l.source_property_id,
        l.original_message, l.status, l.priority, l.score, l.interested_properties, l.budget_min, l.budget_max, l.preferred_areas,
        l.property_type, l.bedrooms, l.move_in_date, l.assigned_agent_id, l.created_at, l.updated_at, l.last_contact_at, l.next_follow_up_at,
        l.tags, l.notes, l.understood, l.turned_down_properties
        """;

    private const string ById = $"""
        SELECT {Columns}, {AgentView.Columns}
        FROM leads l LEFT JOIN agents a ON a.agency_id = l.agency_id AND a.id = l.assigned_agent_id
        WHERE l.agency_id = @agency AND l.id = @id
        """;

    private const string ByIds = $"SELECT {Columns} FROM leads l WHERE l.agency_id = @agency AND l.id IN (SELECT value FROM each(@ids))";

    /// <summary>Counts the changes a client made.</summary>
    [JsonIgnore]
    public int Version { get; private init; }

    /// <summary>Since when an open lead has waited for its first answer; null when it was answered or is closed.</summary>
    [JsonIgnore]
    public DateTime? WaitingSince { get; private init; }

    /// <summary>The strong entity tag of this representation.</summary>
    [JsonIgnore]
    public string ETag => IfMatch.Tag(Version, Rest());

    public static ValueTask<LeadView?> Load(SqlReader sql, long id, CancellationToken cancel) => sql.First(
        ById,
        row =>
        {
            var lead = ReadAlone(row);
            return lead.AssignedAgentId is null ? lead : lead with { AssignedAgent = AgentView.Read(row) };
        },
        cancel,
        ("id", id));

    /// <summary>Several at once, without their agents, in any order.</summary>
    public static ValueTask<List<LeadView>> Load(SqlReader sql, IReadOnlyList<long> ids, CancellationToken cancel) =>
        sql.List(ByIds, ReadAlone, cancel, ("ids", ids));

    /// <summary>Reads a lead without its agent; a list adds those from an <see cref="AgentBook"/>, where each is read once.</summary>
    public static LeadView ReadAlone(Row row)
    {
        var version = row.Int();
        var waitingSince = row.TimeOrNull();
        return new LeadView(
            row.Long(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.Text(), row.TextOrNull(),
            row.TextOrNull(), row.TextOrNull(), row.Enum<LeadStatus>(), row.Enum<Priority>(), row.Int(), row.Texts(), row.LongOrNull(),
            row.LongOrNull(), row.Texts(), row.TextOrNull(), row.IntOrNull(), row.DateOrNull(), row.LongOrNull(), null, row.Time(), row.Time(),
            row.TimeOrNull(), row.TimeOrNull(), row.Texts(), row.TextOrNull(), UnderstoodJson.Read(row.Text()), row.Texts())
        {
            Version = version,
            WaitingSince = waitingSince,
        };
    }

    /// <summary>Stands for what is shown here beside the lead's own version.</summary>
    private int Rest() => AssignedAgent is not { } agent
        ? Score
        : HashCodes.Of(Score, agent.TotalLeads, agent.ConvertedLeads, agent.CurrentLeads, agent.AvgResponseTime ?? -1, agent.UpdatedAt.Ticks);
}
