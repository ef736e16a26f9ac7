using Lintel.Http;

namespace Lintel.Agents;

/// <summary>The keys of an agent that a client may send. On update, a key left out stays as it is and null clears. Figures are derived, never sent.</summary>
public sealed record AgentRequest
{
    public Field<string> Name { get; init; }

    public Field<string> Email { get; init; }

    public Field<string> Phone { get; init; }

    public Field<string> WhatsappNumber { get; init; }

    public Field<string[]> SpecializationAreas { get; init; }

    public Field<string[]> SpecializationTypes { get; init; }

    public Field<string[]> Languages { get; init; }

    public Field<bool?> IsActive { get; init; }

    public Field<long?> MaxLeads { get; init; }
}
