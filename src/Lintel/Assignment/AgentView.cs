using System.Text.Json.Serialization;
using Lintel.Data;
using Lintel.Http;

namespace Lintel.Assignment;

/// <summary>An agent as the wire has it.</summary>
/// <param name="ConversionRate">Converted of the leads ever assigned, per cent.</param>
/// <param name="AvgResponseTime">Minutes from a lead's first contact to the first human answer, over the leads assigned now that were answered.</param>
public sealed record AgentView(
    long Id,
    string Name,
    string Email,
    string? Phone,
    string? WhatsappNumber,
    IReadOnlyList<string> SpecializationAreas,
    IReadOnlyList<string> SpecializationTypes,
    IReadOnlyList<string> Languages,
    int TotalLeads,
    int ConvertedLeads,
    decimal ConversionRate,
    decimal? AvgResponseTime,
    bool IsActive,
    int MaxLeads,
    int CurrentLeads,
    DateTime CreatedAt,
    DateTime UpdatedAt)
{
    /// <summary>What <see cref="Read"/> takes, of the table by the alias <c>a</c>.</summary>
    public const string Columns = """
        a.version, a.id, a.name, a.email, a.phone, a.whatsapp_number, a.specialization_areas, a.specialization_types, a.languages,
        a.total_leads, a.converted_leads, a.answered_leads, a.response_seconds, a.is_active, a.max_leads, a.open_leads,
        a.created_at, a.updated_at
        """;

    private const string ById = $"SELECT {Columns} FROM agents a WHERE a.agency_id = @agency AND a.id = @id";

    /// <summary>The strong entity tag of this representation.</summary>
    [JsonIgnore]
    public string ETag => IfMatch.Tag(Version, HashCodes.Of(TotalLeads, ConvertedLeads, CurrentLeads, AvgResponseTime ?? -1));

    [JsonIgnore]
    public int Version { get; private init; }

    public static ValueTask<AgentView?> Load(SqlReader sql, long id, CancellationToken cancel) => sql.First(ById, Read, cancel, ("id", id));

    public static AgentView Read(Row row)
    {
        var version = row.Int();
        var id = row.Long();
        var (name, email, phone, whatsapp) = (row.Text(), row.Text(), row.TextOrNull(), row.TextOrNull());
        var (areas, types, languages) = (row.Texts(), row.Texts(), row.Texts());
        var (total, converted, answered, seconds) = (row.Int(), row.Int(), row.Int(), row.Long());
        return new AgentView(
            id, name, email, phone, whatsapp, areas, types, languages,
            total, converted, Rate.Of(converted, total), answered == 0 ? null : Rate.Rounded(seconds / 60m / answered),
            row.Bool(), row.Int(), row.Int(), row.Time(), row.Time())
        {
            Version = version,
        };
    }
}
