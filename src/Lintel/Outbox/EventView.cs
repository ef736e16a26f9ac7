using System.Text.Json;
using Lintel.Data;

namespace Lintel.Outbox;

/// <summary>Something that happened, as those who want to know are told.</summary>
/// <param name="Id">Stays the same however often it is told.</param>
/// <param name="Type">
/// The kind of record and what became of it: `lead.created`, `lead.assigned`, `lead.status_changed`, `lead.score_changed`, `lead.updated`,
/// `interaction.created`, `follow_up.created`, `follow_up.due`, `follow_up.done`; more may come.
/// </param>
/// <param name="LeadId">The lead it is about, or whose conversation or follow-up it is about.</param>
/// <param name="AgentId">The agent who takes care of the lead after what happened; null for nobody.</param>
/// <param name="Data">What else there is to say, by the type: ids of other records, what it was before and what it is now.</param>
public sealed record EventView(long Id, string Type, long? LeadId, long? AgentId, JsonElement Data, DateTime At)
{
    /// <summary>What <see cref="Read"/> takes of the outbox, after the id.</summary>
    public const string Columns = "type, lead_id, agent_id, data, created_at";

    public static EventView Read(Row row, long id) =>
        new(id, row.Text(), row.LongOrNull(), row.LongOrNull(), JsonElement.Parse(row.Text()), row.Time());
}
