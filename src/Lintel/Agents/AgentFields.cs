using Lintel.Data;
using Lintel.Http;
using Lintel.Model;

namespace Lintel.Agents;

/// <summary>The fields of an agent in canonical form, each with whether it was sent: what is left of an <see cref="AgentRequest"/> that is in order.</summary>
public sealed record AgentFields
{
    public const int LongestName = 100;
    public const int MostLeads = 10_000;

    private const string HolderSql = "SELECT id FROM agents WHERE agency_id = @agency AND email = @email AND id <> @id";

    public Field<string> Name { get; private init; }

    public Field<string> Email { get; private init; }

    public Field<string> Phone { get; private init; }

    public Field<string> WhatsappNumber { get; private init; }

    public Field<List<string>> SpecializationAreas { get; private init; }

    public Field<List<string>> SpecializationTypes { get; private init; }

    public Field<List<string>> Languages { get; private init; }

    public Field<bool?> IsActive { get; private init; }

    public Field<long?> MaxLeads { get; private init; }

    /// <summary>Reads a request; what is wrong with it is left in <paramref name="check"/>.</summary>
    public static AgentFields Read(AgentRequest request, Check check) => new()
    {
        Name = check.Text("name", request.Name, LongestName),
        Email = check.Email("email", request.Email),
        Phone = check.Phone("phone", request.Phone),
        WhatsappNumber = check.Phone("whatsapp_number", request.WhatsappNumber),
        SpecializationAreas = check.Texts("specialization_areas", request.SpecializationAreas),
        SpecializationTypes = check.Texts("specialization_types", request.SpecializationTypes),
        Languages = check.Texts("languages", request.Languages),
        IsActive = check.Plain("is_active", request.IsActive),
        MaxLeads = check.Whole("max_leads", request.MaxLeads, 0, MostLeads),
    };

    /// <summary>Puts what was sent on the agent; without a value, what an agent has by default.</summary>
    public void ApplyTo(Agent agent)
    {
        Name.IfSent(value => agent.Name = value!);
        Email.IfSent(value => agent.Email = value!);
        Phone.IfSent(value => agent.Phone = value);
        WhatsappNumber.IfSent(value => agent.WhatsappNumber = value);
        SpecializationAreas.IfSent(value => agent.SpecializationAreas = value ?? []);
        SpecializationTypes.IfSent(value => agent.SpecializationTypes = value ?? []);
        Languages.IfSent(value => agent.Languages = value ?? []);
        IsActive.IfSent(value => agent.IsActive = value ?? true);
        MaxLeads.IfSent(value => agent.MaxLeads = (int)(value ?? Agent.DefaultMaxLeads));
    }

    /// <summary>Refuses an email that another agent of the agency has. An index keeps the promise; this words the refusal.</summary>
    public async ValueTask<Refusal?> Taken(long agentId, SqlReader sql, CancellationToken cancel) =>
        Email.Value is { } email
        && await sql.First(HolderSql, row => (long?)row.Long(), cancel, ("email", email), ("id", agentId)) is { } other
            ? Refusal.Conflict("email", $"already belongs to agent {other}")
            : null;
}
